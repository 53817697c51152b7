"""Regions besides the known positions: those whose depth stands for two copies, and those that tell the sex."""
import csv


def extra_regions(knowledge, assembly, is_whole):
    """(contig, start, end) of each region the knowledge base lists for depth, on an assembly."""
    path = knowledge / "stable-regions.tsv"
    if not path.exists():
        return []
    with open(path, newline="") as file:
        rows = list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))
    key = assembly.name.lower()
    return [(row["contig"], int(row[f"{key}Start"]), int(row[f"{key}End"])) for row in rows]
