"""Checks the medicines as written: their ids, names and ingredients, their roles, and that every
alternative a rule names is one of them."""

import argparse
import sys
from collections import Counter
from pathlib import Path

import medicines, roles, tsv
from guideline_rows import table
from names import LONGEST, key
from yamltext import load

KINDS = {"ingredient", "combination", "class", "substance"}
ROLES = {"substrate": {"sensitive", "moderatelySensitive"},
         "inhibitor": {"strong", "moderate", "weak"}, "inducer": {"strong", "moderate", "weak"}}
LISTS = ("brands", "synonyms", "ingredients")
COMMON = "drug-identity/common_comedications.tsv"


def entries(knowledgebase):
    """(where it stands, fields) of every medicine, lists split."""
    for path in sorted((knowledgebase / "drugs").glob("*.yaml")):
        drug = load(path)
        rules = [rule for guideline in drug["guidelines"] for rule in guideline["rules"] or []]
        yield path.name, {
            "id": drug["drug"], "name": drug.get("name", drug["drug"]),
            "kind": drug.get("kind", "ingredient"), "source": "ClinPGx",
            **{column: drug.get(column, []) for column in LISTS},
            "rules": rules}
    for file in medicines.TABLE, medicines.BY_HAND:
        for row in tsv.read(knowledgebase / file):
            lists = {column: tsv.several(row[column]) for column in LISTS}
            yield file, {**row, **lists, "rules": []}


def identity_faults(found):
    """What is wrong with the medicines themselves."""
    ids = Counter(fields["id"] for _, fields in found)
    owners = {}
    for place, fields in found:
        id_, names = fields["id"], {}
        if ids[id_] > 1:
            yield f"{place}: {id_} is there twice"
        for column in "id", "name", "kind", "source":
            if not fields[column]:
                yield f"{place}: {id_} has no {column}"
        if fields["kind"] not in KINDS:
            yield f"{place}: {id_} is a '{fields['kind']}', which is no kind"
        if fields["kind"] == "substance" and place != medicines.BY_HAND:
            yield f"{place}: the substance {id_} belongs in {medicines.BY_HAND}"
        for name in [id_, fields["name"]]:
            names[key(name)] = name
        for name in fields["brands"] + fields["synonyms"]:
            if key(name) in names:
                yield f"{place}: {id_} is called '{name}' twice"
            names[key(name)] = name
        for text, name in names.items():
            if not text:
                yield f"{place}: a name of {id_} is empty: '{name}'"
            owners.setdefault(text, {})[id_] = name
        if bool(fields["ingredients"]) != (fields["kind"] == "combination"):
            count = len(fields["ingredients"])
            yield f"{place}: {id_} is a {fields['kind']} with {count} ingredients"
        for part in set(fields["ingredients"]) - set(ids):
            yield f"{place}: ingredient {part} of {id_} is no medicine"
        if id_ in fields["ingredients"]:
            yield f"{place}: {id_} is an ingredient of itself"
    for held in owners.values():
        if len(held) > 1:
            yield f"'{next(iter(held.values()))}' leads to {', '.join(sorted(held))}"
    yield from order_faults(found, owners)
    mixtures = Counter(tuple(sorted(fields["ingredients"])) for _, fields in found
                       if fields["kind"] == "combination")
    for parts, count in mixtures.items():
        if count > 1:
            yield f"{count} combinations of {', '.join(parts)}"


def order_faults(found, owners):
    """Combinations that their ingredients, named in another order, don't lead to."""
    names = {fields["id"]: fields["name"] for _, fields in found}
    for place, fields in found:
        parts = [names[id_] for id_ in fields["ingredients"] if id_ in names]
        if not 1 < len(parts) <= 3:
            continue
        for text in medicines.orders(parts):
            if fields["id"] not in owners.get(key(text), {}):
                yield f"{place}: {fields['id']} is not found as '{text}'"


def alternative_faults(found):
    """Alternatives no medicine stands for."""
    ids = {fields["id"] for _, fields in found}
    for place, fields in found:
        for rule in fields["rules"]:
            for column in "alternatives", "excludedAlternatives":
                for id_ in rule.get(column, []):
                    if id_ not in ids:
                        yield f"{place}: {rule['id']}: {column}: {id_} is no medicine"


def role_faults(knowledgebase, ids):
    """What is wrong with the roles."""
    seen = set()
    for file in roles.TABLE, roles.BY_HAND:
        for row in tsv.read(knowledgebase / file):
            place = tuple(row[column] for column in roles.COLUMNS[:3])
            said = " ".join(place)
            for column in roles.COLUMNS:
                if not row[column]:
                    yield f"{file}: {said} has no {column}"
            if place in seen:
                yield f"{file}: {said} is there twice"
            seen.add(place)
            if row["medicine"] not in ids:
                yield f"{file}: {said}: {row['medicine']} is no medicine"
            if row["role"] not in ROLES:
                yield f"{file}: {said}: '{row['role']}' is no role"
            elif row["strength"] not in ROLES[row["role"]] | {"unstated"}:
                yield f"{file}: {said} is '{row['strength']}', which is no strength of it"
            stated = [source.split(":") for source in tsv.several(row["sources"])]
            sources = {source for source, _ in stated}
            if row["support"] != str(len(sources)):
                yield f"{file}: {said}: support {row['support']}, {len(sources)} sources"
            if row["strength"] not in {"unstated", *(strength for _, strength in stated)}:
                yield f"{file}: {said}: no source says {row['strength']}"


def check(reference, knowledgebase):
    """The faults found."""
    knowledgebase = Path(knowledgebase)
    found = list(entries(knowledgebase))
    ids = {fields["id"] for _, fields in found}
    names = {key(name) for _, fields in found
             for name in [fields["id"], fields["name"]] + fields["brands"] + fields["synonyms"]}
    faults = list(identity_faults(found)) + list(alternative_faults(found))
    faults += role_faults(knowledgebase, ids)
    faults += [f"{COMMON}: {row['name']} leads to no medicine"
               for row in table(Path(reference) / COMMON) if key(row["name"]) not in names]
    faults += [f"{place}: {fields['id']}: '{name}' is over {LONGEST} characters"
               for place, fields in found if place == medicines.TABLE
               for name in fields["brands"] + fields["synonyms"]
               if len(name) > LONGEST and fields["kind"] != "combination"]
    return faults


def report(faults):
    """The faults as text."""
    yield f"medicines: {len(faults)} faults"
    yield from (f"  {fault}" for fault in faults)


def main():
    """Prints the report; exits 1 if there are faults."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reference")
    parser.add_argument("knowledgebase")
    options = parser.parse_args()
    faults = check(options.reference, options.knowledgebase)
    print("\n".join(report(faults)))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
