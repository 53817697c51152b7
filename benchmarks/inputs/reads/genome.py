"""Reads of one person over the pharmacogenes, and files that say what is due from them."""
import random
from dataclasses import dataclass, field

from inputs.reads import bam, vcf
from inputs.reads.haplotype import Haplotype, shifted_left
from inputs.reads.reference import Reference, spans
from inputs.reads.sequencer import OTHERS, Coverage, LongReads, ShortReads, poisson

MITOCHONDRIA = 20  # times the depth of the chromosomes


@dataclass
class Plan:
    """Which part of the genome is made, on which assembly."""

    assembly: object
    genes: list
    flank: int = 800  # bases about each position
    joins: int = 1_600  # positions of a gene that are closer are made in one piece
    extra: list = field(default_factory=list)  # more (contig, start, end): regions of steady depth, sex
    given: list = field(default_factory=list)  # (contig, start, bases) of stretches known as a whole
    private: float = 0.001  # variants a base that no definition knows, between the known bases
    seed: str = "stardose"

    def reference(self):
        wanted = [*spans(self.genes, self.assembly, self.flank, self.joins), *self.extra]
        return Reference(self.genes, self.assembly, wanted, self.seed, self.given)


@dataclass
class Event:
    """Copies of a stretch (1-based, both ends included) on one of a person's two strands."""

    strand: int
    contig: str
    start: int
    end: int
    copies: int  # 0 is a deletion, 2 a duplication


def strands_of(contig, is_male):
    """The strands a person has of a contig."""
    if contig == "chrM":
        return (0,)
    if contig == "chrY":
        return (0,) if is_male else ()
    return (0,) if contig == "chrX" and is_male else (0, 1)


class Chromosomes:
    """A person's haplotypes, window by window."""

    def __init__(self, plan, reference, person, events=(), mixed=1.0):
        """`mixed` is the share of mitochondria that carry the person's alleles; the others carry none."""
        self.plan, self.person, self.events, self.mixed = plan, person, events, mixed
        self.changes = {}
        for gene in plan.genes:
            for strand in range(person.copies(gene)):
                self.changes.setdefault((strand, gene.contig), set()).update(
                    person.changes(gene, plan.assembly, strand))
        self.reference, self.windows = reference, reference.windows
        for window in self.windows:
            for strands, change in self.private(window):
                for strand in strands:
                    self.changes.setdefault((strand, window.contig), set()).add(change)

    def private(self, window):
        """Variants of the person's own, away from known bases: (strands, change)."""
        rng = random.Random(f"{self.plan.seed}:{self.person.name}:{window.contig}:{window.start}")
        known = self.reference.known
        taken, both = set(), strands_of(window.contig, self.person.is_male)
        for _ in range(poisson(rng, self.plan.private * len(window.bases)) if both else 0):
            place, kind = rng.randrange(window.start + 20, window.end - 20), rng.random()
            base, size = window.slice(place, 1), rng.randrange(1, 7)
            change = ((place, base, rng.choice(OTHERS[base])) if kind < 0.88 else
                      (place, window.slice(place, size), "") if kind < 0.94 else
                      (place, "", "".join(rng.choices("ACGT", k=size))))
            strands = both if rng.random() < 0.35 else (rng.choice(both),)
            touched = range(place - 3, place + len(change[1]) + 3)
            if (shifted_left(window, change) == change and taken.isdisjoint(touched)
                    and not any((window.contig, at) in known for at in touched)):
                taken.update(touched)
                yield strands, change

    def haplotype(self, window, strand):
        events = [(max(event.start, window.start), min(event.end, window.end), event.copies)
                  for event in self.events if event.strand == strand and event.contig == window.contig
                  and event.start <= window.end and window.start <= event.end]
        lost = [(start, window.slice(start, end - start + 1), "") for start, end, copies in events if not copies]
        changes = [change for change in sorted(self.changes.get((strand, window.contig), ()))
                   if window.start <= change[0] <= window.end
                   and not any(start <= change[0] < start + len(bases) for start, bases, _ in lost)]
        made = Haplotype(window, changes + lost)
        for start, end, copies in events:
            if copies > 1:
                made = Haplotype.repeated(made, start, end, copies)
        return made

    def all(self):
        """(window, its haplotypes, each with the depth it has beside that of two chromosomes), in file order."""
        for window in self.windows:
            strands = strands_of(window.contig, self.person.is_male)
            found = [(self.haplotype(window, strand), 0.5) for strand in strands]
            if window.contig == "chrM":
                found = [(found[0][0], MITOCHONDRIA * self.mixed)]
                if self.mixed < 1:
                    found.append((Haplotype(window, []), MITOCHONDRIA * (1 - self.mixed)))
            yield window, found


def sequencer(seed, is_long=False, **options):
    return (LongReads if is_long else ShortReads)(seed, **options)


def write_reads(path, chromosomes, machine, depth, seed, reference=None):
    """Writes an indexed BAM or CRAM; the number of alignments."""
    person, assembly = chromosomes.person, chromosomes.plan.assembly
    output, count = bam.AlignmentOutput(path, bam.header(assembly, person.name), reference), 0
    for window, haplotypes in chromosomes.all():
        contig, lines = assembly.spelled(window.contig), []
        for number, (haplotype, share) in enumerate(haplotypes):
            rng = random.Random(f"{seed}:{person.name}:{depth}:{window.contig}:{window.start}:{number}")
            prefix = f"{window.contig}.{window.start}.{number}"
            lines += machine.reads(rng, haplotype, contig, Coverage(depth * share), prefix)
        lines.sort(key=lambda one: one[0])
        count += len(lines)
        output.write(line for _, line in lines)
    output.close()
    return count


def truth(people, plan, reference):
    """Rows of what each person has at each defining position, and of each gene's diplotype."""
    positions = [["sample", "gene", "position", "contig", "place", "reference", "genotype"]]
    genes = [["sample", "sex", "gene", "diplotype"]]
    for person in people:
        sex = "male" if person.is_male else "female"
        for gene in plan.genes:
            for position in gene.positions:
                place = plan.assembly.place(position)
                if place and position.is_defining and reference.window_of(gene.contig, place):
                    positions.append([
                        person.name, gene.symbol, position.id, plan.assembly.spelled(gene.contig), str(place),
                        plan.assembly.reference(position),
                        "/".join(person.genotype(gene, position, plan.assembly))])
            if gene.is_called and gene.symbol in person.truth:
                genes.append([person.name, sex, gene.symbol, person.truth[gene.symbol]])
    return positions, genes


def write_table(path, rows):
    with open(path, "w") as file:
        file.writelines("\t".join(row) + "\n" for row in rows)


def write_variants(stem, person, plan, seed, share=0.5):
    """Two VCFs of every known position, unphased and phased, and one that lacks a share of the unphased records."""
    records = vcf.records(person, plan, seed)
    vcf.write(f"{stem}.vcf.gz", person.name, plan.assembly, [r.text("/") for r in records])
    vcf.write(f"{stem}.phased.vcf.gz", person.name, plan.assembly, [r.text("|") for r in records])
    rng = random.Random(f"{seed}:{person.name}:masked")
    hidden = set(rng.sample(range(len(records)), round(share * len(records))))
    vcf.write(f"{stem}.masked.vcf.gz", person.name, plan.assembly,
              [r.text("/") for n, r in enumerate(records) if n not in hidden])
