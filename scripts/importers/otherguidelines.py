"""Guidelines of further bodies, as ClinPGx annotates them and as they were read by hand.

`readings/other-guidelines.yaml` holds the rules. One entry stands for one or more drugs of a
guideline. In a diplotype a function stands for every allele of the gene that has it.
"""

import itertools
import json
from pathlib import Path

from handread import HandRead
from readings import key
from yamltext import load

FILE = "other-guidelines.yaml"
ANNOTATIONS = "clinpgx/guideline_annotations.2025-01-05.compact.json"
WITH_TABLES = {"CPIC", "DPWG"}


def source_name(text):
    """A body as our files name it: without the slash that ids can't bear."""
    return text.replace("/", "-")


class OtherGuidelines(HandRead):
    """The readings of every annotated source that has no look-up table."""

    def __init__(self, reference, knowledgebase):
        folder = Path(knowledgebase) / "readings"
        super().__init__(folder)
        with open(Path(reference) / ANNOTATIONS, encoding="utf-8") as file:
            found = [a for a in json.load(file) if a["source"] not in WITH_TABLES]
        self.annotations = {(source_name(a["source"]), a["id"]): a for a in found}
        read = load(folder / FILE)
        head = {name: read.get(name, "") for name in ("licence", "url")}
        alleles = Alleles(knowledgebase)
        for entry in read.get("entries", []):
            entry["rules"] = [{**rule, "when": alleles.spelled_out(rule["when"])}
                              for rule in entry["rules"]]
            for drug in entry["drugs"]:
                self.add(FILE, entry["source"], drug, {**head, **entry})
        self.unread = self._unread()

    def staged(self):
        return [(source, drug, id_) for (source, id_), annotation in self.annotations.items()
                for drug in annotation["drugs"]]

    def texts(self):
        return [text_of(annotation) for annotation in self.annotations.values()]

    def _unread(self):
        """(source, drug, id) → what someone must read, or why the reading no longer fits."""
        staged = self.staged()
        unread = {place: f"no entry; text {key(text_of(self.annotations[place[0], place[2]]))}"
                  for place in staged if place not in self.entries}
        for place, entry in self.entries.items():
            annotation = self.annotations.get((place[0], place[2]))
            if place not in staged:
                unread[place] = "not annotated any more"
            elif key(text_of(annotation)) not in map(str, entry["texts"]):
                unread[place] = f"text {key(text_of(annotation))}"
        return unread


class Alleles:
    """The alleles of each gene by function."""

    def __init__(self, knowledgebase):
        self.folder = Path(knowledgebase) / "genes"

    def spelled_out(self, when):
        """`when` with each function in a diplotype replaced by the alleles that have it."""
        return {gene: {"diplotype": self._pairs(gene, need["diplotype"])}
                if isinstance(need, dict) and "diplotype" in need else need
                for gene, need in when.items()}

    def _pairs(self, gene, pairs):
        by_function = {}
        for allele in load(self.folder / f"{gene}.yaml")["alleles"]:
            by_function.setdefault(allele.get("function"), []).append(allele["name"])
        found = {}
        for pair in pairs:
            sides = [by_function.get(side, [side]) for side in pair.split("/")]
            for names in itertools.product(*sides):
                found.setdefault(tuple(sorted(names)), "/".join(names))
        return list(found.values())


def text_of(annotation):
    """Everything of an annotation that was read, as it is hashed."""
    return " ".join([annotation["summary"], annotation["pediatric"], annotation["text"]])
