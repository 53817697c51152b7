"""A person's whole genome: millions of filler records with the known positions among them.

The sources it is annotated from, and the smaller queries, are made along with it.
"""
import multiprocessing
import random

from inputs import vcf
from inputs.crowd import Crowd
from inputs.records import POOL_BITS, VARIANT_BITS, Pools
from inputs.sources import FREQUENCY, PANEL_HEADER, SIGNIFICANCE, Sources
from inputs.stretch import Output, Stretch
from inputs.vcf import CONTIGS

# Filler keeps away from known positions, so that no indel of it can say anything of them.
MARGIN = 200
STRETCH = 25_000_000

# The genome itself, then what Sources.rows makes of its records, in that order.
FILES = ("genome.vcf.gz", "frequency.vcf.gz", "panel.vcf.gz", "significance.vcf.gz", "expected.tsv.gz")

pools = sources = crowd = amounts = None


def pieces(contig, length, sites):
    """A contig as free stretches (first, last) and lists of the lines between them, in order."""
    free, lines, found = 10_000, [], []
    for _, start, end, line in sites:
        if start - MARGIN > free:
            if lines:
                found.append(lines)
                lines = []
            found.append((free, start - MARGIN))
        lines.append(line)
        free = max(free, end + MARGIN)
    if lines:
        found.append(lines)
    if free < length:
        found.append((free, length))
    return found


def jobs(sites, mean_gap, seed):
    """Stretches of genome of a size that one process makes at a time."""
    for contig, length in CONTIGS.items():
        batch, size = [], 0
        for piece in pieces(contig, length, [site for site in sites if site[0] == contig]):
            if isinstance(piece, list):
                batch.append(piece)
                continue
            for start in range(piece[0], piece[1], STRETCH):
                stop = min(start + STRETCH, piece[1])
                batch.append((start, stop))
                size += stop - start
                if size >= STRETCH:
                    yield contig, batch, mean_gap, seed
                    batch, size = [], 0
        if batch:
            yield contig, batch, mean_gap, seed


def filler(contig, first, last, mean_gap, seed):
    """The lines of a free stretch."""
    draw = random.Random(f"{seed}:{contig}:{first}").getrandbits
    variants, tails, doubles = pools.variants, pools.tails, pools.double_tails
    scale = mean_gap / pools.mean_gap
    gaps = [1 + int(gap * scale) for gap in pools.gaps]
    mask, tail_mask, bits = (1 << VARIANT_BITS) - 1, (1 << POOL_BITS) - 1, 2 * VARIANT_BITS + POOL_BITS
    lines, position = [], first
    while True:
        number = draw(bits)
        position += gaps[number & mask]
        if position >= last:
            return lines
        number >>= VARIANT_BITS
        variant = variants[number & mask]
        number >>= VARIANT_BITS
        tail = tails[number & tail_mask] if "," not in variant else doubles[number & mask]
        lines.append(f"{contig}\t{position}\t.\t{variant}\t{tail}")


def make_stretch(job):
    """The stretch of every file, packed."""
    contig, batch, mean_gap, seed = job
    stretch = Stretch(FILES)
    for piece in batch:
        if is_free := not isinstance(piece, list):
            first, last = piece
            lines = filler(contig, first, last, mean_gap, seed)
        else:
            first, last, lines = piece[0].split("\t", 2)[1], None, piece
        rows, expected = sources.rows(contig, first, last, lines, is_free)
        for name, found in zip(FILES, (lines, *rows, expected)):
            stretch.lines[name] += found
    genome = stretch.lines[FILES[0]]
    stretch.lines["sparse.vcf.gz"] = genome[::amounts.sparse]
    stretch.lines["people.vcf.gz"] = crowd.lines(contig, genome[::amounts.crowd])
    return stretch.packed()


def write(folder, samples, sites, wanted, landscapes, seed, processes):
    """Writes a genome of about `wanted.records` records and what goes with it; the facts of each file."""
    global pools, sources, crowd, amounts
    pools, amounts = Pools(seed), wanted
    sources, crowd = Sources(seed, wanted, landscapes), Crowd(seed, wanted.people)
    mean_gap = sum(CONTIGS.values()) / wanted.records
    person = vcf.header(samples)
    headers = (person, FREQUENCY, PANEL_HEADER, SIGNIFICANCE, "", person, crowd.header)
    outputs = {name: Output(folder / name, header)
               for name, header in zip((*FILES, "sparse.vcf.gz", "people.vcf.gz"), headers)}
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        for packed in pool.imap(make_stretch, jobs(sites, mean_gap, seed)):
            for name, part in packed.items():
                outputs[name].append(*part)
    return {name: output.close() for name, output in outputs.items()}
