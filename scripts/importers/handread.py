"""Guidelines entered rule by rule: hand readings in, guidelines out.

A source without a look-up table has its rules in `readings`. An import only checks that they still
answer to what is staged, numbers them and writes them into the drugs' files.
"""

import guideline_rows
from readings import FIELDS, drug_id
from yamltext import load

RUN = 7  # words in a row that count as a source's wording


class HandRead:
    """The entries of some sources, held against what is staged."""

    def __init__(self, folder):
        self.words = load(folder / "words.yaml")
        self.entries = {}

    def add(self, file, source, drug, entry):
        """Takes an entry in; one drug has an entry of a guideline once."""
        place = (source, drug, entry["id"])
        if place in self.entries:
            raise SystemExit(f"{file}: {drug} {entry['id']} is there twice")
        self.entries[place] = entry

    def staged(self):
        """Every (source, drug, id) that must be answered to."""
        raise NotImplementedError

    def texts(self):
        """Every staged text the entries were read from."""
        raise NotImplementedError

    # Guidelines

    def names(self):
        """The drugs of the readings."""
        return {drug for _, drug, _ in self.entries}

    def synonyms(self, drug):
        """Names the readings give a drug that no identity table has."""
        return next((entry["synonyms"] for place, entry in self.entries.items()
                     if place[1] == drug and entry.get("synonyms")), [])

    def guidelines(self, drug):
        """The guidelines of a drug: by source, then id; rules are numbered through a source."""
        found, numbers = [], {}
        for (source, name, id_), entry in sorted(self.entries.items(), key=lambda item: item[0]):
            if name != drug or (source, name, id_) in self.unread:
                continue
            rules = []
            for given in entry["rules"]:
                numbers[source] = numbers.get(source, 0) + 1
                rules.append(self._rule(f"{source.lower()}-{drug_id(drug)}-{numbers[source]:02d}",
                                        id_, entry.get("strength", ""), given))
            remarks = [entry["remark"]] if entry.get("remark") else []
            if kinds(entry["rules"]) == {True, False}:
                remarks.append(self.words["remarks"]["diplotypeFirst"])
            found.append({
                "source": source, "id": id_, "url": entry["url"] + id_,
                "version": entry["version"], "licence": entry["licence"],
                "genes": entry["genes"], "citations": entry.get("citations", []),
                "remark": " ".join(remarks), "rules": rules})
        return found

    def _rule(self, id_, row, strength, given):
        """A rule as FORMAT.md writes it."""
        unknown = given.keys() - {"when", "population", "strength", "implications", *FIELDS}
        if unknown:
            raise SystemExit(f"{id_}: {', '.join(sorted(unknown))} is no field of a rule")
        population = given.get("population", "")
        fields = {"id": id_, "when": given["when"], "population": population,
                  "audience": audience(self.words, population),
                  "strength": given.get("strength", strength)}
        fields.update((name, given.get(name)) for name in FIELDS)
        fields["implications"] = given.get("implications")
        fields["remark"] = fields.pop("remark")
        fields["rows"] = [row]
        return {name: value for name, value in fields.items()
                if value not in (None, "", [], {}, False)}

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
        """Runs of words the readings share with the staged texts."""
        own = {}
        for (source, drug, _), entry in self.entries.items():
            for text in strings(entry):
                for run in guideline_rows.word_runs(text, RUN):
                    own.setdefault(run, f"{source} {drug}")
        shared = {run for text in self.texts() for run in guideline_rows.word_runs(text, RUN)}
        return [f"{own[run]}: the source's wording: {run}" for run in sorted(shared & set(own))]

    def report(self):
        """What is covered, as text."""
        staged = self.staged()
        for source in dict.fromkeys(place[0] for place in staged):
            places = [place for place in staged if place[0] == source]
            read = [self.entries[place] for place in places
                    if place in self.entries and place not in self.unread]
            ruled = [entry for entry in read if entry["rules"]]
            yield (f"{source}: {len(read)} of {len(places)} entries read; {len(ruled)} with "
                   f"{sum(len(entry['rules']) for entry in ruled)} rules, "
                   f"{len(read) - len(ruled)} say why they have none")

    def unread_report(self):
        """One line for each entry nobody has read."""
        for (source, drug, id_), what in sorted(self.unread.items()):
            yield f"{source} {drug} {id_}: {what}"


def audience(words, population):
    """The structured form of a population; a population no one has set out stops the import."""
    if not population:
        return {}
    if population not in words["audiences"]:
        raise SystemExit(f"words.yaml: 'audiences' does not set out the population '{population}'")
    return words["audiences"][population] or {}


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
