"""How strong the evidence for a drug and a gene is, by CPIC, ClinPGx and FDA's labels."""

from pathlib import Path

from guideline_rows import table
from readings import drug_id

# Field → column.
LEVELS = {
    "cpicLevel": "CPIC Level",
    "clinpgxLevel": "PharmGKB Level of Evidence",
    "fdaTesting": "PGx on FDA Label",
}


class Levels:
    """CPIC's table of gene-drug pairs."""

    def __init__(self, reference, words):
        self.names = words["evidenceAs"]
        self.by_drug = {}
        for line in table(Path(reference) / "cpic/cpic_gene_drug_pairs.tsv"):
            self.by_drug.setdefault(drug_id(line["Drug"]), []).append(line)

    def of(self, name):
        """The levels of a drug, one entry a gene."""
        found = []
        lines = self.by_drug.get(drug_id(self.names.get(name, name)), [])
        for line in sorted(lines, key=lambda line: line["Gene"]):
            levels = {field: line[column] for field, column in LEVELS.items() if line[column]}
            found.append({"gene": line["Gene"], **levels})
        return found
