"""How a source's sentence was read: the hash of the sentence and our fields for it."""

import hashlib
import html
import re
from pathlib import Path

from yamltext import load

FIELDS = ["action", "contraindicated", "consider", "also", "doses", "titration", "alternatives",
          "alternativeKind", "excludedAlternatives", "monitor", "tests", "remark"]


def sentence(text):
    """The sentence as it is hashed: no HTML, white space runs made one space."""
    text = html.unescape(re.sub(r"<[^>]+>", " ", text)).replace("¶", " ")
    return re.sub(r"\s+", " ", text).strip()


def key(text):
    """The first 12 hex digits of the sentence's SHA-256."""
    return hashlib.sha256(sentence(text).encode()).hexdigest()[:12]


def drug_id(name):
    """The file name of a drug."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


class Readings:
    """The readings of one source, for recommendations and for implications."""

    def __init__(self, folder, source):
        self.source = source
        self.advice = self._load(Path(folder) / f"{source.lower()}.yaml")
        self.effects = self._load(Path(folder) / f"{source.lower()}-implications.yaml")
        self.unread = {}

    @staticmethod
    def _load(path):
        """Entries by hash; two may share a hash if they were read for different drugs."""
        by_hash = {}
        for entry in load(path):
            by_hash.setdefault(str(entry["text"]), []).append(entry)
        return by_hash

    @staticmethod
    def _pick(entries, drug):
        for entry in entries or []:
            if drug_id(drug) in map(drug_id, entry.get("drugs", [drug])):
                return entry
        return None

    def advice_for(self, text, drug):
        """Our fields for a recommendation, or None if nobody has read it for this drug."""
        entry = self._pick(self.advice.get(key(text)), drug)
        if entry is None:
            self.unread.setdefault((key(text), "advice"), set()).add(drug)
            return None
        return {name: entry[name] for name in FIELDS if entry.get(name) not in (None, [], False)}

    def effects_for(self, text, drug):
        """The effects a sentence ascribes to a gene's result, or None if nobody has read it."""
        if sentence(text).lower() in ("", "n/a"):
            return []
        entry = self._pick(self.effects.get(key(text)), drug)
        if entry is None:
            self.unread.setdefault((key(text), "implication"), set()).add(drug)
            return None
        return list(entry.get("effects") or [])
