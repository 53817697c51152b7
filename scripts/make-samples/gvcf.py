"""A gVCF: reference blocks with a depth and a quality, variants between them."""
import random

from assemblies import ReferenceBases
from output import Folder
from people import Person, finish, reads
from vcf_text import Record, document

# First base, last base, GQ, MIN_DP. What no block covers was not sequenced.
STRETCHES = {
    "chr10": [
        (94645700, 94645800, 99, 31),
        (94761800, 94775440, 99, 28),
        (94775441, 94775520, 8, 4),  # doubtful: CYP2C19 *6, *9 and *11 lie here
        (94775521, 94852700, 99, 27),  # then nothing up to 94852950: *5, *16, *25, *12
        (94852951, 94853200, 99, 25),
        (94938600, 94981250, 99, 29),
        (94981251, 94981300, 6, 2),  # doubtful: CYP2C9 *3 and *4 lie here
        (94981301, 94989500, 99, 26)],
    "chr12": [(21141400, 21239400, 99, 30)],
    "chr16": [(31096000, 31096700, 75, 25)],
}


def block(reference, contig, first, last, quality, depth):
    call = {"GT": "0/0", "DP": str(depth + 3), "GQ": str(quality), "MIN_DP": str(depth),
            "PL": f"0,{quality},{quality * 15}"}
    return Record(contig, first, reference.base(contig, first), ["<NON_REF>"], [call],
                  filters=".", info={"END": str(last)})


def gvcf_blocks(root, genes):
    dice, folder = random.Random(6), Folder(root, "gvcf-blocks")
    reference = ReferenceBases(genes)
    person = (Person("QUIRIN", genes).carries("CYP2C19", "*1", "*17")
              .carries("SLCO1B1", "*1", "*1"))
    symbols, records = ["CYP2C19", "CYP2C9", "SLCO1B1", "VKORC1"], []
    variants = {}
    for symbol in symbols:
        gene = genes[symbol]
        for position in gene.positions:
            bases = person.bases(symbol, position)
            if set(bases) != {position.alleles[0]}:
                variants[gene.contig, position.grch38] = (position, bases)
    for contig, stretches in STRETCHES.items():
        for first, last, quality, depth in stretches:
            inside = sorted(p for c, p in variants if c == contig and first <= p <= last)
            for at in inside:
                if first < at:
                    records.append(block(reference, contig, first, at - 1, quality, depth))
                position, bases = variants[contig, at]
                alternate = next(b for b in bases if b != position.alleles[0])
                indices = sorted(int(b == alternate) for b in bases)
                call = {"GT": "/".join(map(str, indices))} | reads(dice, indices, 2)
                call["AD"] += ",0"
                call["PL"] = "620,0,540,660,590,1250" if 0 in indices else "1180,99,0,1180,99,1180"
                record = finish(dice, Record(
                    contig, at, position.alleles[0], [alternate, "<NON_REF>"], [call], position.id,
                    filters="."))
                records.append(record)
                first = at + 1
            records.append(block(reference, contig, first, last, quality, depth))
    file = "gvcf-blocks.g.vcf"
    folder.write(file, document(["QUIRIN"], records, extra=[
        "##GVCFBlock0-20=minGQ=0(inclusive),maxGQ=20(exclusive)",
        "##GVCFBlock20-99=minGQ=20(inclusive),maxGQ=100(exclusive)"]))
    folder.expect(file, "QUIRIN", "CYP2C19", "called", "*1/*17",
                  ["*1/*17", "*6/*17", "*9/*17", "*5/*17"], "Rapid Metabolizer")
    folder.expect(file, "QUIRIN", "CYP2C9", "called", "*1/*1", ["*1/*1", "*1/*3", "*3/*3"],
                  "Normal Metabolizer")
    folder.expect(file, "QUIRIN", "SLCO1B1", "called", "*1/*1", "*1/*1", "Normal Function")
    answer = "rs9923231 reference (C)/rs9923231 reference (C)"
    folder.expect(file, "QUIRIN", "VKORC1", "called", answer, answer, "-1639 GG")
    folder.close()
