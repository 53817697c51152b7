"""Checks `medicines/lifestyle.yaml`, which is written by hand, against the excerpts it names.

Every label source must be an excerpt of the staged files, of the date it says; a figure
(threshold, fold, dose, or one in a remark) must stand in the excerpts named. Figures that come
from a page are only listed: no copy of a page is staged to look them up in.
"""

import argparse
import csv
import json
import re
import sys
from collections import Counter
from pathlib import Path

from handread import strings
from guideline_rows import word_runs
from readings import drug_id, key, sentence
from yamltext import load

FIELDS = ["id", "factor", "medicines", "people", "conditions", "threshold", "mechanism",
          "direction", "fold", "severity", "action", "contraindicated", "doses", "monitor", "alternatives", "remark", "sources"]
REQUIRED = ["id", "factor", "medicines", "mechanism", "direction", "severity", "action", "sources"]
NAMES = {
    "factor": "smoking smokingStopped grapefruit stJohnsWort alcohol caffeine charcoalGrill food "
              "renalFunction hepaticFunction pregnancy breastfeeding age",
    "people": "children elderly",
    "conditions": "dementia tonsilsRemoved nearTerm rheumatoidArthritis alcoholism "
                  "alcoholWithdrawal",
    "direction": "exposureUp exposureDown effectUp effectDown riskUp none",
    "severity": "contraindicated major moderate minor",
    "action": "avoid useAlternative reduceDose increaseDose adjustDose monitor test standard "
              "noRecommendation",
    "monitor": "drugLevel response sideEffects electrocardiogram inr bloodCount liverFunction "
               "bloodPressure creatineKinase lipids bilirubin haemolysis metaboliteLevel "
               "skinReaction hearing bodyTemperature bleeding heartRate renalFunction",
    "measure": "eGFR creatinineClearance childPugh ageYears weightKg cigarettesPerDay",
    "phase": "start maintenance any",
    "quantity": "percentOfUsual percentReduction percentIncrease percentAtMost amount minimum "
                "maximum percentOfMaximum",
}
NAMES = {field: set(names.split()) for field, names in NAMES.items()}
SUBFIELDS = {"threshold": {"measure", "from", "below", "unit"}, "fold": {"low", "high"},
             "doses": {"phase", "quantity", "low", "high", "unit"},
             "sources": {"name", "label", "section", "text", "url"}}
WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
CHILD_PUGH = {"from": {5: "A", 7: "B", 10: "C|>B"},  # the class a score begins or ends
              "below": {7: "A", 10: "B", 16: "C|>B"}}
LONGEST = {"mechanism": 8, "remark": 30}
RUN = 8  # words in a row that count as a source's wording


def date(effective):
    """20230523 → 2023-05-23."""
    return f"{effective[:4]}-{effective[4:6]}-{effective[6:]}"


def table(path):
    """The rows of a tab-separated file."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def excerpts(reference):
    """(hash, brand and date, section) → the excerpt, of every staged label text."""
    found, brands = {}, {}
    for line in open(reference / "fda/fda_label_pgx_excerpts.jsonl", encoding="utf-8"):
        row = json.loads(line)
        brands[row["appl"]] = row["brand"]
        section = row["section"].removesuffix(" (sentences)").replace("_", " ")
        found[key(row["text"]), f"{row['brand']} {date(row['effective'])}", section] = row["text"]
    for name, column in ("self_statements", "context"), ("raw_matches", "examples_text"):
        for row in table(reference / f"ddi/fda_label_{name}.tsv"):
            label = f"{brands[row['application']]} {date(row['effective'])}"
            text = row[column]
            if name == "raw_matches":
                text = f"{row['strength']} {row['enzyme_text']} {row['role']}: {text}"
            found[key(text), label, row["section"].replace("_", " ")] = text
    return found


def medicines(reference, knowledgebase):
    """The ids an entry may name."""
    known = {path.stem for path in (knowledgebase / "drugs").glob("*.yaml")}
    for name in "drug_identity", "common_comedications":
        known |= {drug_id(row["name"]) for row in table(reference / f"drug-identity/{name}.tsv")}
    return known


def numbers(text):
    """The numbers in a text, those in words too."""
    found = {float(number) for number in re.findall(r"\d+(?:\.\d+)?", text.replace(",", ""))}
    return found | {WORDS.index(word) for word in re.findall(r"[a-z]+", text.lower())
                    if word in WORDS}


def figures(entry):
    """(what, value) for every figure of an entry that a source must state."""
    threshold = entry.get("threshold", {})
    for end in "from", "below":
        if threshold.get(end):
            yield f"{threshold['measure']} {end}", threshold[end]
    for end, value in entry.get("fold", {}).items():
        yield "fold", value
    for dose in entry.get("doses", []):
        for end in "low", "high":
            if dose.get(end):
                yield "dose", dose[end]
    for number in sorted(numbers(re.sub(r"[A-Za-z]+\d\w*", "", entry.get("remark", "")))):
        yield "remark", number


def stated(what, value, text):
    """Whether a text states a figure, as it is or in the usual other form."""
    there = numbers(text)
    measure, _, end = what.partition(" ")
    if measure == "childPugh":
        grade = CHILD_PUGH[end].get(value)
        return bool(grade and re.search(rf"Child.Pugh[^.;]*(?<!\w)({grade})(?!\w)", text))
    if measure == "ageYears" and value < 2 and "month" in text:
        return round(value * 12) in there
    if measure == "ageYears":  # in completed years: "over 60" is 61 and more
        return bool({value, value - 1} & there)
    return value in there or measure == "fold" and round(abs(value - 1) * 100) in there


def form_faults(entry, known):
    """Unknown fields and names, and what is missing or too long."""
    yield from (f"unknown field {field}" for field in entry if field not in FIELDS)
    yield from (f"no {field}" for field in REQUIRED if not entry.get(field))
    for field, allowed in SUBFIELDS.items():
        parts = entry.get(field, [])
        for part in parts if isinstance(parts, list) else [parts]:
            yield from (f"unknown field {field}.{name}" for name in set(part) - allowed)
            yield from (f"unknown {name} {value}" for name, value in part.items()
                        if name in NAMES and value not in NAMES[name])
    for field in "factor", "people", "conditions", "direction", "severity", "action", "monitor":
        values = entry.get(field, [])
        yield from (f"unknown {field} {value}"
                    for value in (values if isinstance(values, list) else [values])
                    if value not in NAMES[field])
    for field in "medicines", "alternatives":
        named = entry.get(field, [])
        yield from (f"unknown medicine {name}" for name in named if name not in known)
        yield from (f"medicine {name} is there twice"
                    for name, count in Counter(named).items() if count > 1)
    for field, words in LONGEST.items():
        if len(str(entry.get(field, "")).split()) > words:
            yield f"{field} has more than {words} words"
    if (entry.get("severity") == "contraindicated") != bool(entry.get("contraindicated")):
        yield "contraindicated and severity disagree"
    threshold = entry.get("threshold")
    if threshold and not threshold.get("from", 0) < threshold.get("below", 10 ** 6):
        yield "threshold is empty"


def source_faults(entry, staged):
    """Sources that are not there, and figures no excerpt states."""
    texts = []
    for source in entry.get("sources", []):
        if "url" in source:
            if set(source) != {"name", "url"}:
                yield f"a page has name and url only: {source['url']}"
        else:
            place = source.get("text"), source.get("label"), source.get("section")
            if place not in staged:
                yield f"no such excerpt: {place}"
            else:
                texts.append(sentence(staged[place]))
    pages = any("url" in source for source in entry.get("sources", []))
    for what, value in figures(entry):
        if not pages and not any(stated(what, value, text) for text in texts):
            yield f"no excerpt states the {what} {value}"


def check(reference, knowledgebase):
    """The entries, the faults found, and the figures that come from pages."""
    reference, knowledgebase = Path(reference), Path(knowledgebase)
    entries = load(knowledgebase / "medicines/lifestyle.yaml") or []
    staged, known = excerpts(reference), medicines(reference, knowledgebase)
    runs = set().union(*(word_runs(sentence(text), RUN) for text in staged.values()))
    faults, pages = [], []
    faults += [f"{name}: is there twice" for name, n in
               Counter(entry["id"] for entry in entries).items() if n > 1]
    for entry in entries:
        found = [*form_faults(entry, known), *source_faults(entry, staged)]
        for text in strings({field: entry.get(field, "") for field in LONGEST}):
            shared = word_runs(text, RUN) & runs
            found += [f"source's wording: {sorted(shared)[0]}"] if shared else []
        faults += [f"{entry['id']}: {fault}" for fault in found]
        urls = [source["url"] for source in entry.get("sources", []) if "url" in source]
        values = [f"{what} {value}" for what, value in figures(entry)]
        if urls and values:
            pages.append(f"{entry['id']}: {', '.join(values)} ({' '.join(urls)})")
    return entries, faults, pages


def report(entries, faults, pages, show_pages=False):
    """What is there, as text."""
    medicines_named = {name for entry in entries for name in entry["medicines"]}
    yield f"{len(entries)} lifestyle entries about {len(medicines_named)} medicines"
    for factor, count in sorted(Counter(entry["factor"] for entry in entries).items()):
        yield f"  {factor}: {count}"
    yield f"{len(pages)} of them have figures from pages"
    yield from (f"  {line}" for line in pages if show_pages)
    yield f"{len(faults)} faults"
    yield from (f"  {fault}" for fault in faults)


def main():
    """Prints the report; exits 1 if there are faults."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reference")
    parser.add_argument("knowledgebase")
    parser.add_argument("--pages", action="store_true", help="list the figures from pages")
    options = parser.parse_args()
    entries, faults, pages = check(options.reference, options.knowledgebase)
    print("\n".join(report(entries, faults, pages, options.pages)))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
