"""Holds what the program said of made-up people against the alleles that were drawn for them."""
import csv
import json
import re
from concurrent.futures import ProcessPoolExecutor


def spelled(diplotype):
    """A spelling that does not depend on the order of the two."""
    return "/".join(sorted(re.sub(r"[\[\]]", "", diplotype).split("/")))


def compare(output, truth):
    """Counts of people times genes, and the first few that are wrong.

    A call is `exact` if it is the drawn diplotype alone, and `wrong` if the drawn diplotype is not
    even among those the program holds compatible. The rest is ambiguous: several named diplotypes
    look the same in an unphased file.
    """
    with open(truth, newline="") as file:
        drawn = {row["sample"]: row for row in csv.DictReader(file, delimiter="\t")}
    with open(output) as file:
        samples = json.load(file)["samples"]
    found = {"people": len(samples), "genes": 0, "exact": 0, "ambiguous": 0, "wrong": []}
    if {sample["id"] for sample in samples} != set(drawn):
        found["wrong"].append("the samples are not those of the file")
    for sample in samples:
        for gene in sample["genes"]:
            want = drawn.get(sample["id"], {}).get(gene["gene"])
            if want is None:
                continue
            found["genes"] += 1
            if [spelled(name) for name in gene["diplotypes"]] == [spelled(want)]:
                found["exact"] += 1
            elif spelled(want) in map(spelled, gene["compatible"]):
                found["ambiguous"] += 1
            else:
                found["wrong"].append(f"{sample['id']} {gene['gene']}: {want}")
    if not found["genes"]:
        found["wrong"].append("no gene was called")
    return found


def calls_fit(truth):
    """A check for a case; it runs in a process of its own, so that this one stays small."""
    def check(output):
        with ProcessPoolExecutor(1) as pool:
            return pool.submit(compare, output, truth).result()
    return check
