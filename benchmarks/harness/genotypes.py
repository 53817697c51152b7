"""Holds what the program said of each position and gene against what was drawn for a made-up person."""
import csv
import json
import math
from dataclasses import dataclass, field

from harness.truth import spelled

HIDDEN = "*"  # lies in a deletion of its own chromosome
EXAMPLES = 200
Z = 1.959964  # 95 %


def wilson(count, total):
    """The 95 % interval of a share, by Wilson (1927)."""
    if not total:
        return 0.0, 1.0
    share, square = count / total, Z * Z
    middle = (share + square / (2 * total)) / (1 + square / total)
    half = Z * math.sqrt(share * (1 - share) / total + square / (4 * total * total)) / (1 + square / total)
    return max(0.0, middle - half), min(1.0, middle + half)


@dataclass
class Counts:
    """Positions that were compared, and what was said of them."""

    right: int = 0
    wrong: int = 0
    no_call: int = 0
    hidden: int = 0  # not compared: the chromosome has no such place
    examples: list = field(default_factory=list)

    @property
    def called(self):
        return self.right + self.wrong

    @property
    def positions(self):
        return self.called + self.no_call

    def add(self, other):
        for name in ("right", "wrong", "no_call", "hidden"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.examples = (self.examples + other.examples)[:EXAMPLES]

    def facts(self):
        low, high = wilson(self.wrong, self.called)
        return {"positions": self.positions, "right": self.right, "wrong": self.wrong, "noCall": self.no_call,
                "hidden": self.hidden, "concordance": round(self.right / max(1, self.called), 6),
                "noCallRate": round(self.no_call / max(1, self.positions), 6),
                "wrongPerThousand": round(1000 * self.wrong / max(1, self.called), 4),
                "wrongInterval": [round(1000 * low, 4), round(1000 * high, 4)], "examples": self.examples}


def rows(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def genes_of(output):
    """The genes of the only sample of the program's JSON, by symbol."""
    (sample,) = json.loads(output)["samples"]
    return {gene["gene"]: gene for gene in sample["genes"]}


def stated(gene, position, reference):
    """The alleles the program states at a position; None if it states none, or not all."""
    if any(found["id"] == position for found in gene["missingPositions"]):
        return None
    if gene["status"] == "notCalled" and not gene["missingPositions"] and not gene["evidence"]:
        return None
    for found in gene["evidence"]:
        if found["id"] == position:
            return None if "?" in found["alleles"] else found["alleles"]
    return [reference]


def verdict(found, want):
    """`right` or `wrong`; one allele may stand for two that are the same."""
    if len(set(found)) == len(set(want)) == 1:
        return "right" if found[0] == want[0] else "wrong"
    return "right" if sorted(found) == sorted(want) else "wrong"


def compare_positions(genes, truth, where):
    """Counts over the rows of a table of positions, for the genes the program speaks of.

    Genes told by their structure are left out: not all of their positions without data are listed.
    """
    counts = Counts()
    for row in truth:
        gene = genes.get(row["gene"])
        if gene is None or "structure" in gene:
            continue
        want = row["genotype"].split("/")
        if HIDDEN in want:
            counts.hidden += 1
            continue
        found = stated(gene, row["position"], row["reference"])
        if found is None:
            counts.no_call += 1
        elif verdict(found, want) == "right":
            counts.right += 1
        else:
            counts.wrong += 1
            counts.examples.append(f"{where} {row['gene']} {row['position']} {row['contig']}:{row['place']} "
                                   f"is {row['genotype']}, said {'/'.join(found)}")
    return counts


def compare_diplotypes(genes, truth, where):
    """How many genes are `exact`, `ambiguous` (the drawn one among several), `notCalled` or `wrong`, and the wrong."""
    said, examples = dict.fromkeys(("exact", "ambiguous", "notCalled", "wrong"), 0), []
    for row in truth:
        gene = genes.get(row["gene"])
        if gene is None:
            continue
        want = spelled(row["diplotype"])
        if [spelled(name) for name in gene["diplotypes"]] == [want]:
            said["exact"] += 1
        elif want in map(spelled, gene["compatible"]):
            said["ambiguous"] += 1
        elif gene["status"] == "notCalled":
            said["notCalled"] += 1
        else:
            said["wrong"] += 1
            examples.append(f"{where} {row['gene']} is {row['diplotype']}, said {gene['diplotypes'][:4]}"
                            f"{'' if gene['diplotypes'] else gene.get('haplotypes', [])[:4]}")
    return said, examples
