"""Reads the PyPGx star-allele tables: a gene's positions, and what each allele must show.

The tables state every variant on both assemblies. They write a variant of an allele's core against
each assembly's own reference, so that a core differs where the references do; here both are read
into bases of one list of positions.
"""

import re
from collections import Counter
from pathlib import Path

from genes import ImportStopped, Position
from sources import table

# The date of the commit, from PROVENANCE.md.
SOURCE = {
    "name": "PyPGx", "version": "2026-01-04", "licence": "MIT",
    "url": "https://github.com/sbslee/pypgx/tree/fa6b9f70747bdf1b6566adc5c21bb17276ae9f52"}
BUILDS = ("GRCh37", "GRCh38")


class Tables:
    """The staged tables, by gene."""

    def __init__(self, reference: Path):
        folder = reference / "pypgx"
        self.genes = {row["Gene"]: row for row in table(folder / "gene-table.csv", ",")}
        self.variants = self._grouped(folder / "variant-table.csv")
        self.alleles = self._grouped(folder / "allele-table.csv")
        self.structures = {
            gene: [row["Name"] for row in rows]
            for gene, rows in self._grouped(folder / "cnv-table.csv").items()}
        self.phenotypes = self._grouped(folder / "phenotype-table.csv")
        self.differences = {
            (row["gene"], row["rsid"])
            for row in table(reference / "derived/build_ref_differences_pypgx.tsv")}

    @staticmethod
    def _grouped(path: Path) -> dict[str, list[dict]]:
        found: dict[str, list[dict]] = {}
        for row in table(path, ","):
            found.setdefault(row["Gene"], []).append(row)
        return found

    def targets(self) -> list[str]:
        return sorted(gene for gene, row in self.genes.items() if row["Target"] == "TRUE")


def listed(cell: str) -> list[str]:
    """The variants of a cell of the allele table."""
    return [] if cell in ("N/A", "") else cell.split(",")


class TablePosition:
    """The variants of one gene that start at one place with one reference allele.

    `names` has the base each variant's name stands for. Where an assembly carries the variant as
    its reference, the name there says the way back.
    """

    def __init__(self, rows: list[dict]):
        first = rows[0]
        self.rsid = first["rsID"] if first["rsID"] != "N/A" else None
        self.place = {build: int(first[f"{build}Position"]) for build in BUILDS}
        self.base = {build: first[f"{build}Allele"] for build in BUILDS}
        others = sorted({row["Variant"] for row in rows} | set(self.base.values()))
        reference = self.base["GRCh38"]
        self.alleles = [reference] + [a for a in others if a != reference]
        self.names = {
            build: {row[f"{build}Name"]: row[f"{build}Name"].split("-")[3] for row in rows}
            for build in BUILDS}
        self._trim()

    @property
    def differs(self) -> bool:
        """Whether the references of the assemblies differ here."""
        return self.base["GRCh37"] != self.base["GRCh38"]

    def _trim(self):
        """Takes off first bases all alleles share and no anchor needs (`TGC>TA` to `GC>A`)."""
        while all(len(a) > 1 for a in self.alleles) and len({a[0] for a in self.alleles}) == 1:
            cut = {a: a[1:] for a in self.alleles}
            self.alleles = list(cut.values())
            self.base = {build: cut[a] for build, a in self.base.items()}
            self.place = {build: place + 1 for build, place in self.place.items()}
            self.names = {
                build: {name: cut[a] for name, a in names.items()}
                for build, names in self.names.items()}


class TableGene:
    """One gene of the tables."""

    def __init__(self, tables: Tables, symbol: str):
        self.symbol = symbol
        self.row = tables.genes[symbol]
        self.reference = self.row["RefAllele"]
        self.structures = tables.structures.get(symbol, [])
        self.rows = tables.alleles.get(symbol, [])
        variants = tables.variants.get(symbol, [])
        self.contig = f"chr{variants[0]['Chromosome']}" if variants else None
        groups: dict[tuple, list[dict]] = {}
        for row in variants:
            key = (int(row["GRCh38Position"]), row["GRCh38Allele"], row["GRCh37Allele"])
            groups.setdefault(key, []).append(row)
        self.found = [TablePosition(rows) for _, rows in sorted(groups.items())]
        self._check_differences(tables)
        self.by_name = {
            build: {name: (position, base) for position in self.found
                    for name, base in position.names[build].items()}
            for build in BUILDS}

    def _check_differences(self, tables: Tables):
        """The sites where the references differ must be those of the check list."""
        here = {p.rsid for p in self.found if p.differs}
        known = {rsid for gene, rsid in tables.differences if gene == self.symbol}
        if here != known:
            raise ImportStopped(
                f"{self.symbol}: references differ at {sorted(here)}, not at {sorted(known)}")

    @property
    def has_variants(self) -> bool:
        return any(listed(row[f"{build}Core"]) for row in self.rows for build in BUILDS)

    def bases(self, names: list[str], build: str) -> dict[TablePosition, str]:
        """The bases a list of variant names states."""
        found = {}
        for name in names:
            if name not in self.by_name[build]:
                raise ImportStopped(f"{self.symbol}: {build} variant {name} has no row of its own")
            position, base = self.by_name[build][name]
            if found.setdefault(position, base) != base:
                raise ImportStopped(f"{self.symbol}: two bases at {name}")
        return found


def hgvs(position: TablePosition) -> str:
    """The genomic name of each variant, joined by `; `; indels where the table has them."""
    return "; ".join(
        f"g.{change(position.place['GRCh38'], position.alleles[0], other)}"
        for other in position.alleles[1:])


def change(place: int, reference: str, other: str) -> str:
    end = place + len(reference) - 1
    if len(reference) == len(other) == 1:
        return f"{place}{reference}>{other}"
    if other.startswith(reference):
        return f"{end}_{end + 1}ins{other[len(reference):]}"
    span = str(end) if end == place + len(other) else f"{place + len(other)}_{end}"
    if reference.startswith(other):
        return f"{span}del"
    span = str(place) if len(reference) == 1 else f"{place}_{end}"
    return f"{span}delins{other}"


def positions(gene: TableGene, used: set[TablePosition]) -> dict[TablePosition, Position]:
    """The positions in use as entries of the gene's file."""
    repeated = Counter(p.rsid for p in used)
    entries = {}
    for found in gene.found:
        if found not in used:
            continue
        name = hgvs(found)
        unique = found.rsid and repeated[found.rsid] == 1
        entry = Position(
            found.rsid if unique else re.sub("; .*", "", name), found.rsid, name, found.alleles,
            found.place["GRCh38"])
        entry.grch37 = found.place["GRCh37"]
        entry.grch37_reference = found.alleles.index(found.base["GRCh37"])
        entries[found] = entry
    return entries
