"""Made-up genes: intervals with a name, and the exons in which reported variants crowd."""
import bisect
import random
from dataclasses import dataclass

from inputs.vcf import CONTIGS

GENOME = sum(CONTIGS.values())
GENES = 20_000
EXONS = 8


@dataclass
class Landscape:
    """What lies on one contig: genes as (first, end, name) and exons as (first, last, gene number)."""

    genes: list
    exons: list

    def exons_within(self, first, last):
        """The exons that begin in a stretch."""
        low = bisect.bisect_left(self.exons, (first,))
        return self.exons[low:bisect.bisect_left(self.exons, (last,), low)]


def landscape(contig, seed, number):
    """The genes of a contig; `number` is that of the first of them."""
    rng, length = random.Random(f"{seed}:genes:{contig}"), CONTIGS[contig]
    if length < 1_000_000:
        return Landscape([], [])
    starts = sorted(rng.randrange(20_000, length - 200_000) for _ in range(GENES * length // GENOME))
    genes, exons = [], []
    for offset, start in enumerate(starts):
        position = start
        for _ in range(EXONS):
            end = position + rng.randrange(90, 260)
            exons.append((position, end, number + offset))
            position = end + rng.randrange(300, 8_000)
        genes.append((start, end, f"GENE{number + offset}"))
    return Landscape(genes, sorted(exons))


def landscapes(seed):
    """The landscape of each contig by its name."""
    found, number = {}, 1
    for contig in CONTIGS:
        found[contig] = landscape(contig, seed, number)
        number += len(found[contig].genes)
    return found


def bed(landscapes):
    """The genes as BED lines with a name column, in file order."""
    return [f"{contig}\t{start - 1}\t{end}\t{name}\n"
            for contig, place in landscapes.items() for start, end, name in place.genes]
