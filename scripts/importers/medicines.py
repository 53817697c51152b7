"""Every medicine and the names that lead to it, each name to one medicine only.

Rows of the identity table, the drugs that have a file of their own and the rows entered by hand
make the medicines. A name that two of them claim goes to the one with the better claim, or to
none.
"""

import argparse
import itertools
import re
from collections import Counter
from pathlib import Path

import fda, identity, tsv
from identity import Claim, Medicine, Name
from names import alike, bare, key, neater
from readings import drug_id
from yamltext import load

COLUMNS = ["id", "name", "kind", "rxnorm", "atc", "brands", "synonyms", "ingredients", "source"]
TABLE, BY_HAND = "medicines/identity.tsv", "medicines/identity-hand.tsv"
READINGS = "readings/medicines.yaml"
# First words of names that are no ingredient without the rest.
NO_BASE = set("""
    aluminum ammonium barium calcium copper dimethyl ferrous gallium iron lithium magnesium
    potassium silver sodium zinc
""".split())


class Medicines:
    """The medicines, built from the tables for the drugs that have a file."""

    def __init__(self, reference, knowledgebase, drugs):
        """`drugs` are the names of the drugs with a file."""
        self.reference, self.knowledgebase = Path(reference), Path(knowledgebase)
        self.read = load(self.knowledgebase / READINGS)
        self.all, self.counts, self.dropped, self.unmatched = {}, Counter(), [], []
        self._take_rows()
        self._take_drugs(drugs)
        self._take_rows_by_hand()
        self._merge()
        self._add_names_by_hand()
        self._add_cpic_names()
        self._name_ingredients()
        self._add_labels()
        self._add_orders()
        self._settle()

    # What is listed

    def _take_rows(self):
        renamed = self.read.get("renamed", {})
        for line in identity.rows(self.reference):
            found = identity.medicine(line)
            if found.name in renamed:
                found.id, found.name = drug_id(renamed[found.name]), renamed[found.name]
                found.names.append(Name(found.name, Claim.OWN, False, "ClinPGx"))
            found.clinpgx = line["pgkb_id"]
            self._add(found)

    def _add(self, found):
        before = self.all.get(found.id)
        if before is None:
            self.all[found.id] = found
        else:
            before.atc = list(dict.fromkeys(before.atc + found.atc))
            before.names += found.names
            self.counts["rows of the same name made one"] += 1

    def _take_drugs(self, drugs):
        given = fda.given_names(self.knowledgebase)
        for name in drugs:
            found = self.all.get(drug_id(name))
            if found is None:
                kind = "combination" if "/" in name else "ingredient"
                found = Medicine(id=drug_id(name), name=name, kind=kind)
                self._add(found)
            found.name, found.home = name, "drugs"
            found.names.append(Name(name, Claim.OWN, False, "hand"))
            for word in given.get(name, []):
                found.names.append(Name(word, Claim.HAND, word[:1].isupper(), "hand"))

    def _take_rows_by_hand(self):
        for row in tsv.read(self.knowledgebase / BY_HAND):
            if row["id"] in self.all:
                raise SystemExit(f"{BY_HAND}: {row['id']} is known already; put further names of "
                                 f"it into {READINGS}")
            found = Medicine(
                id=row["id"], name=row["name"], kind=row["kind"], rxnorm=row["rxnorm"],
                atc=tsv.several(row["atc"]), ingredients=tsv.several(row["ingredients"]),
                sources=set(tsv.several(row["source"])), home="hand")
            found.names = [Name(row["name"], Claim.OWN, False, "hand")]
            for column in "brands", "synonyms":
                found.names += [Name(word, Claim.HAND, column == "brands", "hand")
                                for word in tsv.several(row[column])]
            self._add(found)

    # What is the same

    def _merge(self):
        for name, other in self.read.get("same", {}).items():
            self._join(drug_id(name), drug_id(other), "second rows for one medicine joined")
        for id_ in sorted(self.all):
            found = self.all[id_]
            base = drug_id(bare(found.name))
            if (found.home != "table" or found.kind != "ingredient" or base == id_
                    or base.split("-")[0] in NO_BASE):
                continue
            if base not in self.all:
                found.names.append(Name(bare(found.name), Claim.GENERIC, False, "ClinPGx"))
            elif self.all[base].kind == "ingredient":
                self._join(id_, base, "salts and esters joined to their ingredient")

    def _join(self, id_, into, what):
        found, target = self.all.pop(id_), self.all[into]
        for name in found.names:
            claim = Claim.MERGED if name.claim == Claim.OWN else name.claim
            target.names.append(Name(name.text, claim, name.brand, name.source))
        target.sources |= found.sources
        self.counts[what] += 1

    # Further names

    def _entries(self, section):
        """(medicine, entry) of a section of the readings."""
        for id_, entry in self.read.get(section, {}).items():
            if id_ not in self.all:
                raise SystemExit(f"{READINGS}: {section}: {id_} is no medicine")
            yield self.all[id_], entry

    def _add_names_by_hand(self):
        for found, kind in self._entries("kinds"):
            found.kind = kind
        for id_ in self.read.get("oneListDoubtful", []):
            self.all[id_].names = [
                name for name in self.all[id_].names if name.claim != Claim.LOOSE]
        for found, words in self._entries("notNames"):
            wrong = {key(str(word)) for word in words}
            found.names = [name for name in found.names
                           if name.claim <= Claim.MERGED or key(name.text) not in wrong]
        for column in "brands", "synonyms":
            for found, words in self._entries(column):
                found.names += [Name(str(word), Claim.HAND, column == "brands", "hand")
                                for word in words]

    def _add_cpic_names(self):
        by_clinpgx = {found.clinpgx: found for found in self.all.values() if found.clinpgx}
        for clinpgx, name in identity.cpic_names(self.reference).items():
            found = by_clinpgx.get(clinpgx)
            if found is not None and key(name) != found.id:
                found.names.append(Name(name, Claim.MERGED, False, "CPIC"))

    def _known(self):
        """Key → id, for the names that tell which medicine an ingredient's name means."""
        known = {}
        for claim in (Claim.OWN, Claim.HAND, Claim.MERGED, Claim.GENERIC):
            for id_, found in self.all.items():
                if found.kind in ("ingredient", "substance"):
                    for name in found.names:
                        if name.claim == claim and not name.brand:
                            known.setdefault(key(name.text), id_)
        return known

    def _name_ingredients(self):
        """Finds the ingredients of the combinations by the parts of their names."""
        self.known = self._known()
        for found, listed in self._entries("ingredients"):
            found.kind, found.ingredients = "combination", list(listed)
        for found in self.all.values():
            if found.kind == "combination" and not found.ingredients:
                found.ingredients = self.ingredients_of(found.name)
                if found.ingredients is None:
                    raise SystemExit(f"{found.name}: not all ingredients are medicines; list them "
                                     f"under ingredients in {READINGS}")

    def ingredients_of(self, text):
        """The ids of the ingredients a text lists, or None if one is unknown."""
        ids = [self.known.get(key(part)) or self.known.get(key(identity.ingredient_name(part)))
               for part in identity.parts(text)]
        return None if None in ids else sorted(set(ids))

    def _add_labels(self):
        """Brands of the staged labels, also of those that hold several ingredients."""
        whole = {tuple(sorted(found.ingredients)): found for found in self.all.values()
                 if found.kind == "combination"}
        for generic, brand in identity.labels(self.reference):
            ids = self.ingredients_of(generic)
            if ids and len(ids) == 1:
                found = self.all[ids[0]]
            else:
                found = whole.get(tuple(ids)) if ids else None
            if found is None:
                self.unmatched.append(f"{brand} ({generic})")
                continue
            found.sources.add("openFDA")
            if alike(brand, found.name):
                found.names.append(Name(brand, Claim.GENERIC, False, "openFDA"))
            elif not any(part in key(brand) for part in found.ingredients or [found.id]):
                found.names.append(Name(brand, Claim.LABEL, True, "openFDA"))

    def _add_orders(self):
        """The ways people name a combination by its ingredients."""
        other = self.read.get("generics", {})
        for found in self.all.values():
            if found.kind != "combination" or len(found.ingredients) > 3:
                continue
            spelled = [[self.all[id_].name] + other.get(id_, []) for id_ in found.ingredients]
            if len(spelled) == 3:
                spelled = [names[:1] for names in spelled]
            for chosen in itertools.product(*spelled):
                for text in orders(chosen):
                    if key(text) != found.id:
                        found.names.append(Name(text, Claim.HAND, False, "ClinPGx"))

    # Clashes

    def _settle(self):
        """Gives each name to one medicine, and each medicine its brands and synonyms."""
        claims = {}
        for found in self.all.values():
            for name in found.names:
                claims.setdefault(key(name.text), {}).setdefault(found.id, []).append(name)
        for id_ in self.all:
            claims.setdefault(id_, {}).setdefault(id_, [Name(id_, Claim.OWN, False, "")])
        for held in claims.values():
            winner = self._winner(held)
            for id_, names in held.items():
                if id_ != winner:
                    self.dropped.append((min(n.claim for n in names), names[0].text, id_, winner))
            if winner is not None:
                self._give(winner, held[winner])
        for found in self.all.values():
            found.brands.sort(key=lambda text: (text.casefold(), text))
            found.synonyms.sort(key=lambda text: (text.casefold(), text))

    def _winner(self, held):
        """The medicine a name belongs to, or None."""
        best = {id_: min(name.claim for name in names) for id_, names in held.items()}
        sure = [id_ for id_, claim in best.items() if claim != Claim.DOUBTFUL]
        if not sure:
            return None
        if len(best) == 1:
            return sure[0]
        top = min(best.values())
        first = [id_ for id_ in sure if best[id_] == top]
        if top <= Claim.MERGED:
            if len(first) > 1:
                owners = " and of ".join(sorted(first))
                raise SystemExit(f"'{held[first[0]][0].text}' is a name of {owners}; say whose in "
                                 f"{READINGS} or {BY_HAND}")
            return first[0]
        if all(name.brand for names in held.values() for name in names):
            for id_ in sure:
                if best.keys() - {id_} <= set(self.all[id_].ingredients):
                    return id_  # the brand of a combination, listed with its ingredients too
        plain = [id_ for id_ in best if self.all[id_].kind == "ingredient"]
        if top >= Claim.ALONE and len(plain) > 1:
            return None
        if len(first) == 1:
            return first[0]
        first = [id_ for id_ in first if id_ in plain]
        return first[0] if len(first) == 1 else None

    def _give(self, id_, names):
        found = self.all[id_]
        names = [name for name in names if name.claim != Claim.DOUBTFUL]
        best = min(names, key=lambda name: name.claim)
        if key(best.text) in (id_, key(found.name)):
            return
        text = best.text
        for name in names:
            if name.claim == best.claim:
                text = neater(text, name.text)
        (found.brands if best.brand else found.synonyms).append(text)
        found.sources.update(name.source for name in names if name.source)

    # What is written

    def fields(self, name):
        """The identity fields of a drug's file."""
        found = self.all[drug_id(name)]
        return {"kind": "" if found.kind == "ingredient" else found.kind, "rxnorm": found.rxnorm,
                "atc": found.atc, "brands": found.brands, "synonyms": found.synonyms,
                "ingredients": found.ingredients}

    def rows(self):
        """The rows of the identity table: medicines without a file and not entered by hand."""
        for id_ in sorted(self.all):
            found = self.all[id_]
            if found.home == "table":
                yield {**{column: getattr(found, column) for column in COLUMNS[:-1]},
                       "source": sorted(found.sources)}

    def index(self):
        """Key → id, for every name that leads to a medicine."""
        return {key(name): found.id for found in self.all.values()
                for name in [found.id, found.name] + found.brands + found.synonyms}

    def report(self):
        """What there is, as text."""
        rows = [found for found in self.all.values() if found.home == "table"]
        kinds = Counter(found.kind for found in rows)
        yield (f"{len(rows)} medicines without a file: "
               + ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
               + f"; {sum(f.home == 'hand' for f in self.all.values())} by hand")
        for what, count in sorted(self.counts.items()):
            yield f"  {count} {what}"
        every = list(self.all.values())
        brands = sum(len(f.brands) for f in every)
        others = [text for f in every for text in f.synonyms]
        salts = sum(bare(text) != text.lower() for text in others)
        yield f"{brands} brands, {len(others)} other names, {salts} of them with a salt or ester"
        doubtful = sum(claim == Claim.DOUBTFUL for claim, *_ in self.dropped)
        yield f"  {doubtful} trade names left out that the second list does not have"
        yield f"  {len(self.dropped) - doubtful} other claims to a name lost:"
        for claim, text, id_, winner in sorted(self.dropped, key=lambda lost: lost[1:3]):
            if claim != Claim.DOUBTFUL:
                yield f"    '{text}' of {id_}: " + (f"{winner}'s" if winner else "nobody's")
        for label in self.unmatched:
            yield f"  a label's brand left out: {label}"


def orders(names):
    """The ways to write ingredients together: in any order, two of them with `and` too."""
    for order in itertools.permutations(names):
        yield "/".join(order)
        if len(order) == 2:
            yield " and ".join(order)


def drug_names(knowledgebase):
    """The names of the drugs that have a file."""
    names = []
    for path in sorted((Path(knowledgebase) / "drugs").glob("*.yaml")):
        head = path.read_text(encoding="utf-8").split("\nguidelines:")[0]
        found = dict(re.findall(r'^(drug|name): "?(.*?)"?$', head, re.M))
        names.append(found.get("name", found["drug"]))
    return names


def main(reference, knowledgebase):
    """Rewrites `medicines/identity.tsv`. Returns the medicines."""
    medicines = Medicines(reference, knowledgebase, drug_names(knowledgebase))
    tsv.write(Path(knowledgebase) / TABLE, "drug-identity and fda/fda_labels_index.tsv", COLUMNS,
              list(medicines.rows()))
    print("\n".join(medicines.report()))
    return medicines


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reference")
    parser.add_argument("knowledgebase")
    options = parser.parse_args()
    main(options.reference, options.knowledgebase)
