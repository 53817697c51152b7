"""Many people in one file: the known positions and some records between them."""
import hashlib
import random

from inputs import bgzf, records
from inputs.genome import MARGIN, pieces
from inputs.vcf import CONTIGS, header


GENOTYPES = ((0, 0), (0, 1), (1, 1))
COLUMN_POOL = 1024


def column_pools(seed):
    """Ready-made sample columns for each genotype."""
    rng = random.Random(f"{seed}:columns")
    return [[records.sample(genotype, records.read_depths(rng, genotype, 2))
             for _ in range(COLUMN_POOL)] for genotype in GENOTYPES]


def filler(columns, people_count, contig, position, rng):
    reference = rng.choice("ACGT")
    alternate = rng.choice([base for base in "ACGT" if base != reference])
    frequency = rng.betavariate(0.4, 2)
    shares = ((1 - frequency) ** 2, 2 * frequency * (1 - frequency), frequency ** 2)
    drawn = rng.choices(range(3), shares, k=people_count)
    bits = rng.getrandbits(10 * people_count)
    people = [columns[g][bits >> 10 * n & COLUMN_POOL - 1] for n, g in enumerate(drawn)]
    return "\t".join((contig, str(position), ".", reference, alternate, "900.00", "PASS",
                      f"AN={2 * people_count};MQ=60.00", "GT:AD:DP:GQ:PL", *people))


def lines(people_count, sites, filler_count, seed):
    """Every line of the body for all people, in order."""
    mean_gap, columns = sum(CONTIGS.values()) / filler_count, column_pools(seed)
    for contig, length in CONTIGS.items():
        rng = random.Random(f"{seed}:cohort:{contig}")
        for piece in pieces(contig, length, [site for site in sites if site[0] == contig]):
            if isinstance(piece, list):
                yield from piece
                continue
            position = piece[0] + MARGIN + int(rng.expovariate(1 / mean_gap))
            while position < piece[1]:
                yield filler(columns, people_count, contig, position, rng)
                position += 1 + int(rng.expovariate(1 / mean_gap))


def write(path, names, body):
    """Writes the first `len(names)` people of a body made for as many or more."""
    columns = 9 + len(names)
    text = "".join("\t".join(line.split("\t", columns)[:columns]) + "\n" for line in body).encode()
    path.write_bytes(
        bgzf.compress(header(names).encode()) + bgzf.compress(text) + bgzf.END_BLOCK)
    return {"records": len(body), "digest": hashlib.sha256(text).hexdigest()}
