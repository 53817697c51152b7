"""Writes knowledgebase/genes/*.yaml for the genes that only the PyPGx tables describe.

    pypgx_genes.py REFERENCE KNOWLEDGEBASE

A gene of the tables is written unless gene-rules has it from elsewhere. Star-named alleles become
haplotypes (haplotype_rows.py says how rows follow from required variants); genes whose alleles are
single variants named by rs id or by what they change are reported position by position; genes with
structural alleles alone are known from outside calls.

gene-rules/<GENE>.yaml with `table: PyPGx` holds what a person had to add: `calling` (method and
caveat), `remarks` and `sources` as for other genes; `renamed` and `leftOut`, by the table's allele
name; and `alleles`, with the `cells` they have besides those of the table, or the `grch38Core` the
table has wrong.
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import evidence
from genes import Allele, ImportStopped
from haplotype_rows import TableAlleles
from pypgx_tables import BUILDS, SOURCE, TableGene, Tables, listed, positions
from refbases import ReferenceBases, edits, is_indel
from sources import Reference
from yamltext import comment, flow, load, scalar

RULE_FIELDS = {"gene", "table", "remarks", "calling", "alleles", "renamed", "leftOut", "sources"}
CALLING_FIELDS = {"method", "caveat", "onRequest"}
ALLELE_FIELDS = {"name", "cells", "grch38Core"}
# How far a context may reach beyond an indel.
REACH = 20
UNANCHORED = (
    "No cells: the table does not have its insertion or deletion left-aligned, and the bases "
    "before it are not known; only an outside call can name it.")


class PypgxGene:
    """Gathers one gene and writes its file."""

    def __init__(self, tables: Tables, symbol: str, rules: dict, report: list[str]):
        self.symbol = symbol
        self.rules = rules
        self.report = report
        self.gene = TableGene(tables, symbol)
        self.stated = {fact["name"]: fact for fact in rules.get("alleles", [])}
        self.renamed = rules.get("renamed", {})
        self.left_out = rules.get("leftOut", {})
        self._check_rules()
        if tables.phenotypes.get(symbol):
            raise ImportStopped(f"{symbol}: the tables define phenotypes, which are not imported")
        self.reference = self.renamed.get(self.gene.reference, self.gene.reference)
        self.method = rules.get("calling", {}).get("method") or self._method()
        self.functions: dict[str, str | None] = {}
        self.structural: list[str] = []
        self.remarks: dict[str, str] = {}
        self.cores = {build: {} for build in BUILDS}
        self.tags: dict[str, dict] = {}
        self.filled = 0
        self._gather()
        used = {p for core in self.cores["GRCh38"].values() for p in core}
        self.entries = positions(self.gene, used)
        self.alleles: list[Allele] = []

    def note(self, text: str):
        self.report.append(f"{self.symbol}: {text}")

    def _check_rules(self):
        unknown = set(self.rules) - RULE_FIELDS
        unknown |= set(self.rules.get("calling", {})) - CALLING_FIELDS
        for fact in self.stated.values():
            unknown |= set(fact) - ALLELE_FIELDS
        names = {row["StarAllele"].strip() for row in self.gene.rows}
        unknown |= (set(self.renamed) | set(self.left_out)) - names
        unknown |= set(self.stated) - {self.renamed.get(name, name) for name in names}
        if unknown:
            raise ImportStopped(f"gene-rules/{self.symbol}.yaml: {sorted(unknown)} is not known")

    def _method(self) -> str:
        """Star names are haplotypes, other names single variants."""
        if not self.gene.has_variants:
            return "outsideOnly"
        return "diplotype" if self.gene.reference.startswith("*") else "variants"

    # What the tables say

    def _gather(self):
        for row in self.gene.rows:
            name = row["StarAllele"].strip()
            if name in self.left_out:
                self.note(f"{name} left out: {self.left_out[name]}")
                continue
            name = self.renamed.get(name, name)
            unknown = row["Function"] == "Unknown Function"
            self.functions[name] = None if unknown else row["Function"].capitalize()
            if row["ActivityScore"] != "N/A":
                raise ImportStopped(f"{self.symbol} {name}: an activity, which is not imported")
            if row["SV"] == "TRUE":
                self.structural.append(name)
                continue
            for build in BUILDS:
                core = listed(row[f"{build}Core"])
                if build == "GRCh38" and "grch38Core" in self.stated.get(name, {}):
                    core = self._repaired(name, core)
                self.cores[build][name] = self.gene.bases(core, build)
            known = [v for v in listed(row["GRCh38Tag"]) if v in self.gene.by_name["GRCh38"]]
            self.tags[name] = self.gene.bases(known, "GRCh38")
        self._check_assemblies()

    def _repaired(self, name: str, core: list[str]) -> list[str]:
        """A core the table has wrong; the repair must go when the table is right again."""
        if core and all(variant in self.gene.by_name["GRCh38"] for variant in core):
            raise ImportStopped(f"gene-rules/{self.symbol}.yaml: {name} needs no grch38Core now")
        self.note(f"{name}: GRCh38 core {core or 'absent'} in the table, read as "
                  f"{', '.join(self.stated[name]['grch38Core'])}")
        return self.stated[name]["grch38Core"]

    def _check_assemblies(self):
        """Each allele must be the same bases on both assemblies.

        Where the references differ, a core may be silent on both sides: each assembly then leaves
        the place open and shows its own base. Only there the reference haplotype's base is taken.
        """
        everywhere = self.gene.found
        reference = {
            build: self._bases(self.cores[build][self.reference], everywhere, build)
            for build in BUILDS}
        for name in self.cores["GRCh38"]:
            full = {
                build: self._bases(self.cores[build][name], everywhere, build) for build in BUILDS}
            for place in everywhere:
                silent = all(place not in self.cores[build][name] for build in BUILDS)
                if silent and place.differs:
                    for build in BUILDS:
                        full[build][place] = reference[build][place]
                    self.filled += 1
            if full["GRCh37"] != full["GRCh38"]:
                places = [p.rsid or p.place["GRCh38"] for p in everywhere
                          if full["GRCh37"][p] != full["GRCh38"][p]]
                raise ImportStopped(f"{self.symbol} {name}: the assemblies disagree at {places}")

    @staticmethod
    def _bases(core: dict, places: list, build: str) -> dict:
        """The bases of a haplotype at every place, on one assembly."""
        return {place: core.get(place, place.base[build]) for place in places}

    # Positions

    def _anchor(self) -> set:
        """Gives indels their known bases; returns those the table has too far right for a VCF."""
        bases = ReferenceBases()
        for found in self.gene.found:
            bases.learn(found.place["GRCh38"], found.alleles[0], str(found.rsid))
        if bases.conflicts:
            raise ImportStopped(f"{self.symbol}: {'; '.join(bases.conflicts)}")
        differing = {p.place["GRCh38"] for p in self.gene.found if p.differs}
        unanchored = set()
        for found, entry in self.entries.items():
            if not is_indel(entry.alleles):
                continue
            anchor = entry.alleles[0][0]
            if any(unit[-1] == anchor for unit, _, _ in edits(entry.alleles)):
                unanchored.add(found)
                continue
            end = entry.grch38 + len(entry.alleles[0]) - 1
            entry.context = bases.stretch(entry.grch38, end, REACH, differing)
        return unanchored

    def _cross_check(self, dbsnp: dict):
        """Compares with the records dbSNP has on GRCh37."""
        for entry in self.entries.values():
            row = dbsnp.get(entry.rsid)
            base = entry.alleles[entry.grch37_reference]
            if row and (int(row["pos_grch37"]), row["ref"]) != (entry.grch37, base):
                self.note(f"{entry.id}: GRCh37 {entry.grch37} {base}, dbSNP 156 "
                          f"{row['pos_grch37']} {row['ref']}")

    # Alleles

    def _gather_alleles(self):
        self._leave_out(self._anchor())
        named = {
            name: frozenset((self.entries[p].id, base) for p, base in core.items())
            for name, core in self.cores["GRCh38"].items()}
        alike = [name for name, core in named.items() if list(named.values()).count(core) > 1]
        if alike:
            raise ImportStopped(f"{self.symbol}: {alike} have the same variants")
        explicit = {place for place, _ in named[self.reference]}
        for name in sorted(named, key=lambda name: name != self.reference):
            rows = [row for row in self._rows(named)(name) if self._agrees(name, row)]
            if not rows:
                raise ImportStopped(f"gene-rules/{self.symbol}.yaml: {name} has no row left")
            for number, row in enumerate(rows, 1):
                self._add(name, self._cells(name, row, explicit), number)
        for name in self.functions:
            if name in self.structural:
                self._add(name, {}, 1)

    def _leave_out(self, unanchored: set):
        """Takes the cells from alleles with an indel that cannot be placed."""
        for name, core in list(self.cores["GRCh38"].items()):
            if unanchored & set(core):
                self.note(f"{name}: no cells; its indel is not left-aligned in the table")
                self.remarks[name] = UNANCHORED
                self.structural.append(name)
                for build in BUILDS:
                    del self.cores[build][name]
        used = {p for core in self.cores["GRCh38"].values() for p in core}
        self.entries = {p: entry for p, entry in self.entries.items() if p in used}

    def _rows(self, named: dict[str, frozenset]):
        """What gives an allele's rows, by its name."""
        if self.method == "variants":
            return lambda name: [{place: {base} for place, base in named[name]}]
        tags = {
            name: frozenset(
                (self.entries[p].id, base) for p, base in tagged.items() if p in self.entries)
            for name, tagged in self.tags.items()}
        return TableAlleles(named, self.reference, tags, self.functions).rows

    def _agrees(self, name: str, row: dict) -> bool:
        """Whether a row leaves room for what a person stated of the allele."""
        stated = dict(self.stated.get(name, {}).get("cells", {}))
        for entry in self.entries.values():
            if not set(stated.pop(entry.id, "").split("/")) & {"", *self._accepted(entry, row)}:
                return False
        if stated:
            raise ImportStopped(f"gene-rules/{self.symbol}.yaml: {name} names {sorted(stated)}")
        return True

    @staticmethod
    def _accepted(entry, row: dict) -> list[str]:
        """The bases a row accepts at a position, the assembly's own first."""
        bases = row.get(entry.id, {None})
        own = entry.alleles[0]
        return [base for base in entry.alleles if base in bases or base == own and None in bases]

    def _cells(self, name: str, row: dict, explicit: set[str]) -> dict[str, str]:
        """A row in the order of the positions.

        The reference haplotype names every position; the others name those where it differs from
        the assembly, too.
        """
        stated = self.stated.get(name, {}).get("cells", {})
        cells = {}
        for entry in self.entries.values():
            wanted = self._accepted(entry, row)
            if entry.id in stated:
                cells[entry.id] = stated[entry.id]
            elif wanted != entry.alleles[:1] or name == self.reference or entry.id in explicit:
                cells[entry.id] = "/".join(wanted)
        return cells

    def _add(self, name: str, cells: dict[str, str], number: int):
        shown, parent = (name, None) if number == 1 else (f"{name} ({number})", name)
        allele = Allele(shown, self.functions[name], None, cells, parent)
        allele.remark = self.remarks.get(name)
        self.alleles.append(allele)

    # Calling

    def calling(self) -> dict:
        found = {"method": self.method}
        caveat = self.rules.get("calling", {}).get("caveat") or self._caveat()
        if caveat:
            found["caveat"] = caveat
        if "onRequest" in self.rules.get("calling", {}):
            found["onRequest"] = self.rules["calling"]["onRequest"]
        return found

    def _caveat(self) -> str | None:
        if self.gene.row["SV"] != "TRUE":
            return None
        own = [name for name in self.gene.structures if not name.startswith("Paralog")]
        kinds = [
            kind for kind, pattern in (
                ("deletions", "Del"), ("extra copies", "Dup|Multip"),
                (f"hybrids with {self.gene.row['Paralog']}", "Hybrid|Tandem"))
            if any(re.search(pattern, name) for name in own)]
        joined = " and ".join(filter(None, [", ".join(kinds[:-1]), kinds[-1]]))
        return f"{joined} do not show in a VCF of small variants"

    # The file

    def text(self, weights: dict, dbsnp: dict) -> str:
        self._gather_alleles()
        self._cross_check(dbsnp)
        origin = "the sources below"
        if self.rules:
            origin += f" and gene-rules/{self.symbol}.yaml"
        lines = [f"# Written by scripts/import-knowledge from {origin}. Don't edit."]
        for remark in self.rules.get("remarks", []):
            lines += comment(remark)
        lines.append(f"gene: {self.symbol}")
        if self.entries:
            lines.append(f"contig: {self.gene.contig}")
        lines.append("inheritance: autosomal")
        lines += evidence.line(self.symbol, weights)
        lines.append("sources:")
        for entry in [SOURCE, *self.rules.get("sources", [])]:
            parts = ", ".join(
                f'{key}: "{value}"' if key in ("version", "url") else f"{key}: {scalar(value)}"
                for key, value in entry.items())
            lines.append("  - {" + parts + "}")
        positioned = list(self.entries.values())
        for key, entries in (("positions", positioned), ("alleles", self.alleles)):
            lines.append(f"{key}:" if entries else f"{key}: []")
            for entry in entries:
                lines += entry.lines()
        lines.append("calling:")
        lines += [f"  {key}: {flow(value)}" for key, value in self.calling().items()]
        lines += ["phenotype:", "  diplotype: true"]
        return "\n".join(lines) + "\n"

    def summary(self) -> str:
        named = [a for a in self.alleles if a.cells and not a.reported_as]
        further = sum(1 for a in self.alleles if a.reported_as)
        return (
            f"{self.symbol:8} {self.method:11} {len(named):4} alleles with cells, {further:3} "
            f"more rows, {len(self.structural):3} without, {len(self.entries):4} positions")


def main(reference: Path, knowledgebase: Path):
    """Writes the file of every gene the tables alone describe; prints what was noticed."""
    tables = Tables(reference)
    weights = evidence.by_gene(reference)
    dbsnp = Reference(reference).dbsnp
    folder = knowledgebase / "gene-rules"
    rules = {path.stem: load(path) for path in sorted(folder.glob("*.yaml"))}
    written, report, counts = {}, [], []
    try:
        for symbol in tables.targets():
            stated = rules.get(symbol, {})
            if symbol in rules and stated.get("table") != SOURCE["name"]:
                continue
            gene = PypgxGene(tables, symbol, stated, report)
            written[symbol] = gene.text(weights, dbsnp)
            counts.append(gene.summary())
            if gene.filled:
                report.append(
                    f"{symbol}: {gene.filled} times both cores leave a base open in which the "
                    f"assemblies differ; {gene.reference}'s base is taken")
    except ImportStopped as stop:
        raise SystemExit(f"gene import stopped: {stop}")
    for symbol, text in written.items():
        (knowledgebase / "genes" / f"{symbol}.yaml").write_text(text, encoding="utf-8")
    for heading, lines in ((f"PyPGx genes ({len(counts)})", counts), ("Notes", report)):
        print(f"\n{heading}")
        for line in lines:
            print(f"  {line}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit("usage: pypgx_genes.py REFERENCE KNOWLEDGEBASE")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
