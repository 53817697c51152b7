"""Reads of CYP2D6 and CYP2D7, from sequences in which deletions, copies and hybrids are spelled out.

The sequences are of GRCh37 22:42518000-42555000. Reads are aligned to the part of the reference that the
unchanged ones agree on, and moved to their place on the chromosome.
"""
import collections
import gzip
import random
import subprocess
import tempfile
from pathlib import Path

from inputs.reads.assembly import Assembly
from inputs.reads.haplotype import Haplotype
from inputs.reads.reference import Window
from inputs.reads.sequencer import COMPLEMENT, Coverage, LongReads, ShortReads

CONTIG, LENGTH = "22", 51_304_566
START = 42_518_000  # of the region, 1-based
FLANK = 20_000  # drawn bases on both sides of a sequence that is read in long reads, which would else thin out there


def read_fasta(path):
    found, name = {}, None
    with (gzip.open if str(path).endswith(".gz") else open)(path, "rt") as file:
        for line in file:
            if line.startswith(">"):
                name = line[1:].split()[0]
                found[name] = []
            else:
                found[name].append(line.strip().upper())
    return {name: "".join(parts) for name, parts in found.items()}


def consensus(sequences, known=()):
    """The bases most sequences of the commonest length have, place by place.

    `known` has (1-based place, reference bases) where the reference is known: a common variant may be in most.
    """
    sizes = collections.Counter(map(len, sequences))
    alike = [one for one in sequences if len(one) == sizes.most_common(1)[0][0]]
    bases = [collections.Counter(column).most_common(1)[0][0] for column in zip(*alike)]
    for place, reference in known:
        bases[place - START:place - START + len(reference)] = reference
    return "".join(bases)


class Paralogs:
    """The pairs of sequences of a file, and the region they are aligned to."""

    def __init__(self, path, seed, positions):
        """`positions` are the gene's known positions, which say what the reference has there."""
        self.sequences, self.seed = read_fasta(path), seed
        assembly = Assembly("GRCh37", is_bare=True)
        self.region = consensus(list(self.sequences.values()),
                                [stretch for position in positions for stretch in assembly.known(position)])
        self.samples = sorted(name[:-2] for name in self.sequences
                              if name.endswith("_M") and f"{name[:-2]}_P" in self.sequences)
        self.machines = {}

    def machine(self, is_long):
        if is_long not in self.machines:
            self.machines[is_long] = LongReads(self.seed) if is_long else ShortReads(self.seed, strays=0)
        return self.machines[is_long]

    def reads(self, sample, depth, is_long):
        """FASTQ of a sample: one text, or two whose reads are pairs."""
        texts = [[], []]
        machine = self.machine(is_long)
        for strand in "MP":
            bases = self.sequences[f"{sample}_{strand}"]
            if is_long:
                bases = f"{self.flank('left')}{bases}{self.flank('right')}"
            whole = Haplotype(Window(CONTIG, 1, bases), [])
            rng = random.Random(f"{self.seed}:{sample}:{strand}:{depth}:{is_long}")
            for _, line in machine.reads(rng, whole, CONTIG, Coverage(depth / 2), f"{sample}.{strand}"):
                fields = line.rstrip("\n").split("\t")
                name, flags, read, quality = fields[0], int(fields[1]), fields[9], fields[10]
                if flags & 0x400:
                    continue
                if flags & 16:
                    read, quality = read.translate(COMPLEMENT)[::-1], quality[::-1]
                texts[1 if flags & 0x80 else 0].append((name, f"@{name}\n{read}\n+\n{quality}\n"))
        return ["".join(text for _, text in sorted(part)) for part in texts]

    def flank(self, side):
        """Bases that resemble nothing, the same for every sequence."""
        return "".join(random.Random(f"{self.seed}:{side}").choices("ACGT", k=FLANK))

    def aligned(self, sample, depth, is_long, folder):
        """Lines of SAM from the aligner, on the region alone."""
        region = folder / "region.fa"
        if not region.exists():
            region.write_text(f">{CONTIG}\n{self.region}\n")
            if not is_long:
                subprocess.run(["bwa", "index", region], check=True, capture_output=True)
        files = []
        for number, text in enumerate(self.reads(sample, depth, is_long)[:1 if is_long else 2], 1):
            files.append(folder / f"{number}.fq")
            files[-1].write_text(text)
        group = f"@RG\\tID:1\\tSM:{sample}\\tPL:{'PACBIO' if is_long else 'ILLUMINA'}"
        command = (["minimap2", "-ax", "map-hifi", "-R", group, region, *files] if is_long else
                   ["bwa", "mem", "-K", "100000000", "-R", group, region, *files])
        return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout

    def write(self, sample, folder, depth=30, is_long=False):
        """Writes an indexed BAM; its path."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{sample}.{'long' if is_long else 'short'}.bam"
        with tempfile.TemporaryDirectory(prefix="stardose-reads.") as name:
            lines = [moved(line) for line in self.aligned(sample, depth, is_long, Path(name)).splitlines()]
        subprocess.run(["samtools", "sort", "--no-PG", "-o", str(path), "-"], check=True, capture_output=True,
                       input="".join(line + "\n" for line in lines if line), text=True)
        subprocess.run(["samtools", "index", str(path)], check=True)
        return path


def moved(line):
    """A line of SAM at its place on the chromosome; None for what names the program or its files."""
    if line.startswith("@"):
        if line.startswith("@SQ"):
            return f"@SQ\tSN:{CONTIG}\tLN:{LENGTH}"
        return None if line.startswith("@PG") else line
    fields = line.split("\t")
    for column in (3, 7):
        if int(fields[column]):
            fields[column] = str(int(fields[column]) + START - 1)
    for number, field in enumerate(fields[11:], 11):
        if field.startswith(("SA:Z:", "XA:Z:")):
            fields[number] = moved_elsewhere(field)
    return "\t".join(fields)


def moved_elsewhere(field):
    """The tag that lists other alignments, at their places on the chromosome."""
    tag, text = field[:5], field[5:]
    found = []
    for part in text.split(";"):
        if part:
            contig, place, *rest = part.split(",")
            sign = place[0] if place[0] in "+-" else ""
            found.append(",".join([contig, f"{sign}{int(place.lstrip('+-')) + START - 1}", *rest]))
    return tag + "".join(part + ";" for part in found)
