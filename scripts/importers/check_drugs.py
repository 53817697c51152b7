"""Checks `drugs/*.yaml` against the tables they were made from, and counts what is covered.

Every row of a table must find exactly one rule, with what its sentences were read to mean; no rule
may hold for a combination no row has; fields that lean on each other must agree; no sentence of a
source may be in the files.
"""

import argparse
import itertools
import sys
from collections import Counter
from pathlib import Path

import conditions, guideline_rows, shape
from drugs import LICENCES, Import
from handread import strings
from guideline_rows import word_runs
from readings import FIELDS, drug_id, sentence
from yamltext import load

RUN = 8  # words in a row that count as a source's wording


def rules_by_place(drugs):
    """(source, drug, guideline) → the rules as written."""
    found = {}
    for drug in drugs:
        for guideline in drug["guidelines"]:
            place = (guideline["source"], drug["drug"], guideline["id"])
            if place in found:
                raise SystemExit(f"{drug['drug']}: guideline {guideline['id']} is there twice")
            found[place] = guideline["rules"] or []
    return found


def matching(rules, genes, combo, population):
    """The rules that hold for a combination."""
    return [rule for rule in rules
            if sorted(rule["when"]) == list(genes) and rule.get("population", "") == population
            and all(conditions.fulfils(rule["when"][gene], token)
                    for gene, token in zip(genes, combo))]


def check(reference, knowledgebase):
    """The faults found, and a report of what is covered."""
    run = Import(reference, knowledgebase)
    drugs = [load(path) for path in sorted((Path(knowledgebase) / "drugs").glob("*.yaml"))]
    written = rules_by_place(drugs)
    faults, unread = [], []
    known = {}
    for place, row in run.rows.items():
        source, drug, guideline, genes, combo, population = place
        known.setdefault((source, drug_id(drug), guideline, genes, population), set()).add(combo)
        read = run._read(row, run._read_as(source, drug, guideline))
        if read is None:
            unread.append(place)
            continue
        rules = matching(written.get((source, drug_id(drug), guideline), []), genes, combo,
                         population)
        if len(rules) != 1:
            faults.append(f"{place}: {len(rules)} rules")
            continue
        said = ({name: rules[0][name] for name in FIELDS if name in rules[0]},
                rules[0].get("implications", {}), rules[0].get("strength", ""))
        if said != (*read, run._strength(row)):
            faults.append(f"{place}: {rules[0]['id']} says {said}, the row {read}")
        if row.row_id and row.row_id not in rules[0]["rows"]:
            faults.append(f"{place}: {rules[0]['id']} does not name row {row.row_id}")
    for (source, drug, guideline), rules in written.items():
        if source not in LICENCES:
            continue
        for rule in rules:
            genes = tuple(sorted(rule["when"]))
            held = known.get((source, drug, guideline, genes, rule.get("population", "")), set())
            domains = [[token for token in run.domains[source, gene]
                        if conditions.fulfils(rule["when"][gene], token)] for gene in genes]
            extra = set(itertools.product(*domains)) - held
            if extra:
                faults.append(f"{rule['id']}: holds for combinations without a row: {extra}")
            for gene, need in rule["when"].items():
                domain = run.domains[source, gene]
                if isinstance(need, list):
                    every = [("phenotype", value) for value in need]
                elif "diplotype" in need:
                    every = [("diplotype", value) for value in need["diplotype"]]
                else:
                    every = []
                if set(every) - domain:
                    faults.append(f"{rule['id']}: {gene} {set(every) - domain} is in no row")
    for readings in run.by_rule:
        faults += readings.faults(written)
    faults += shape.faults(run, Path(knowledgebase), drugs)
    faults += wording(reference, knowledgebase)
    return run, written, faults, unread


def wording(reference, knowledgebase):
    """Runs of words that a file shares with a source's sentence."""
    runs = set()
    older = guideline_rows.older(reference)
    for row in older:
        for text in [row.text] + [text for _, text in row.implications]:
            runs |= word_runs(sentence(text), RUN)
    for line in guideline_rows.table(
            Path(reference) / "derived/recommendations_seen_in_example_reports_2024-05_to_2025-11.tsv"):
        for text in line["rec"], line["impl"]:
            runs |= word_runs(sentence(text), RUN)
    faults = []
    for folder in "drugs", "readings":
        for path in sorted((Path(knowledgebase) / folder).glob("*.yaml")):
            for value in strings(load(path)):
                shared = word_runs(value, RUN) & runs
                if shared:
                    faults.append(f"{path.name}: source's wording: {sorted(shared)[0]}")
    return faults


def report(run, written, faults, unread):
    """What is covered, as text."""
    older = guideline_rows.older(run.reference)
    total = Counter(row.source for row in older)
    unmapped_ids = {row.row_id for row, _ in run.unmapped}
    unmapped = Counter((row.source, value) for row, value in run.unmapped)
    waiting = {row.row_id for place, row in run.rows.items() if place in set(unread)}
    for source in total:
        lost = [row for row in older if row.source == source
                and (row.row_id in unmapped_ids or row.row_id in waiting)]
        rules = [rule for place, rules in written.items() if place[0] == source for rule in rules]
        drugs = {place[1] for place in written if place[0] == source}
        yield (f"{source}: {total[source] - len(lost)} of {total[source]} rows of 2024-03 covered; "
               f"{len(rules)} rules for {len(drugs)} drugs")
        for (other, value), count in sorted(unmapped.items()):
            if other == source:
                yield f"  {count} rows not covered: '{value}' is no result a patient can have"
        if unread:
            yield f"  {sum(p[0] == source for p in unread)} rows wait for a reading"
    for readings in run.by_rule:
        yield from readings.report()
    newer = guideline_rows.newer(run.reference, run.words["editions"])
    yield f"{len(newer)} newer rows read; {len(run.superseded)} texts replaced by newer ones"
    for row, why in run.corrected:
        yield f"  corrected: {row.drug} {row.row_id}: {why}"
    yield f"{len(faults)} faults"
    yield from (f"  {fault}" for fault in faults)


def main():
    """Prints the report; exits 1 if there are faults."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reference")
    parser.add_argument("knowledgebase")
    options = parser.parse_args()
    run, written, faults, unread = check(options.reference, options.knowledgebase)
    print("\n".join(report(run, written, faults, unread)))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
