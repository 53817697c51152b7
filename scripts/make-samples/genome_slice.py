"""A whole genome's records around a few genes: mostly noise, as real ones are."""
import random

from assemblies import ReferenceBases
from output import Folder, indexed
from people import Person, finish, genotype, known_sites, reads
from vcf_text import Record, document

SYMBOLS = ["UGT1A1", "TPMT", "CYP3A5", "CYP2C9", "CYP2C19", "SLCO1B1", "NUDT15", "VKORC1", "CYP4F2"]
EFFECTS = ["intron_variant|MODIFIER", "upstream_gene_variant|MODIFIER", "3_prime_UTR_variant|MODIFIER",
           "synonymous_variant|LOW", "missense_variant|MODERATE"]
CULPRITS = ["MQ", "FS", "QD", "DP", "SOR"]
BASES_PER_RECORD = 280
FLANK = 6000
ROOM = 60  # no invented variant this near to a known position


def clutter(dice, record, symbol):
    """INFO as a joint caller and an annotator leave it."""
    record.info |= {
        "FS": f"{abs(dice.gauss(0, 2)):.3f}", "QD": f"{dice.uniform(8, 32):.2f}",
        "SOR": f"{dice.uniform(0.4, 1.6):.3f}", "VQSLOD": f"{dice.gauss(9, 4):.2f}",
        "culprit": dice.choice(CULPRITS)}
    if dice.random() < 0.3:
        record.info["ReadPosRankSum"] = f"{dice.gauss(0, 0.8):.3f}"
    if dice.random() < 0.5:
        record.info["DB"] = None
    alternate = record.alternates[0] if record.alternates else record.reference
    record.info["ANN"] = f"{alternate}|{dice.choice(EFFECTS)}|{symbol}"
    return record


def invented(dice, reference, contig, at):
    """A variant nobody knows: substitution, indel, or two alternate alleles."""
    base, kind = reference.base(contig, at), dice.random()
    others = [b for b in "ACGT" if b != base]
    if kind < 0.78:
        spelled, alternates = base, [dice.choice(others)]
    elif kind < 0.86:
        spelled = reference.bases(contig, at, dice.randint(2, 9))
        alternates = [base]
    elif kind < 0.94:
        spelled, alternates = base, [base + "".join(dice.choices("ACGT", k=dice.randint(1, 8)))]
    else:
        spelled, alternates = base, sorted(dice.sample(others, 2))
    indices = dice.choice([[0, 0], [0, 1], [0, 1], [0, 1], [1, 1]])
    if len(alternates) == 2:
        indices = dice.choice([[0, 1], [0, 2], [1, 2]])
    call = {"GT": genotype(indices)} | reads(dice, indices, len(alternates) + 1)
    record = Record(contig, at, spelled, alternates, [call])
    if dice.random() < 0.4:
        record.id = f"rs9{dice.randint(10 ** 9, 10 ** 10 - 1)}"
    draw = dice.random()
    if draw < 0.05:
        record.filters = "VQSRTrancheSNP99.80to100.00"
    elif draw < 0.08:
        record.filters = "LowQual"
        call |= {"GQ": str(dice.randint(3, 19))}
    elif draw < 0.09:
        call |= {"GT": "./.", "AD": ",".join(["0"] * (len(alternates) + 1)), "DP": "0", "GQ": "."}
    return finish(dice, record)


def spanning_deletion(dice, reference, contig, at):
    """A deletion, and inside it a site where the deleted copy shows as `*`."""
    whole = reference.bases(contig, at, 12)
    call = {"GT": "0/1"} | reads(dice, [0, 1], 2)
    deletion = finish(dice, Record(contig, at, whole, [whole[0]], [call]))
    base = whole[5]
    alternate = next(b for b in "ACGT" if b != base)
    call = {"GT": "1/2"} | reads(dice, [1, 2], 3)
    inside = finish(dice, Record(contig, at + 5, base, [alternate, "*"], [call]))
    return [deletion, inside]


def genome_slice(root, genes):
    dice, folder = random.Random(12), Folder(root, "genome-slice")
    reference = ReferenceBases(genes)
    person = (Person("RUTH", genes).carries("CYP2C9", "*1", "*3").carries("CYP2C19", "*1", "*17")
              .carries("UGT1A1", "*1", "*80+*28").carries("SLCO1B1", "*1", "*37")
              .carries("CYP3A5", "*1", "*3").carries("CYP4F2", "*3", "*3")
              .carries("VKORC1", "rs9923231 reference (C)", "rs9923231 variant (T)"))
    records = []
    taken = {(c, at + n) for c, at in reference.known for n in range(-ROOM, ROOM + 1)}
    for symbol in SYMBOLS:
        gene = genes[symbol]
        for record in known_sites(dice, [person], [symbol]):
            if record.id == "rs9332131":
                record.filters = "LowQual"
            elif record.position == 94949129:  # one copy lies in a deletion
                record.alternates = ["G", "*"]
                record.samples[0] = {"GT": "0/2"} | reads(dice, [0, 2], 3)
                record.info = {}
                finish(dice, record)
                whole = reference.bases(gene.contig, record.position - 4, 9)
                call = {"GT": "0/1"} | reads(dice, [0, 1], 2)
                deletion = Record(gene.contig, record.position - 4, whole, [whole[0]], [call])
                records.append(clutter(dice, finish(dice, deletion), symbol))
            records.append(clutter(dice, record, symbol))
        start, end = gene.positions[0].grch38 - FLANK, gene.positions[-1].grch38 + FLANK
        wanted, step = (end - start) // BASES_PER_RECORD, 0
        while wanted:
            at = dice.randint(start, end)
            if any((gene.contig, at + n) in taken for n in range(14)):
                continue
            step += 1
            made = [invented(dice, reference, gene.contig, at)]
            if step % 60 == 0:
                made = spanning_deletion(dice, reference, gene.contig, at)
            taken.update((gene.contig, at + n) for n in range(14))
            records += [clutter(dice, record, symbol) for record in made]
            wanted -= 1
    data, index = indexed(document(["RUTH"], records))
    file = "genome-slice.vcf.gz"
    folder.write(file, data)
    folder.write(file + ".tbi", index)
    folder.expect(file, "RUTH", "CYP2C9", "called", "*1/*3", ["*1/*3", "*3/*6"],
                  "Intermediate Metabolizer")
    folder.expect(file, "RUTH", "CYP2C19", "called", "*1/*17", "*1/*17", "Rapid Metabolizer")
    folder.expect(file, "RUTH", "UGT1A1", "called", "*1/*80+*28", ["*1/*80+*28", "*28/*80"],
                  "Intermediate Metabolizer")
    folder.expect(file, "RUTH", "SLCO1B1", "called", "*1/*37", "*1/*37", "Normal Function")
    folder.expect(file, "RUTH", "CYP3A5", "called", "*1/*3", "*1/*3", "Intermediate Metabolizer")
    folder.expect(file, "RUTH", "CYP4F2", "called", "*3/*3", "*3/*3")
    for gene in ("TPMT", "NUDT15"):
        folder.expect(file, "RUTH", gene, "called", "*1/*1", "*1/*1", "Normal Metabolizer")
    folder.expect(file, "RUTH", "VKORC1", "called", "rs9923231 reference (C)/rs9923231 variant (T)",
                  "rs9923231 reference (C)/rs9923231 variant (T)", "-1639 AG")
    folder.expect(file, "RUTH", "DPYD", "notCalled")
    folder.close()
