"""Reads the staged reference tables the gene import works from."""

import csv
import json
from pathlib import Path


def table(path: Path, delimiter: str = "\t") -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def document(path: Path):
    return json.loads(path.read_text(encoding="utf-8"))


class Reference:
    """The staged tables, each read once."""

    # Genes whose current release file is not among the staged ones.
    OLDER = {
        "CYP2D6": "CYP2D6.cpic.2024-08-27.json",
        "F5": "F5.dpwg.2024-03-11.json",
        "G6PD": "G6PD.cpic.2023-08-08.json",
        "RYR1": "RYR1.cpic.2023-12-19.json",
    }

    def __init__(self, folder: Path):
        self.folder = folder
        self.exemptions = document(folder / "pharmcat/definition/exemptions.json")
        self.build_differences = {
            row["rsid"]: row for row in table(folder / "derived/build_ref_differences_pypgx.tsv")}
        self.grch37 = {
            (row["grch38_chrom"], int(row["grch38_pos"])): row
            for row in table(folder / "derived/pharmcat_positions_grch38_and_grch37.tsv")}
        self.pypgx = table(folder / "pypgx/variant-table.csv", ",")
        self.dbsnp = {
            row["rsid"]: row for row in table(folder / "derived/pgkb_rsids_grch37_dbsnp156.tsv")}

    def genes(self) -> list[str]:
        """The genes with a definition file."""
        files = (self.folder / "pharmcat/definition").glob("*_translation.json")
        return sorted(f.name.removesuffix("_translation.json") for f in files)

    def definition(self, gene: str):
        path = self.folder / f"pharmcat/definition/{gene}_translation.json"
        return document(path) if path.exists() else None

    def phenotypes(self, gene: str):
        """The gene's function and diplotype table, or None."""
        if gene in self.OLDER:
            return document(self.folder / "pharmcat/phenotype_older" / self.OLDER[gene])
        path = self.folder / f"pharmcat/phenotype/{gene.replace('-', '_')}.json"
        return document(path) if path.exists() else None

    def ryr1_functions(self) -> dict[str, str]:
        rows = table(self.folder / "derived/RYR1_allele_function_2025-11.tsv")
        return {row["allele"]: row["function"] for row in rows}

    def cyp2d6_activities(self) -> dict[str, str]:
        rows = table(self.folder / "derived/CYP2D6_tandem_and_cnv_activity_2025-11.tsv")
        return {row["haplotype"]: row["activity_value"].split(" ")[0] for row in rows}
