"""FDA's table of associations and the drug labels, as they were read by hand.

Neither source has a look-up table, so `readings/fda-table.yaml` and `readings/fda-label.yaml` hold
the rules themselves.
"""

import json
from pathlib import Path

import guideline_rows
from handread import HandRead
from readings import key
from yamltext import load

# Source → (file of the readings, name in the index of guidelines).
SOURCES = {
    "FDA-label": ("fda-label.yaml", "FDA Label Annotation"),
    "FDA-table": ("fda-table.yaml", "FDA PGx Association"),
}
ASSOCIATIONS = "derived/fda_pgx_associations_merged.tsv"
EXCERPTS = "derived/recommendations_seen_in_example_reports_2024-05_to_2025-11.tsv"
LABELS = "fda/fda_labels_index.tsv"


class Fda(HandRead):
    """The readings of both sources."""

    def __init__(self, reference, knowledgebase):
        folder = Path(knowledgebase) / "readings"
        super().__init__(folder)
        self.reference = Path(reference)
        for source, (file, _) in SOURCES.items():
            read = load(folder / file)
            head = {name: read.get(name, "") for name in ("licence", "url")}
            for entry in read.get("entries", []):
                self.add(file, source, entry["drug"], {**head, **entry})
        self.indexed = self._indexed()
        self.unread = self._unread()

    def staged(self):
        return self.indexed

    def texts(self):
        found = [line["interaction_text"]
                 for line in guideline_rows.table(self.reference / ASSOCIATIONS)]
        found += [line["rec"] for line in guideline_rows.table(self.reference / EXCERPTS)
                  if line["src"] == SOURCES["FDA-label"][1]]
        with open(self.reference / "fda/fda_label_pgx_excerpts.jsonl", encoding="utf-8") as lines:
            return found + [json.loads(line)["text"] for line in lines]

    def _indexed(self):
        """Every (source, drug, id) of the newest index."""
        return [place for place in guideline_rows.index_places(self.reference)
                if place[0] in SOURCES]

    def _texts(self):
        """(source, id) → hashes of the texts staged for it."""
        found = {}
        for line in guideline_rows.table(self.reference / ASSOCIATIONS):
            if line["url"] and line["interaction_text"]:
                text = f"{line['affected_subgroup']}: {line['interaction_text']}"
                found.setdefault(("FDA-table", line["url"].split("#")[-1]), set()).add(key(text))
        for line in guideline_rows.table(self.reference / EXCERPTS):
            if line["src"] == SOURCES["FDA-label"][1]:
                found.setdefault(("FDA-label", line["gid"]), set()).add(key(line["rec"]))
        return found

    def _labels(self):
        """Brand → dates in force of its staged labels."""
        found = {}
        for line in guideline_rows.table(self.reference / LABELS):
            day = line["effective"]
            found.setdefault(line["brand"], set()).add(f"{day[:4]}-{day[4:6]}-{day[6:]}")
        return found

    def _unread(self):
        """(source, drug, id) → what someone must read, or why the reading no longer fits."""
        unread = {place: "no entry" for place in self.indexed if place not in self.entries}
        texts, labels = self._texts(), self._labels()
        for place, entry in self.entries.items():
            if place not in self.indexed:
                unread[place] = "not in the index any more"
            new = texts.get((place[0], place[2]), set()) - {str(t) for t in entry.get("texts", [])}
            if new:
                unread[place] = "text " + ", ".join(sorted(new))
            for label in entry.get("labels", []):
                brand, day = label.rsplit(" ", 1)
                if day not in labels.get(brand, set()):
                    unread[place] = f"label of {brand}, another than that of {day}"
        return unread


def given_names(knowledgebase):
    """Drug → the names the readings give it that no identity table has."""
    found = {}
    for file, _ in SOURCES.values():
        for entry in load(Path(knowledgebase) / "readings" / file).get("entries", []):
            if entry.get("synonyms"):
                found.setdefault(entry["drug"], []).extend(entry["synonyms"])
    return found
