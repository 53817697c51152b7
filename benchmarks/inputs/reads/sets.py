"""The files that `benchmarks/run --only reads` measures with."""
import csv
import hashlib
import json
import multiprocessing
import os
import random
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from inputs.knowledge import read_all_genes, read_gene
from inputs.reads import genome
from inputs.reads.assembly import Assembly
from inputs.reads.paralogs import Paralogs
from inputs.reads.person import Carrier
from inputs.reads.regions import extra_regions, paralog_bases

DEPTHS = (5, 10, 15, 20, 30)
# Named alleles of one gene each, without copies and hybrids: those have a part of their own.
COMMON_CYP2D6 = ("*1", "*2", "*3", "*4", "*6", "*9", "*10", "*17", "*29", "*35", "*41")
NEEDED = ("samtools", "bwa", "minimap2", "tabix")


@dataclass
class Amounts:
    people: int
    every: int  # every how manieth pair of sequences of CYP2D6


AMOUNTS = {"quick": Amounts(2, 10), "full": Amounts(20, 1)}

state = None  # of a process that makes parts


@dataclass
class Part:
    """What a process makes at a time."""

    kind: str
    name: str
    depth: float = 30
    is_long: bool = False


class Maker:
    """Knows everything that the parts have in common."""

    def __init__(self, root, folder, seed, haplotypes):
        self.root, self.folder, self.seed, self.knowledge = root, folder, seed, root / "knowledgebase"
        self.genes = [gene for gene in read_all_genes(self.knowledge / "genes")
                      if not gene.is_structural or gene.symbol == "CYP2D6"]
        self.assemblies = {"GRCh38": Assembly("GRCh38"), "GRCh37": Assembly("GRCh37", is_bare=True)}
        self.machine = genome.sequencer(seed)
        self.plans, self.references = {}, {}
        self.cyp2d6 = read_gene(self.knowledge / "genes" / "CYP2D6.yaml")
        self.paralogs = haplotypes and Paralogs(haplotypes, seed, self.cyp2d6.positions)

    def assembly_of(self, name):
        """Every other person is on GRCh37."""
        return "GRCh37" if name.startswith("P") and int(name[1:]) % 2 == 0 else "GRCh38"

    def plan(self, assembly, is_whole=False):
        key = assembly, is_whole
        if key not in self.plans:
            spelled = self.assemblies[assembly]
            self.plans[key] = genome.Plan(
                spelled, self.genes, 2_000 if is_whole else 800, 10**9 if is_whole else 1_600,
                list(extra_regions(self.knowledge, spelled)),
                list(paralog_bases(self.knowledge, spelled, [self.cyp2d6])), seed=self.seed)
            self.references[key] = self.plans[key].reference()
        return self.plans[key], self.references[key]

    def person(self, name):
        """People are women and men by turns, two by two."""
        is_male = int(name[1:]) % 4 in (0, 3) if name.startswith("P") else True
        rng = random.Random(f"{self.seed}:{name}:CYP2D6")
        return Carrier(name, self.genes, self.seed, is_male, {"CYP2D6": rng.choices(COMMON_CYP2D6, k=2)})

    def make(self, part):
        if part.kind == "cyp2d6":
            self.paralogs.write(part.name, self.folder / "cyp2d6", part.depth, part.is_long)
            return part.name
        is_whole = part.kind == "genome"
        plan, reference = self.plan(self.assembly_of(part.name), is_whole)
        person = self.person(part.name)
        stem = self.folder / part.name
        chromosomes = genome.Chromosomes(plan, reference, person)
        genome.write_reads(f"{stem}.{part.depth}.bam", chromosomes, self.machine, part.depth, self.seed)
        if part.depth == DEPTHS[-1]:
            positions, diplotypes = genome.truth([person], plan, reference)
            genome.write_table(f"{stem}.positions.tsv", positions)
            genome.write_table(f"{stem}.diplotypes.tsv", diplotypes)
            genome.write_variants(stem, person, plan, self.seed)
        if is_whole:
            reference.write_fasta(f"{stem}.fa.gz")
            self.write_regions(plan, stem)
        return part.name

    def write_regions(self, plan, stem):
        """The known positions, and those with the regions of depth, as BED."""
        known = {(gene.contig, plan.assembly.place(p) - 1, plan.assembly.place(p) + len(p.alleles[0]))
                 for gene in plan.genes for p in gene.positions if plan.assembly.place(p)}
        for name, spans in (("known", known), ("visited", known | {(c, s - 1, e) for c, s, e in plan.extra})):
            lines = [f"{plan.assembly.spelled(c)}\t{s}\t{e}\n"
                     for c, s, e in sorted(spans, key=lambda span: (plan.assembly.order[span[0]], *span[1:]))]
            Path(f"{stem}.{name}.bed").write_text("".join(lines))


def stated_in(haplotypes):
    """The table of the diplotypes that the sequences are said to be."""
    return Path(haplotypes).parent / "truth.tsv"


def stated(haplotypes):
    """The diplotype stated of each pair; kept with the files, which may outlive the place it was read from."""
    with open(stated_in(haplotypes), newline="") as file:
        return {row["sample"]: row["truth_diplotype"] for row in csv.DictReader(file, delimiter="\t")}


def fingerprint(root, size, seed, haplotypes):
    """What the files depend on; they are made again when it changes."""
    digest = hashlib.sha256(f"{size} {seed} {AMOUNTS[size]} {DEPTHS}".encode())
    inputs, knowledge = root / "benchmarks" / "inputs", root / "knowledgebase"
    for path in [*sorted((inputs / "reads").glob("*.py")), inputs / "knowledge.py", inputs / "records.py",
                 *sorted((knowledge / "genes").glob("*.yaml")), *([haplotypes, stated_in(haplotypes)] if haplotypes else [])]:
        digest.update(path.read_bytes())
    genes = [read_gene(knowledge / "genes" / "CYP2D6.yaml")]
    for assembly in (Assembly("GRCh38"), Assembly("GRCh37")):
        digest.update(repr([*extra_regions(knowledge, assembly), *paralog_bases(knowledge, assembly, genes)]).encode())
    return digest.hexdigest()


def parts_of(maker, size):
    amounts = AMOUNTS[size]
    people = [f"P{number + 1:02d}" for number in range(amounts.people)]
    found = [Part("genome", "GENOME")] + [Part("person", name, depth) for name in people for depth in DEPTHS]
    samples = maker.paralogs.samples[::amounts.every] if maker.paralogs else []
    found += [Part("cyp2d6", name, is_long=is_long) for name in samples for is_long in (False, True)]
    return found, people, samples


def make_part(part):
    return state.make(part)


def make(root, size, into, seed="stardose", haplotypes=None, again=False, processes=os.cpu_count() or 1):
    """The folder with the files of a size, made if they are not there or are out of date."""
    global state
    missing = [tool for tool in NEEDED if not shutil.which(tool)]
    if missing:
        sys.exit(f"make-reads: {' and '.join(missing)} not found; scripts/setup {' '.join(missing)}")
    folder, key = Path(into) / f"{size}-reads", fingerprint(root, size, seed, haplotypes)
    manifest = folder / "manifest.json"
    if not again and manifest.exists() and json.loads(manifest.read_text())["fingerprint"] == key:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    began = time.monotonic()
    state = Maker(root, folder, seed, haplotypes)
    parts, people, samples = parts_of(state, size)
    for assembly in state.assemblies:
        state.plan(assembly)  # so that each process has it
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        for _ in pool.imap_unordered(make_part, parts):
            pass
    files = {path.name: {"bytes": path.stat().st_size} for path in sorted(folder.rglob("*.bam"))}
    manifest.write_text(json.dumps({
        "fingerprint": key, "seed": seed, "depths": DEPTHS, "people": people, "cyp2d6": samples,
        "stated": stated(haplotypes) if haplotypes else {}, "files": files}, indent=1) + "\n")
    print(f"make-reads: {folder} made in {time.monotonic() - began:.0f} s", file=sys.stderr)
    return folder
