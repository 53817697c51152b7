"""A person's whole genome: millions of filler records with the known positions among them."""
import hashlib
import multiprocessing
import random

from inputs import bgzf
from inputs.records import POOL_BITS, VARIANT_BITS, Pools
from inputs.vcf import CONTIGS, header

# Filler keeps away from known positions, so that no indel of it can say anything of them.
MARGIN = 200
STRETCH = 25_000_000

pools = None


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
    """BGZF blocks, the number of records and the digest of the text."""
    contig, batch, mean_gap, seed = job
    lines = []
    for piece in batch:
        lines += piece if isinstance(piece, list) else filler(contig, *piece, mean_gap, seed)
    text = "".join(line + "\n" for line in lines).encode()
    return bgzf.compress(text), len(lines), hashlib.sha256(text).digest()


def write(path, samples, sites, record_count, seed, processes):
    """Writes a genome of about `record_count` records; its exact number and digest come back."""
    global pools
    pools = Pools(seed)
    mean_gap = sum(CONTIGS.values()) / record_count
    total, digest = 0, hashlib.sha256()
    with open(path, "wb") as file, multiprocessing.get_context("fork").Pool(processes) as pool:
        file.write(bgzf.compress(header(samples).encode()))
        for blocks, count, part in pool.imap(make_stretch, jobs(sites, mean_gap, seed)):
            file.write(blocks)
            total += count
            digest.update(part)
        file.write(bgzf.END_BLOCK)
    return {"records": total, "digest": digest.hexdigest()}
