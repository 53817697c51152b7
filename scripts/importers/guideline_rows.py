"""The rows of the source tables, the newest text for each key.

A row says: for this drug, in this guideline, with these gene results, in this population, that text.
"""

import csv
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

csv.field_size_limit(1 << 30)


@dataclass
class Row:
    """One row of a source, its look-up values not yet read into tokens."""

    source: str
    drug: str
    guideline: str
    genes: list
    lookup: dict
    population: str
    strength: str
    text: str
    implications: list
    row_id: str
    version: str
    pmids: list = field(default_factory=list)
    fields: dict = None
    effects: dict = None


def table(path):
    """A tab-separated table as dictionaries."""
    with open(path, newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def look_up(text):
    """The look-up maps of a cell; older files hold one map, newer a list of maps."""
    read = json.loads(text) if text else None
    if isinstance(read, str):
        read = json.loads(read)
    return [entry for entry in (read if isinstance(read, list) else [read]) if entry]


def implications(text, genes):
    """`GENE: text || GENE: text` as pairs; a text without a gene belongs to the guideline's one."""
    pairs = []
    for part in filter(None, text.split(" || ")):
        named = re.match(r"^([A-Z][A-Z0-9-]+): (.*)$", part, re.S)
        if named and named.group(1) in genes:
            pairs.append((named.group(1), named.group(2)))
        else:
            pairs.append((genes[0] if len(genes) == 1 else "all", part))
    return pairs


def older(reference):
    """The complete tables of March 2024."""
    rows = []
    for line in table(Path(reference) / "derived/recommendations_cpic_dpwg_2024-03.tsv"):
        genes = line["guideline_genes"].split("; ")
        for entry in look_up(line["lookup_key"]):
            rows.append(Row(
                source=line["source"], drug=line["drug"], guideline=line["guideline_id"],
                genes=genes, lookup=entry, population=line["population"],
                strength=line["classification"], text=line["recommendation"],
                implications=implications(line["implications"], genes), row_id=line["rec_id"],
                version=line["data_version"][:10],
                pmids=[p for p in line["pmids"].split(";") if p]))
    return rows


def newer(reference, editions):
    """Rows seen in reports of later data, oldest first. `editions` orders and dates the releases."""
    path = "derived/recommendations_seen_in_example_reports_2024-05_to_2025-11.tsv"
    dated = []
    for line in table(Path(reference) / path):
        source = line["src"].split()[0]
        if source not in ("CPIC", "DPWG"):
            continue
        version = editions.get(line["ver"], line["ver"][:10])
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", version):
            raise ValueError(f"{path}: no date is known for the data version '{line['ver']}'")
        rank = editions.get(line["label"].split(":")[0], "")
        for entry in look_up(line["lookup"]):
            genes = sorted(entry)
            dated.append(((version, rank), Row(
                source=source, drug=line["drug"], guideline=line["gid"], genes=genes,
                lookup=entry, population=line["pop"], strength=line["cls"], text=line["rec"],
                implications=implications(line["impl"], genes), row_id="", version=version,
                pmids=[p for p in line["pm"].split(";") if p])))
    return [row for _, row in sorted(dated, key=lambda pair: pair[0])]


# Names of the sources in the index of guidelines.
INDEXED = {
    "CPIC Guideline Annotation": "CPIC",
    "DPWG Guideline Annotation": "DPWG",
    "FDA Label Annotation": "FDA-label",
    "FDA PGx Association": "FDA-table",
}


def index_lines(reference):
    """The lines of the newest index, each with its source as our files name it."""
    for line in table(Path(reference) / "derived/guideline_index_2025-11.tsv"):
        yield INDEXED[line["source"]], line


def index_places(reference):
    """Every (source, drug, guideline) of the newest index."""
    return [(source, line["drug"], line["guideline_id"])
            for source, line in index_lines(reference)]


def index(reference):
    """(source, drug) → [(guideline id, url)] of the newest index."""
    found = {}
    for source, line in index_lines(reference):
        found.setdefault((source, line["drug"]), []).append((line["guideline_id"], line["url"]))
    return found


def word_runs(text, length):
    """Every run of that many words, case and punctuation dropped."""
    words = re.findall(r"[a-z0-9%.*:-]+", text.lower())
    return {" ".join(words[i:i + length]) for i in range(len(words) - length + 1)}
