"""Which enzymes and transporters a medicine is a substrate of, inhibits or induces, how strongly.

The strengths of the curated table are recollections, so none stands by itself: a row needs a
source that lists the role, and its strength a source that states it. FDA's table of examples and
statements of drug labels are sources too, and may add roles the curated table does not have.
"""

import re
from collections import Counter
from pathlib import Path

import tsv
from guideline_rows import table
from names import key
from yamltext import load

COLUMNS = ["medicine", "protein", "role", "strength", "support", "sources"]
TABLE, BY_HAND = "medicines/roles.tsv", "medicines/roles-hand.tsv"
READINGS, EXAMPLES = "readings/medicines.yaml", "readings/fda-interactions.yaml"
CURATED = "ddi/cyp_transporter_roles_curated.tsv"
NAMED = "ddi/fda_label_named_perpetrators.tsv"
STATED = "ddi/fda_label_self_statements.tsv"

PROTEINS = {"BCRP (ABCG2)": "BCRP", "CYP3A4": "CYP3A", "CYP3A4/5": "CYP3A",
            "OATP1B1/1B3": "OATP1B1", "P-gp (ABCB1)": "P-gp", "P-glycoprotein": "P-gp"}
# Name of a source in the curated table → our short name.
SOURCES = {"AoU-phenoconv": "AoU", "CloToP": "CloToP", "DIKB-FDA2012": "DIKB",
           "DrugBank5": "DrugBank5", "Flockhart-substrate-evidence": "Flockhart"}
LABELS = ("label", "own-label")
STRENGTHS = {"strong": "strong", "potent": "strong", "moderate": "moderate", "weak": "weak"}
ORDER = ["weak", "moderate", "strong", "moderatelySensitive", "sensitive"]
RECALLED = {"moderately sensitive": "moderatelySensitive"}


class Roles:
    """The roles, gathered from the tables."""

    def __init__(self, reference, knowledgebase, medicines):
        self.reference, self.knowledgebase = Path(reference), Path(knowledgebase)
        self.index, self.ingredients = medicines.index(), medicines.ingredients_of
        read = load(Path(knowledgebase) / READINGS).get("roles", {})
        self.named = {key(name): ids for name, ids in read.get("medicines", {}).items()}
        self.garbled = {tuple(entry) for entry in read.get("garbled", [])}
        self.by_hand = {tuple(row[column] for column in COLUMNS[:3])
                        for row in tsv.read(Path(knowledgebase) / BY_HAND)}
        self.recalled, self.stated, self.counts = {}, {}, Counter()
        self.unknown, self.undecided = set(), []
        self._take_curated()
        self._take_examples()
        self._take_named()
        self._take_statements()

    def _ids(self, name, needed=True):
        """The medicines a name in a table means; an unknown name is noted if it is needed."""
        plain = re.sub(r"\s*\([^)]*\)$", "", name)
        for text in (name, plain):
            if key(text) in self.named:
                return self.named[key(text)]
            if key(text) in self.index:
                return [self.index[key(text)]]
        if needed:
            self.unknown.add(name)
        return []

    def _add(self, place, source, strength, labels=1):
        """Notes that a source lists a role, and the strength it states, or none."""
        self.stated.setdefault(place, {}).setdefault(source, Counter())[strength] += labels

    def _take_curated(self):
        for row in table(self.reference / CURATED):
            self.counts["rows of the curated table"] += 1
            sources = [part for part in row["corroboration"].split("; ") if part]
            protein = PROTEINS.get(row["enzyme_or_transporter"], row["enzyme_or_transporter"])
            for id_ in self._ids(row["drug"], bool(sources)):
                place = (id_, protein, row["role"])
                recalled = row["strength_recalled_from_FDA_tables"]
                self.recalled[place] = RECALLED.get(recalled, recalled)
                for part in sources:
                    source, said = part.split(":")
                    if source in LABELS:
                        continue
                    evidence = source == "Flockhart-substrate-evidence"
                    self._add(place, SOURCES[source], "" if evidence else STRENGTHS.get(said, ""))

    def _take_examples(self):
        for entry in load(self.knowledgebase / EXAMPLES).get("roles", []):
            for role, strengths in entry.items():
                if role == "protein":
                    continue
                for strength, names in strengths.items():
                    for name in names:
                        for id_ in self._ids(name):
                            self._add((id_, entry["protein"], role), "FDA",
                                      strength if strength in ORDER else "")

    def _take_named(self):
        for row in table(self.reference / NAMED):
            if (row["perpetrator"], row["enzyme"], row["strength_as_worded"]) in self.garbled:
                self.counts["label rows left out: garbled"] += 1
                continue
            protein = PROTEINS.get(row["enzyme"], row["enzyme"])
            for id_ in self._ids(row["perpetrator"]):
                said = STRENGTHS.get(row["strength_as_worded"], row["strength_as_worded"])
                self._add((id_, protein, row["role"]), "label", said, int(row["n_labels"]))

    def _take_statements(self):
        for row in table(self.reference / STATED):
            if (row["subject"], row["enzyme"], row["strength"]) in self.garbled:
                self.counts["label rows left out: garbled"] += 1
                continue
            own = self.ingredients(row["label_generic"]) or []
            for id_ in self._ids(row["subject"]):
                for enzyme in row["enzyme"].split(", "):
                    place = (id_, PROTEINS.get(enzyme, enzyme), row["role"])
                    source = "own-label" if id_ in own else "label"
                    self._add(place, source, STRENGTHS[row["strength"]])

    def strength(self, place):
        """The strength most sources state, the labels' if as many state another."""
        votes, labelled = Counter(), set()
        for source, said in self.stated[place].items():
            stated = {text: count for text, count in said.items() if text in ORDER}
            if source in LABELS and stated:
                most = max(stated.values())
                stated = [text for text, count in stated.items() if count == most]
                labelled.update(stated)
            votes.update(list(stated))
        if not votes:
            return "unstated"
        most = max(votes.values())
        first = [text for text in ORDER if votes[text] == most]
        first = [text for text in first if text in labelled] or first
        recalled = self.recalled.get(place, "")
        if len(first) > 1:
            return recalled if recalled in first else "unstated"
        if votes[first[0]] == 1 and {first[0], recalled} == {"strong", "weak"}:
            self.undecided.append((*place, first[0]))
            return "unstated"
        return first[0]

    def rows(self):
        """The rows of the table of roles, those entered by hand left out."""
        for place in sorted(self.stated):
            if place in self.by_hand:
                self.counts["roles entered by hand instead"] += 1
                continue
            sources = sorted(f"{source}:{text or 'listed'}"
                             for source, said in self.stated[place].items() for text in said)
            support = len(self.stated[place])
            yield dict(zip(COLUMNS, (*place, self.strength(place), support, sources)))

    def report(self, rows):
        """What there is, as text."""
        yield f"{len(rows)} roles of {len({row['medicine'] for row in rows})} medicines"
        for what, count in sorted(Counter(row["strength"] for row in rows).items()):
            yield f"  {count} {what}"
        for what, count in sorted(self.counts.items()):
            yield f"  {count} {what}"
        new = {tuple(row[column] for column in COLUMNS[:3]) for row in rows} - self.recalled.keys()
        yield f"  {len(new)} roles the curated table does not have"
        lost = self.recalled.keys() - self.stated.keys()
        yield f"  {len(lost)} roles of the curated table left out: no source lists them"
        for medicine, protein, role, said in self.undecided:
            yield (f"  unstated: {medicine} {protein} {role}: one source says {said}, the table "
                   f"remembers {self.recalled[medicine, protein, role]}")
        for name in sorted(self.unknown):
            yield f"  no medicine: {name}"


def main(reference, knowledgebase, medicines):
    """Rewrites `medicines/roles.tsv`."""
    roles = Roles(reference, knowledgebase, medicines)
    rows = list(roles.rows())
    tables = f"{CURATED}, {NAMED}, {STATED} and {EXAMPLES}"
    tsv.write(Path(knowledgebase) / TABLE, tables, COLUMNS, rows)
    print("\n".join(roles.report(rows)))
