"""A patient whose VCF lists variants alone, with the reads it was called from."""
import random
import subprocess
import tempfile
from pathlib import Path

import malformed_reads  # noqa: F401  (finds the simulator of the benchmarks)
from inputs.knowledge import read_gene
from inputs.reads import genome
from inputs.reads.assembly import Assembly
from inputs.reads.person import Carrier
from output import Folder
from people import Person, known_sites
from vcf_text import document

NAME, SEED, DEPTH = "MINA", "reads-fill-gaps", 25
CARRIED = {"CYP2C19": ["*1", "*17"], "TPMT": ["*1", "*3A"], "UGT1A1": ["*1", "*28"]}


def alignments(scratch):
    """The bytes of an indexed BAM; its index has no table by place, which would be larger than the reads."""
    knowledge = malformed_reads.HOME / "knowledgebase" / "genes"
    genes = [read_gene(knowledge / f"{symbol}.yaml") for symbol in CARRIED]
    plan = genome.Plan(Assembly("GRCh38"), genes, flank=500, joins=1_000, seed=SEED)
    carrier = Carrier(NAME, genes, SEED, is_male=False, chosen=CARRIED)
    path = Path(scratch) / "reads.bam"
    genome.write_reads(path, genome.Chromosomes(plan, plan.reference(), carrier), genome.sequencer(SEED), DEPTH, SEED)
    subprocess.run(["samtools", "index", "-c", path], check=True)
    return path.read_bytes(), Path(f"{path}.csi").read_bytes()


def reads_fill_gaps(root, genes):
    dice, folder = random.Random(22), Folder(root, "reads-fill-gaps")
    person = Person(NAME, genes)
    for symbol, names in CARRIED.items():
        person.carries(symbol, *names)
    variants = [record for record in known_sites(dice, [person], list(CARRIED))
                if any(allele not in "0/|." for allele in record.samples[0]["GT"])]
    folder.write("reads-fill-gaps.vcf", document([NAME], variants))
    with tempfile.TemporaryDirectory() as scratch:
        data, index = alignments(scratch)
    folder.write("reads-fill-gaps.bam", data)
    folder.write("reads-fill-gaps.bam.csi", index)
    for file in ("reads-fill-gaps.bam", "reads-fill-gaps.vcf"):
        for symbol, phenotype in (("CYP2C19", "Rapid Metabolizer"), ("TPMT", "Intermediate Metabolizer"),
                                  ("UGT1A1", "Intermediate Metabolizer")):
            answer = "/".join(CARRIED[symbol])
            fits = [answer, "*3B/*3C"] if symbol == "TPMT" else answer
            folder.expect(file, NAME, symbol, "called", answer, fits, phenotype)
        folder.expect(file, NAME, "DPYD", "notCalled")
    folder.close()
