#!/usr/bin/env python3
"""Writes the sequences and differing bases of a gene and its paralog: templates.fa, differences.tsv.

    scripts/importers/paralogs.py ../shared/cases knowledgebase

The GRCh38 sequence is read from the MD tags of an Illumina BAM (what the reads say the reference is,
not what the person has). minimap2 lays the paralog on the gene. A differing base is kept if GRCh37 and
GRCh38 agree on it in gene and paralog, and every published haplotype without a hybrid gene carries
the gene's base in its copies of the gene. Positions that define alleles are left out, but for those of
the last exon, which alleles and hybrids share. Needs pysam and minimap2.
"""

import gzip
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import pysam

BAM = "bam-cyp2d6-illumina/HG03130.bam"
HAPLOTYPES = "cyp2d6-sv-haplotypes/haplotypes.fa.gz"
FLANK = 300
# How far the sequence goes on past the gene, where only the first copy on a chromosome follows: so that
# long reads tell that copy from further ones.
BEFORE = 1300
# 1-based GRCh38: from the repeat downstream of the last exon to the end of the homology upstream of
# the first; found by laying the region on itself with minimap2.
GENE = (42123255, 42132015)
PARALOG = (42135401, 42145719)
DECOY = (42149600, 42155600)  # CYP2D8P, which resembles both
PLAIN = 36996  # length of a haplotype without structural change
START37 = 42518000
# Bases of the paralog in the gene's last exon, by index into a plain haplotype; and the end of the
# stretch (GRCh38) that hybrid genes take from the paralog, so that their bases vary by design.
LAST_EXON37 = ((4625, "C"), (4627, "G"), (4629, "C"))
CONVERTED = 42127200
# The gene's base stands here in *61, amid the paralog's.
LEFT_OUT = {42127239}


def reference_of(path):
    """First coordinate and bases of the reference under a BAM, from its MD tags."""
    seen = defaultdict(Counter)
    with pysam.AlignmentFile(path) as file:
        for read in file.fetch("chr22"):
            if read.is_unmapped or read.is_secondary or not read.has_tag("MD"):
                continue
            for _, position, base in read.get_aligned_pairs(with_seq=True):
                if position is not None and base is not None:
                    seen[position + 1][base.upper()] += 1
    low, high = min(seen), max(seen)
    return low, "".join(seen[i].most_common(1)[0][0] for i in range(low, high + 1))


def haplotypes_of(path):
    found, name = {}, None
    with gzip.open(path, "rt") as file:
        for line in file:
            if line.startswith(">"):
                name = line[1:].split()[0]
                found[name] = []
            else:
                found[name].append(line.strip().upper())
    return {name: "".join(parts) for name, parts in found.items()}


def lay(query, target, preset):
    """CIGAR of the best alignment of a query on a target, with the starts of both, 0-based."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, bases in (("q", query), ("t", target)):
            paths.append(Path(folder) / name)
            paths[-1].write_text(f">{name}\n{bases}\n")
        out = subprocess.run(
            ["minimap2", "-cx", preset, "-r", "2500,2500", "--eqx", paths[1], paths[0]],
            capture_output=True, text=True, check=True).stdout
    rows = [line.split("\t") for line in out.splitlines()]
    best = max(rows, key=lambda row: int(row[9]))
    cigar = next(field[5:] for field in best if field.startswith("cg:Z:"))
    return int(best[2]), int(best[7]), [(int(n), k) for n, k in re.findall(r"(\d+)([=XID])", cigar)]


def pairs(query_start, target_start, cigar):
    """Target index by query index, for bases side by side."""
    found, q, t = {}, query_start, target_start
    for length, kind in cigar:
        if kind in "=X":
            found.update((q + i, t + i) for i in range(length))
            q, t = q + length, t + length
        elif kind == "I":
            q += length
        else:
            t += length
    return found


def straightened(cigar):
    """The CIGAR without pairs of one-base gaps a few bases apart that undo each other.

    PharmVar writes such stretches of the paralog as single-base changes.
    """
    joined, index = [], 0
    for length, kind in ((n, "M" if k in "=X" else k) for n, k in cigar):
        if joined and joined[-1][1] == kind == "M":
            joined[-1][0] += length
        else:
            joined.append([length, kind])
    while index + 2 < len(joined):
        one, middle, other = joined[index:index + 3]
        if {one[1], other[1]} == {"I", "D"} and one[0] == other[0] == 1 and middle[0] <= 8:
            joined[index:index + 3] = [[middle[0] + 1, "M"]]
        else:
            index += 1
    return [(n, "=" if k == "M" else k) for n, k in joined]


def merged(cigar):
    """The CIGAR with M for = and X."""
    runs = []
    for length, kind in cigar:
        kind = "M" if kind in "=X" else kind
        if runs and runs[-1][1] == kind:
            runs[-1][0] += length
        else:
            runs.append([length, kind])
    return "".join(f"{n}{k}" for n, k in runs)


def main(cases, knowledgebase):
    folder = Path(knowledgebase) / "paralogs/CYP2D6"
    low, bases = reference_of(f"{cases}/{BAM}")
    at = lambda position: bases[position - low]
    cut = lambda interval: bases[interval[0] - low:interval[1] - low + 1]
    wide = lambda interval: (interval[0] - FLANK, interval[1] + FLANK)
    names = (("CYP2D6", (GENE[0] - BEFORE, GENE[1] + FLANK)), ("CYP2D7", wide(PARALOG)), ("CYP2D8P", DECOY))
    with open(folder / "templates.fa", "w") as file:
        for name, (start, end) in names:
            file.write(f">{name} GRCh38 chr22:{start}-{end}\n")
            text = cut((start, end))
            file.writelines(text[i:i + 100] + "\n" for i in range(0, len(text), 100))
    q, t, cigar = lay(cut(PARALOG), cut(GENE), "asm20")
    cigar = straightened(cigar)
    side = pairs(q, t, cigar)
    haplotypes = haplotypes_of(f"{cases}/{HAPLOTYPES}")
    plain = [h for h in haplotypes.values() if len(h) == PLAIN]
    ref37 = "".join(Counter(column).most_common(1)[0][0] for column in zip(*plain))
    _, t37, cigar37 = lay(ref37, bases, "asm5")
    to38 = {START37 + i: low + j for i, j in pairs(0, t37, cigar37).items()}
    from38 = {j: i for i, j in to38.items()}
    known, kept = defining(knowledgebase), []
    for p, g in sorted((p, g) for p, g in side.items()):
        gene, paralog = GENE[0] + g, PARALOG[0] + p
        if at(gene) == at(paralog) or gene not in from38 or paralog not in from38:
            continue
        if gene in LEFT_OUT:
            continue
        gene37, paralog37 = from38[gene] - START37, from38[paralog] - START37
        columns = {h[gene37] for h in plain if not is_hybrid(h)}
        others = {h[paralog37] for h in plain}
        if columns == {at(gene)} and others == {at(paralog)} and (
                gene < CONVERTED or gene not in known and not is_variable(
                    haplotypes, ref37, gene37, at(gene), at(paralog))):
            kept.append((gene, at(gene), paralog, at(paralog)))
    with open(folder / "differences.tsv", "w") as file:
        file.write("# Written by scripts/importers/paralogs.py. GRCh38, 1-based, forward strand.\n")
        file.write("gene_position\tgene_base\tparalog_position\tparalog_base\n")
        file.writelines("\t".join(map(str, row)) + "\n" for row in kept)
    print(f"paralog {PARALOG[0] + q} on gene {GENE[0] + t}: {merged(cigar)}\n{len(kept)} differing bases kept")
    for position in (42518000, 42519259, 42528018, 42531411, 42541719, 42543000, 42555000 - 5):
        print(position, to38.get(position))


def is_hybrid(haplotype):
    """Whether a haplotype of plain length has the paralog's last exon in its gene."""
    return all(haplotype[i] == base for i, base in LAST_EXON37)


def is_variable(haplotypes, ref37, index, base, other):
    """Whether a copy of the gene in some haplotype has another base, by surroundings only the gene has."""
    for reach in (12, 25, 40, 60, 90):
        left, right = ref37[index - reach:index], ref37[index + 1:index + 1 + reach]
        if left + other + right not in ref37:
            break
    return any(left + varied + right in bases for bases in haplotypes.values()
               for varied in "ACGT" if varied != base)


def defining(knowledgebase):
    """The GRCh38 coordinates of the gene's defining positions."""
    text = (Path(knowledgebase) / "genes/CYP2D6.yaml").read_text()
    return {int(found) for found in re.findall(r"grch38: (\d+)", text)}


if __name__ == "__main__":
    main(*sys.argv[1:3])
