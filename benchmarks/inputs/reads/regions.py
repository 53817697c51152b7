"""Regions besides the known positions: of steady depth, of genes that are lost or doubled, of X and Y.

Genes with a look-alike have their own bases, and those of the look-alike.
"""
import csv
import re

FLANK = 700


def stable_regions(knowledge, assembly):
    """(contig, start, end) of regions whose depth stands for two copies, or tells the sex."""
    path, number = knowledge / "stable-regions.tsv", assembly.name.removeprefix("GRCh")
    if not path.exists():
        return
    with open(path, newline="") as file:
        for row in csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"):
            if row[f"start{number}"]:
                yield row["contig"], int(row[f"start{number}"]), int(row[f"end{number}"])


def event_regions(knowledge, assembly):
    """(contig, start, end) of intervals whose copies are counted."""
    interval = re.compile(rf"{assembly.name.lower()}: \[(\d+), (\d+)\]")
    for path in sorted((knowledge / "copy-events").glob("*.yaml")):
        contig = None
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("contig: "):
                contig = line.split()[1]
            elif found := interval.search(line):
                yield contig, int(found[1]), int(found[2])


def alternate_regions(knowledge, assembly):
    """(contig, start, end) of intervals on sequences beside the chromosomes, and of a stretch beside each of them."""
    interval = re.compile(rf"{assembly.name.lower()}Alternate: \[(\d+), (\d+)\]")
    sequence = re.compile(r"^alternate: \{accession: ([^,]+), length: (\d+)")
    for path in sorted((knowledge / "copy-events").glob("*.yaml")):
        name = None
        for line in path.read_text(encoding="utf-8").splitlines():
            if found := sequence.search(line):
                stem = found[1].replace(".", "v")
                name = next((own for own, length in assembly.alternates.items()
                             if length == int(found[2]) and (found[1] in own or stem in own)), None)
            elif name and (found := interval.search(line)):
                yield name, int(found[1]), int(found[2])
                yield name, 100_000, 101_500


def paralog_regions(knowledge, assembly):
    """(contig, start, end) of the regions in which genes and their look-alikes lie, and of those beside them."""
    region = re.compile(rf"{assembly.name}: \[\[(\d+), (\d+)\]\]")
    for path in sorted((knowledge / "paralogs").glob("*/facts.yaml")):
        contig = None
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("contig: "):
                contig = line.split()[1]
            elif found := region.search(line):
                yield contig, int(found[1]), int(found[2])


def paralog_bases(knowledge, assembly, genes):
    """(contig, start, bases) of genes with look-alikes and of these, as the knowledge base states them."""
    by_symbol = {gene.symbol: gene for gene in genes}
    for path in sorted((knowledge / "paralogs").glob("*/templates.fa")):
        first = by_symbol[path.parent.name].positions[0]
        shift = assembly.place(first) - first.start
        for part in path.read_text(encoding="utf-8").split(">")[1:]:
            head, *lines = part.splitlines()
            contig, span = head.split()[2].split(":")
            yield contig, int(span.split("-")[0]) + shift, "".join(lines)


def extra_regions(knowledge, assembly):
    """All of them, with some bases around, within their contigs."""
    for contig, start, end in (*stable_regions(knowledge, assembly), *event_regions(knowledge, assembly),
                               *alternate_regions(knowledge, assembly), *paralog_regions(knowledge, assembly)):
        yield contig, max(1, start - FLANK), min(assembly.lengths[contig], end + FLANK)
