"""FDA's table of associations and the drug labels: hand readings in, guidelines out.

Neither source has a look-up table, so `readings/fda-table.yaml` and `readings/fda-label.yaml` hold
the rules themselves. An import only checks that they still answer to what is staged.
"""

import json
from pathlib import Path

import guideline_rows
from readings import drug_id, key
from yamltext import load

# Source → (file of the readings, name in the index of guidelines).
SOURCES = {
    "FDA-label": ("fda-label.yaml", "FDA Label Annotation"),
    "FDA-table": ("fda-table.yaml", "FDA PGx Association"),
}
RUN = 7  # words in a row that count as FDA's wording
ASSOCIATIONS = "derived/fda_pgx_associations_merged.tsv"
EXCERPTS = "derived/recommendations_seen_in_example_reports_2024-05_to_2025-11.tsv"
LABELS = "fda/fda_labels_index.tsv"


class Fda:
    """The readings of both sources, held against the staged tables."""

    def __init__(self, reference, knowledgebase):
        self.reference = Path(reference)
        folder = Path(knowledgebase) / "readings"
        self.remarks = load(folder / "words.yaml")["remarks"]
        self.heads, self.entries = {}, {}
        for source, (file, _) in SOURCES.items():
            read = load(folder / file)
            self.heads[source] = {name: read.get(name, "") for name in ("licence", "url")}
            for entry in read.get("entries", []):
                place = (source, entry["drug"], entry["id"])
                if place in self.entries:
                    raise SystemExit(f"{file}: {entry['drug']} {entry['id']} is there twice")
                self.entries[place] = entry
        self.indexed = self._indexed()
        self.unread = self._unread()

    # What is staged

    def _indexed(self):
        """Every (source, drug, id) of the newest index."""
        sources = {name: source for source, (_, name) in SOURCES.items()}
        lines = guideline_rows.table(self.reference / "derived/guideline_index_2025-11.tsv")
        return [(sources[line["source"]], line["drug"], line["guideline_id"])
                for line in lines if line["source"] in sources]

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

    def unread_report(self):
        """One line for each entry nobody has read."""
        for (source, drug, id_), what in sorted(self.unread.items()):
            yield f"{source} {drug} {id_}: {what}"

    # Guidelines

    def names(self):
        """The drugs of the readings."""
        return {drug for _, drug, _ in self.entries}

    def guidelines(self, drug):
        """The guidelines of a drug: by source, then id; rules are numbered through a source."""
        found = []
        number = dict.fromkeys(SOURCES, 0)
        for place, entry in sorted(self.entries.items(), key=lambda item: item[0]):
            source, name, id_ = place
            if name != drug or place in self.unread:
                continue
            rules = []
            for given in entry["rules"]:
                number[source] += 1
                rules.append(rule(f"{source.lower()}-{drug_id(drug)}-{number[source]:02d}",
                                  id_, entry.get("strength", ""), given))
            remarks = [entry["remark"]] if entry.get("remark") else []
            if kinds(entry["rules"]) == {True, False}:
                remarks.append(self.remarks["diplotypeFirst"])
            found.append({
                "source": source, "id": id_, "url": self.heads[source]["url"] + id_,
                "version": entry["version"], "licence": self.heads[source]["licence"],
                "genes": entry["genes"], "remark": " ".join(remarks), "rules": rules})
        return found

    # Checks

    def faults(self, written):
        """What is wrong with the written guidelines; `written` maps places to rules."""
        faults = []
        for (source, drug, id_), entry in self.entries.items():
            rules = written.get((source, drug_id(drug), id_))
            if (source, drug, id_) in self.unread:
                continue
            if rules is None or len(rules) != len(entry["rules"]):
                faults.append(f"{source} {drug} {id_}: not written as read")
            if not entry["rules"] and not entry.get("remark"):
                faults.append(f"{source} {drug} {id_}: neither a rule nor a word why")
        return faults + self._wording()

    def _wording(self):
        """Runs of words the readings share with FDA's texts."""
        staged = [line["interaction_text"]
                  for line in guideline_rows.table(self.reference / ASSOCIATIONS)]
        staged += [line["rec"] for line in guideline_rows.table(self.reference / EXCERPTS)
                   if line["src"] == SOURCES["FDA-label"][1]]
        with open(self.reference / "fda/fda_label_pgx_excerpts.jsonl", encoding="utf-8") as lines:
            staged += [json.loads(line)["text"] for line in lines]
        own = {}
        for (source, drug, _), entry in self.entries.items():
            for text in strings(entry):
                for run in guideline_rows.word_runs(text, RUN):
                    own.setdefault(run, f"{source} {drug}")
        shared = {run for text in staged for run in guideline_rows.word_runs(text, RUN)} & set(own)
        return [f"{own[run]}: FDA's wording: {run}" for run in sorted(shared)]

    def report(self):
        """What is covered, as text."""
        for source in SOURCES:
            places = [place for place in self.indexed if place[0] == source]
            read = [self.entries[place] for place in places
                    if place in self.entries and place not in self.unread]
            ruled = [entry for entry in read if entry["rules"]]
            yield (f"{source}: {len(read)} of {len(places)} entries read; {len(ruled)} with "
                   f"{sum(len(entry['rules']) for entry in ruled)} rules, "
                   f"{len(read) - len(ruled)} say why they have none")


def given_names(knowledgebase):
    """Drug → the names the readings give it that no identity table has."""
    found = {}
    for file, _ in SOURCES.values():
        for entry in load(Path(knowledgebase) / "readings" / file).get("entries", []):
            if entry.get("synonyms"):
                found.setdefault(entry["drug"], []).extend(entry["synonyms"])
    return found


def rule(id_, row, strength, given):
    """A rule as FORMAT.md writes it."""
    fields = {"id": id_, "when": given["when"], "population": given.get("population"),
              "strength": strength}
    fields.update((name, value) for name, value in given.items() if name not in fields)
    fields["rows"] = [row]
    return {name: value for name, value in fields.items() if value not in (None, "", [], {}, False)}


def kinds(rules):
    """Whether rules look at a diplotype: both values if some do and some do not."""
    return {any(isinstance(need, dict) and "diplotype" in need for need in rule["when"].values())
            for rule in rules}


def strings(value):
    """Every string in a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)
