"""Reads positions and named alleles from knowledgebase/genes, one to a line."""
import re
from dataclasses import dataclass, field
from pathlib import Path

CELL = re.compile(r'(?:"([^"]+)"|([^\s,{}:"]+)): ([ACGT/]+)')


@dataclass
class Position:
    id: str
    start: int  # GRCh38, 1-based
    alleles: list  # GRCh38's reference first
    grch37: int = 0  # 1-based; 0 if GRCh37 has no such place
    grch37_reference: int = 0  # index of GRCh37's own allele
    context: tuple = None  # (start on GRCh38, reference bases around an indel)
    is_defining: bool = True  # otherwise it tells no haplotypes apart


@dataclass
class Allele:
    name: str  # as a report prints it
    cells: dict  # position id -> bases accepted, several joined by "/"


@dataclass
class Gene:
    symbol: str
    contig: str = ""
    inheritance: str = "autosomal"
    is_called: bool = True  # has haplotypes that a call names without being asked to
    is_structural: bool = False  # alleles are told by copies and hybrids, not by its positions alone
    positions: list = field(default_factory=list)
    alleles: list = field(default_factory=list)  # those with cells, the reference haplotype first

    def haplotype(self, allele, random):
        """The base at each position of a chromosome that carries the allele.

        Where a definition accepts several, one of them is drawn.
        """
        bases = {position.id: position.alleles[0] for position in self.positions}
        bases.update((id, base) for id, base in self.alleles[0].cells.items() if "/" not in base)
        bases.update((id, random.choice(base.split("/"))) for id, base in allele.cells.items())
        return bases


def value(line, key):
    """The plain or quoted value of `key` in a flow mapping."""
    found = re.search(rf'[{{ ]{key}: (?:"([^"]*)"|([^\s,}}]+))', line)
    return found and (found[1] or found[2])


def read_gene(path):
    gene = Gene(path.stem)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("contig: "):
            gene.contig = line.split()[1]
        elif line.startswith("inheritance: "):
            gene.inheritance = line.split()[1]
        elif line == "  method: structural":
            gene.is_structural = True
        elif line == "  method: variants" or line.startswith("  onRequest: "):
            gene.is_called = False
        elif line.startswith("  - {id: "):
            alleles = re.search(r"alleles: \[([ACGT, ]+)\]", line)[1].split(", ")
            context = re.search(r"context: \{start: (\d+), bases: ([ACGT]+)\}", line)
            gene.positions.append(Position(
                value(line, "id"), int(value(line, "grch38")), alleles, int(value(line, "grch37") or 0),
                int(value(line, "grch37Reference") or 0), context and (int(context[1]), context[2]),
                not value(line, "role")))
        elif line.startswith("  - {name: ") and "cells: {" in line:
            cells = line[line.index("cells: {"):]
            gene.alleles.append(Allele(
                value(line, "reportedAs") or value(line, "name"),
                {quoted or plain: bases for quoted, plain, bases in CELL.findall(cells)}))
    return gene


def read_all_genes(folder):
    """Every gene with positions, in the order of its name; some without haplotypes."""
    genes = [read_gene(path) for path in sorted(Path(folder).glob("*.yaml"))]
    return [gene for gene in genes if gene.positions]


def read_genes(folder):
    """Every gene with positions and haplotypes, in the order of its name."""
    return [gene for gene in read_all_genes(folder) if gene.is_called]
