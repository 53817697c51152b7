"""The index of guidelines: every pair of guideline and drug a source has, each answered for."""

import guideline_rows
from readings import drug_id

FILE = "guideline-index.tsv"
HEAD = ("# Written by scripts/import-knowledge from the ClinPGx index of 2025-11 and guideline"
        " annotations of 2025-01. Don't edit.")
COLUMNS = "source\tdrug\tguideline"


def index(run, drugs):
    """Every (source, drug, guideline); stops if one has neither rules nor a remark."""
    places = guideline_rows.index_places(run.reference)
    for readings in run.by_rule:
        places += readings.staged()
    pairs = sorted({(source, drug_id(drug), guideline) for source, drug, guideline in places})
    answered = {(guideline["source"], drug["drug"], guideline["id"])
                for drug in drugs for guideline in drug["guidelines"]
                if guideline["rules"] or guideline.get("remark")}
    open_ = [pair for pair in pairs if pair not in answered]
    if open_:
        raise SystemExit("neither rules nor a remark for: "
                         + "; ".join(" ".join(pair) for pair in open_))
    return pairs


def text(pairs):
    """The file."""
    return "\n".join([HEAD, COLUMNS, *("\t".join(pair) for pair in pairs)]) + "\n"
