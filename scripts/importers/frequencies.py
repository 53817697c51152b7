"""Writes knowledgebase/frequencies/{alleles,phenotypes,variants}.tsv.

    frequencies.py REFERENCE KNOWLEDGEBASE

Alleles and phenotypes are those of CPIC's frequency tables, under the names our gene files have;
variants are the frequencies dbSNP reports for our positions. What has no name of ours is left out
and listed. A population whose figures do not add up is left out too.
"""

import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from sources import table
from yamltext import load

ALLELES = "frequency/cpic_allele_frequency_long.tsv"
PHENOTYPES = "frequency/cpic_phenotype_frequency_long.tsv"
DBSNP = "derived/pgkb_rsids_grch37_dbsnp156.tsv"
# Our names of the biogeographical groups, and other spellings of the same tables.
POPULATIONS = {
    "African American/Afro-Caribbean": ["African-American/Afro-Caribbean", "African American"],
    "American": ["Americas"],
    "Central/South Asian": ["Cental/South Asian", "South/Central Asian"],
    "East Asian": [],
    "European": ["Caucasian (European + North American)"],
    "Latino": [],
    "Near Eastern": ["Middle Eastern"],
    "Oceanian": [],
    "Sub-Saharan African": ["African"],
}
# Names the tables have and we don't: (gene, name) → our name, with the reason.
RENAMED = {
    ("CYP2D6", "*1≥3"): "*1x≥3",
    ("CYP2D6", "*2≥3"): "*2x≥3",
    # CPIC's change log, 2023-08-31.
    ("CYP2D6", "*57"): "*36",
    # d is the mark of a footnote: the share of normal metabolizers is this figure's square.
    ("CYP3A5", "*1d"): "*1",
    # The variant is 930G>A; the table writes it the other way round.
    ("MT-RNR1", "930A>G"): "m.930G>A",
    ("VKORC1", "Reference"): "rs9923231 reference (C)",
    ("VKORC1", "-1639G>A"): "rs9923231 variant (T)",
}
# Genes whose alleles are counted one by one, without the rest: a population need not add up.
COUNTED_SINGLY = {"DPYD", "HLA-A", "HLA-B"}
TOLERANCE = Decimal("0.01")
# dbSNP's name of a study → ours; the first that has figures is taken.
STUDIES = {"1000Genomes": "1000Genomes", "dbGaP_PopFreq": "ALFA", "GnomAD": "GnomAD",
           "GnomAD_exomes": "GnomAD_exomes"}


class Genes:
    """What our gene files name."""

    def __init__(self, folder: Path):
        self.files = {path.stem: load(path) for path in sorted(folder.glob("*.yaml"))}

    def alleles(self, gene: str) -> list[str]:
        file = self.files.get(gene, {})
        return [a["name"] for a in file.get("alleles", [])] + self.watched(gene)

    def watched(self, gene: str) -> list[str]:
        return self.files.get(gene, {}).get("phenotype", {}).get("watchedAlleles", [])

    def phenotypes(self, gene: str) -> list[str]:
        """In the order of the file; a gene with phenotypes can also be indeterminate."""
        rules = self.files.get(gene, {}).get("phenotype", {})
        names = [rule[-1] for rule in rules.get("functionPairs", [])]
        names += [rule["phenotype"] for rule in rules.get("activityScore", [])]
        return [*dict.fromkeys(names), "Indeterminate"]

    def phenotype_of_score(self, gene: str, score: Decimal) -> str:
        for rule in self.files[gene]["phenotype"]["activityScore"]:
            if Decimal(rule["from"]) <= score <= Decimal(rule.get("to", "Infinity")):
                return rule["phenotype"]
        raise SystemExit(f"{gene}: no phenotype has the score {score}")


def decimal(value: Decimal) -> str:
    """Without exponent and trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def population(name: str) -> str:
    for ours, others in POPULATIONS.items():
        if name == ours or name in others:
            return ours
    raise SystemExit(f"unknown population {name!r}")


class CpicTable:
    """One of CPIC's tables under our names: (gene, name, population) → frequency."""

    def __init__(self, rows: list[dict], column: str, report: list[str]):
        self.rows = rows
        self.column = column
        self.report = report
        self.found: dict[tuple[str, str, str], Decimal] = {}
        self.unmapped: Counter = Counter()
        self.left_out: Counter = Counter()

    def gather(self, name_of):
        """Adds up the rows under the names `name_of` gives; checks each population's sum."""
        sums: dict[tuple[str, str], Decimal] = {}
        for row in self.rows:
            key = (row["gene"], population(row["population"]))
            sums[key] = sums.get(key, Decimal(0)) + Decimal(row["frequency"])
        for row in self.rows:
            gene, group = row["gene"], population(row["population"])
            reason = self._fault(gene, sums[gene, group])
            if reason:
                self.left_out[gene, group, reason] += 1
                continue
            name = name_of(gene, row[self.column])
            if name is None:
                self.unmapped[gene, row[self.column]] += 1
                continue
            place = (gene, name, group)
            self.found[place] = self.found.get(place, Decimal(0)) + Decimal(row["frequency"])
        for (gene, group, reason), count in sorted(self.left_out.items()):
            self.report.append(f"{gene}, {group}: {count} rows left out, {reason}")
        for (gene, name), count in sorted(self.unmapped.items()):
            self.report.append(f"{gene} {name}: {count} rows left out, our file has no such name")

    @staticmethod
    def _fault(gene: str, total: Decimal) -> str | None:
        if not total:
            return "all zero, which stands for no data"
        if gene not in COUNTED_SINGLY and abs(total - 1) > TOLERANCE:
            return f"they add up to {decimal(total)}"
        return None

    def lines(self, order) -> list[str]:
        """By gene, by the order of our gene file, by population."""
        keys = sorted(self.found, key=lambda k: (k[0], order(k[0]).index(k[1]), k[2]))
        return ["\t".join([*key, decimal(self.found[key])]) for key in keys]


def allele_name(genes: Genes):
    def name_of(gene: str, name: str) -> str | None:
        name = RENAMED.get((gene, name), name)
        for spelled in (name, f"m.{name}"):
            if spelled in genes.alleles(gene):
                return spelled
        return None
    return name_of


def phenotype_name(genes: Genes):
    def name_of(gene: str, name: str) -> str | None:
        name = name.removeprefix(f"{gene} ")
        if name == "N/A":
            return "Indeterminate"
        if name.lstrip(">=").replace(".", "").isdigit():
            return genes.phenotype_of_score(gene, Decimal(name.lstrip(">=")))
        return name if name in genes.phenotypes(gene) else None
    return name_of


def edit(place: int, reference: str, other: str) -> tuple[int, str, str]:
    """A change without the bases both alleles share."""
    while reference and other and reference[-1] == other[-1]:
        reference, other = reference[:-1], other[:-1]
    while reference and other and reference[0] == other[0]:
        place, reference, other = place + 1, reference[1:], other[1:]
    return place, reference, other


def variant_lines(genes: Genes, reference: Path, report: list[str]) -> list[str]:
    """One line for each allele of our positions that a study counted."""
    known = {row["rsid"]: row for row in table(reference / DBSNP)}
    lines, studies, asked, elsewhere = [], Counter(), 0, []
    for gene, file in genes.files.items():
        for position in file.get("positions", []):
            rsid = position.get("rsid", position["id"])
            if not rsid.startswith("rs") or position.get("role") == "ignored":
                continue
            asked += 1
            row = known.get(rsid)
            if row is None:
                continue
            counted = frequencies_of(row, position)
            if counted is None:
                elsewhere.append(f"{gene} {rsid}")
                continue
            study, figures = best(counted)
            if study is None:
                continue
            studies[study] += 1
            if sum(figures.values()) > Decimal("1.01"):
                raise SystemExit(f"{gene} {rsid}: {STUDIES[study]}'s frequencies exceed 1")
            lines += ["\t".join([gene, rsid, allele, "global", decimal(value), STUDIES[study]])
                      for allele, value in figures.items()]
    of_study = ", ".join(f"{STUDIES[name]} {studies[name]}" for name in STUDIES)
    report.append(
        f"variants: {sum(studies.values())} of {asked} positions with an rs id have a frequency "
        f"({of_study})")
    if elsewhere:
        report.append(f"variants: dbSNP's alleles are not ours at {', '.join(elsewhere)}")
    return lines


def frequencies_of(row: dict, position: dict) -> dict[str, dict[str, Decimal]] | None:
    """Study → our allele → frequency; None if dbSNP has no variant allele of ours."""
    base = position["alleles"][position.get("grch37Reference", 0)]
    place = position.get("grch37")
    ours = {edit(place, base, a): a for a in position["alleles"] if place and a != base}
    others = row["alt"].split(",")
    named = [ours.get(edit(int(row["pos_grch37"]), row["ref"], other)) for other in others]
    if not any(named):
        return None
    found = {}
    for part in filter(None, row["freq"].split("|")):
        study, _, values = part.rpartition(":")
        figures = {
            name: Decimal(value) for name, value in zip([base, *named], values.split(","))
            if name and value != "."}
        if len(figures) > 1:
            found[study] = {name: figures[name] for name in position["alleles"] if name in figures}
    return found


def best(counted: dict[str, dict[str, Decimal]]) -> tuple[str | None, dict[str, Decimal]]:
    """The study that counted the most of our alleles, the preferred one if several did."""
    known = [study for study in STUDIES if study in counted]
    if not known:
        return None, {}
    study = max(known, key=lambda name: (len(counted[name]), -known.index(name)))
    return study, counted[study]


def write(path: Path, source: str, columns: list[str], lines: list[str]):
    head = f"# Written by scripts/import-knowledge from {source}. Don't edit."
    path.write_text("\n".join([head, "\t".join(columns), *lines]) + "\n", encoding="utf-8")


def dates(rows: list[dict]) -> str:
    stated = sorted({row["table_last_change"] for row in rows})
    return f"CPIC's frequency tables of {stated[0]} to {stated[-1]}"


def main(reference: Path, knowledgebase: Path):
    """Writes the three tables; prints what was left out."""
    genes = Genes(knowledgebase / "genes")
    folder = knowledgebase / "frequencies"
    folder.mkdir(exist_ok=True)
    report: list[str] = []
    rows = table(reference / ALLELES)
    # A watched allele's row stands beside one for all others.
    rows = [row for row in rows if not row["allele"].startswith("Other than")]
    alleles = CpicTable(rows, "allele", report)
    alleles.gather(allele_name(genes))
    write(folder / "alleles.tsv", dates(rows), ["gene", "allele", "population", "frequency"],
          alleles.lines(genes.alleles))
    rows = table(reference / PHENOTYPES)
    phenotypes = CpicTable(rows, "phenotype_or_activity_score", report)
    phenotypes.gather(phenotype_name(genes))
    write(folder / "phenotypes.tsv", dates(rows), ["gene", "phenotype", "population", "frequency"],
          phenotypes.lines(genes.phenotypes))
    variants = variant_lines(genes, reference, report)
    write(folder / "variants.tsv", "dbSNP 156",
          ["gene", "rsid", "allele", "population", "frequency", "source"], variants)
    print("\nFrequencies")
    for what, found in (("alleles", alleles.found), ("phenotypes", phenotypes.found)):
        print(f"  {len(found)} of {what}, {len({gene for gene, _, _ in found})} genes")
    print(f"  {len(variants)} of variants")
    for line in report:
        print(f"  {line}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit("usage: frequencies.py REFERENCE KNOWLEDGEBASE")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
