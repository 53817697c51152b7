"""What CPIC has changed since the release our rows are from."""

from pathlib import Path

from guideline_rows import table
from readings import drug_id

LOG = "cpic/cpic_change_log_to_2026-02.tsv"
ADVICE, FUNCTIONS = "RECOMMENDATION", "ALLELE_FUNCTION_REFERENCE"


class Changes:
    """The lines of CPIC's change log that are newer than our release."""

    def __init__(self, reference, words):
        self.remarks_by_name, self.dates = words["remarks"], {}
        for line in table(Path(reference) / LOG):
            kind, subject = line["Type of Data"], line["Subject"]
            if kind in (ADVICE, FUNCTIONS) and line["Date of Change"] > words["release"]:
                name = drug_id(subject) if kind == ADVICE else subject
                self.dates.setdefault((kind, name), set()).add(line["Date of Change"])

    def remarks(self, source, drug, genes):
        """What must be said of CPIC's guideline for a drug and genes."""
        if source != "CPIC":
            return []
        changed = {kind: [(name, self.dates[kind, name]) for name in names
                          if (kind, name) in self.dates]
                   for kind, names in ((ADVICE, [drug_id(drug)]), (FUNCTIONS, genes))}
        return [self.remarks_by_name[word].format(
                    names=" and ".join(name for name, _ in changed[kind]),
                    dates=" and ".join(sorted(set().union(*(d for _, d in changed[kind])))))
                for word, kind in (("adviceChanged", ADVICE), ("functionsChanged", FUNCTIONS))
                if changed[kind]]
