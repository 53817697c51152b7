"""The weight of ClinPGx's clinical annotations for each gene: best level, number of them."""

import re
from pathlib import Path

from sources import table

ANNOTATIONS = "clinpgx/clinical_annotations.2025-01-05.tsv"
# The strongest first.
LEVELS = ["1A", "1B", "2A", "2B", "3", "4"]


def by_gene(reference: Path) -> dict[str, tuple[str, int]]:
    """Gene → (best level, number); an annotation of several genes counts for each."""
    levels: dict[str, list[str]] = {}
    for row in table(reference / ANNOTATIONS):
        level = row["Level of Evidence"]
        if level not in LEVELS:
            raise SystemExit(f"{ANNOTATIONS}: unknown level {level!r}")
        for gene in set(re.split(r"[;,]\s*", row["Gene"])) - {""}:
            levels.setdefault(gene, []).append(level)
    return {gene: (min(found, key=LEVELS.index), len(found)) for gene, found in levels.items()}


def line(gene: str, found: dict[str, tuple[str, int]]) -> list[str]:
    """The `evidence` line of a gene's file; none if ClinPGx has no annotation of the gene."""
    if gene not in found:
        return []
    level, number = found[gene]
    shown = f'"{level}"' if level.isdigit() else level
    return [f"evidence: {{clinpgxLevel: {shown}, annotations: {number}}}"]
