"""The patients. Each function builds one folder; the folder's README.md tells the story."""
import random

from output import Folder, binary
from people import Person, genotype, finish, known_sites, reads
from vcf_text import Record, document

HAPB3 = "c.1129-5923C>G, c.1236G>A (HapB3)"
MEDITERRANEAN = "Mediterranean, Dallas, Panama, Sassari, Cagliari, Birmingham"


def stent_clopidogrel(root, genes):
    dice, folder = random.Random(1), Folder(root, "stent-clopidogrel")
    person = Person("AGNES", genes).carries("CYP2C19", "*2", "*2")
    text = document(["AGNES"], known_sites(dice, [person], ["CYP2C19"]))
    folder.write("stent-clopidogrel.vcf", text)
    data, index = binary(text)
    folder.write("stent-clopidogrel.bcf", data)
    folder.write("stent-clopidogrel.bcf.csi", index)
    for file in ("stent-clopidogrel.vcf", "stent-clopidogrel.bcf"):
        folder.expect(file, "AGNES", "CYP2C19", "called", "*2/*2", "*2/*2", "Poor Metabolizer")
        folder.expect(file, "AGNES", "SLCO1B1", "notCalled")
    folder.close()


def dpyd_before_capecitabine(root, genes):
    dice, folder = random.Random(2), Folder(root, "dpyd-before-capecitabine")
    person = Person("BRUNO", genes).carries("DPYD", "Reference", "c.1905+1G>A (*2A)")
    file = "dpyd-before-capecitabine.vcf"
    folder.write(file, document(["BRUNO"], known_sites(dice, [person], ["DPYD"])))
    answer = "Reference/c.1905+1G>A (*2A)"
    folder.expect(file, "BRUNO", "DPYD", "called", answer, answer, "Intermediate Metabolizer")
    folder.close()


def leukaemia_thiopurines(root, genes):
    dice, folder = random.Random(3), Folder(root, "leukaemia-thiopurines")
    person = Person("CHIDI", genes).carries("TPMT", "*1", "*3C").carries("NUDT15", "*1", "*3")
    file = "leukaemia-thiopurines.vcf"
    folder.write(file, document(["CHIDI"], known_sites(dice, [person], ["TPMT", "NUDT15"])))
    for gene, answer in (("TPMT", "*1/*3C"), ("NUDT15", "*1/*3")):
        folder.expect(file, "CHIDI", gene, "called", answer, answer, "Intermediate Metabolizer")
    folder.close()


def tpmt(root, genes):
    dice, folder = random.Random(4), Folder(root, "tpmt-unphased")
    dora = Person("DORA", genes).carries("TPMT", "*1", "*3A")
    folder.write("tpmt-unphased.vcf", document(["DORA"], known_sites(dice, [dora], ["TPMT"])))
    folder.expect("tpmt-unphased.vcf", "DORA", "TPMT", "called", "*1/*3A",
                  ["*1/*3A", "*3B/*3C"], "Intermediate Metabolizer")
    folder.close()
    folder = Folder(root, "tpmt-phased")
    records = known_sites(dice, [dora], ["TPMT"], phase=lambda *_: True)
    folder.write("tpmt-phased.vcf", document(["DORA"], records))
    folder.expect("tpmt-phased.vcf", "DORA", "TPMT", "called", "*1/*3A", "*1/*3A",
                  "Intermediate Metabolizer")
    folder.close()


def grch37_statin(root, genes):
    dice, folder = random.Random(7), Folder(root, "grch37-statin")
    person = (Person("EMIL", genes).carries("SLCO1B1", "*5", "*15").carries("CYP3A5", "*3", "*3")
              .carries("CYP2C19", "*1", "*1"))
    symbols = ["SLCO1B1", "CYP2C19", "CYP3A5", "F5", "DPYD"]
    records = known_sites(dice, [person], symbols, "GRCh37")
    shown = {"rs16947", "rs1135840", "rs1058164", "rs3892097", "rs1065852"}
    records += known_sites(dice, [person], ["CYP2D6"], "GRCh37", keep=lambda p: p.id in shown)
    file = "grch37-statin.vcf"
    folder.write(file, document(["EMIL"], records, "GRCh37", "bare"))
    folder.expect(file, "EMIL", "SLCO1B1", "called", "*5/*15", "*5/*15", "Poor Function")
    folder.expect(file, "EMIL", "CYP2C19", "called", "*1/*1", "*1/*1", "Normal Metabolizer")
    folder.expect(file, "EMIL", "CYP3A5", "called", "*3/*3", "*3/*3", "Poor Metabolizer")
    folder.expect(file, "EMIL", "F5", "called", "rs6025 C/rs6025 C", "rs6025 C/rs6025 C",
                  "Factor V Leiden absent")
    folder.expect(file, "EMIL", "DPYD", "called", "Reference/Reference", "Reference/Reference",
                  "Normal Metabolizer")
    folder.expect(file, "EMIL", "CYP2D6", "notCalled")
    folder.close()


def g6pd_hemizygous(root, genes):
    dice, folder = random.Random(8), Folder(root, "g6pd-hemizygous")
    person = Person("FEMI", genes).carries("G6PD", "A- 202A_376G")
    file = "g6pd-hemizygous.vcf"
    folder.write(file, document(["FEMI"], known_sites(dice, [person], ["G6PD"])))
    folder.expect(file, "FEMI", "G6PD", "called", "A- 202A_376G", "A- 202A_376G", "Deficient")
    folder.close()


def couple(root, genes):
    dice, folder = random.Random(9), Folder(root, "couple")
    woman = (Person("GRETA", genes).carries("G6PD", "B (reference)", MEDITERRANEAN)
             .carries("CYP2C19", "*1", "*17"))
    man = (Person("HANNO", genes).carries("G6PD", "B (reference)").carries("CYP2C19", "*1", "*2"))
    file = "couple.vcf"
    records = known_sites(dice, [woman, man], ["G6PD", "CYP2C19"])
    folder.write(file, document(["GRETA", "HANNO"], records))
    answer = f"B (reference)/{MEDITERRANEAN}"
    folder.expect(file, "GRETA", "G6PD", "called", answer, answer, "Variable")
    folder.expect(file, "GRETA", "CYP2C19", "called", "*1/*17", "*1/*17", "Rapid Metabolizer")
    folder.expect(file, "HANNO", "G6PD", "called", "B (reference)", "B (reference)", "Normal")
    folder.expect(file, "HANNO", "CYP2C19", "called", "*1/*2", "*1/*2",
                  "Intermediate Metabolizer")
    folder.close()


def missing_positions(root, genes):
    dice, folder = random.Random(10), Folder(root, "missing-positions")
    person = (Person("IDA", genes).carries("CYP2C19", "*1", "*2").carries("CYP2C9", "*1", "*2")
              .carries("VKORC1", "rs9923231 reference (C)", "rs9923231 variant (T)"))
    seen = {"rs12769205", "rs4244285", "rs3758581", "rs1799853", "rs9923231"}
    records = known_sites(dice, [person], ["CYP2C19", "CYP2C9", "VKORC1"],
                          keep=lambda p: p.id in seen)
    file = "missing-positions.vcf"
    folder.write(file, document(["IDA"], records))
    folder.expect(file, "IDA", "CYP2C19", "called", "*1/*2",
                  ["*1/*2", "*2/*17", "*2/*3", "*2/*4"], "Intermediate Metabolizer")
    # *35 and *61 differ from *2 at positions the file does not have.
    folder.expect(file, "IDA", "CYP2C9", "ambiguous", ["*1/*2", "*1/*35", "*1/*61"],
                  ["*1/*2", "*2/*3"])
    answer = "rs9923231 reference (C)/rs9923231 variant (T)"
    folder.expect(file, "IDA", "VKORC1", "called", answer, answer, "-1639 AG")
    for gene in ("DPYD", "TPMT", "NUDT15", "SLCO1B1", "UGT1A1", "CYP3A5", "G6PD", "CYP2D6", "HLA-B"):
        folder.expect(file, "IDA", gene, "notCalled")
    folder.close()


def hla_outside(root, genes):
    dice, folder = random.Random(11), Folder(root, "hla-outside")
    person = Person("JONAS", genes).carries("CYP2B6", "*6", "*6")
    file = "hla-outside.vcf"
    folder.write(file, document(["JONAS"], known_sites(dice, [person], ["CYP2B6"])))
    folder.write("hla-outside.outside.tsv", (
        "# From the HLA typing laboratory and a long-read CYP2D6 assay.\n"
        "# gene\tdiplotype\n"
        "HLA-A\t*02:01/*31:01\n"
        "HLA-B\t*08:01/*57:01:01\n"
        "CYP2D6\t*4/*10\n"
        "MT-RNR1\tm.1555A>G\n"))
    folder.expect(file, "JONAS", "CYP2B6", "called", "*6/*6", "*6/*6", "Poor Metabolizer")
    folder.expect(file, "JONAS", "HLA-A", "outside", "*02:01/*31:01", (), "*31:01 positive")
    folder.expect(file, "JONAS", "HLA-B", "outside", "*08:01/*57:01", (), "*57:01 positive")
    folder.expect(file, "JONAS", "CYP2D6", "outside", "*4/*10", (), "Intermediate Metabolizer")
    folder.expect(file, "JONAS", "MT-RNR1", "outside", "m.1555A>G", (),
                  "increased risk of aminoglycoside-induced hearing loss")
    folder.close()


def phase_sets(root, genes):
    dice, folder = random.Random(13), Folder(root, "phase-sets")
    name = "c.1627A>G (*5)"
    short = Person("KAROL-SHORT", genes).carries("DPYD", name, HAPB3)
    long = Person("KAROL-LONG", genes).carries("DPYD", name, HAPB3)
    first, second = 97515839, 97573863  # where the two blocks begin

    def phase(person, position):
        if len(set(person.bases("DPYD", position))) == 1:
            return None
        return first if person is long or position.grch38 < 97550000 else second

    file = "phase-sets.vcf"
    records = known_sites(dice, [short, long], ["DPYD"], phase=phase)
    folder.write(file, document(["KAROL-SHORT", "KAROL-LONG"], records))
    trans, cis = f"{name}/{HAPB3}", f"Reference/[{name} + {HAPB3}]"
    folder.expect(file, "KAROL-SHORT", "DPYD", "ambiguous", [trans, cis], [trans, cis],
                  "Intermediate Metabolizer")
    folder.expect(file, "KAROL-LONG", "DPYD", "called", trans, trans, "Intermediate Metabolizer")
    folder.close()


def ugt1a1_repeats(root, genes):
    folder = Folder(root, "ugt1a1-repeats")
    gene, whole = genes["UGT1A1"], "CATATATATATATATA"  # from 233760233 to 233760248
    start = gene.position("rs3064744").grch38
    spellings = {
        "as-defined": (start, "CAT", "CATAT"), "trimmed": (start, "C", "CAT"),
        "shifted-by-one": (start + 1, "A", "ATA"), "shifted-right": (start + 15, "A", "ATA"),
        "whole-repeat": (start, whole, whole + "TA")}

    def write(name, sample, place, reference, alternates, indices, tag):
        dice = random.Random(14)
        person = Person(sample, genes).carries("UGT1A1", *tag)
        records = known_sites(dice, [person], ["UGT1A1"], keep=lambda p: p.id != "rs3064744")
        call = {"GT": genotype(indices)} | reads(dice, indices, len(alternates) + 1)
        records.append(finish(dice, Record("chr2", place, reference, alternates, [call])))
        folder.write(f"{name}.vcf", document([sample], records))

    for name, (place, reference, alternate) in spellings.items():
        write(name, "LENE", place, reference, [alternate], [1, 1], ["*80", "*80"])
        answer = "*80+*28/*80+*28"
        folder.expect(f"{name}.vcf", "LENE", "UGT1A1", "called", answer, answer, "Poor Metabolizer")
    write("two-repeats", "MALO", start, whole, [whole[:-2], whole + "TA"], [1, 2], ["*1", "*80"])
    folder.expect("two-repeats.vcf", "MALO", "UGT1A1", "called", "*36/*80+*28", "*36/*80+*28",
                  "Intermediate Metabolizer")
    folder.close()


def ncbi_contigs(root, genes):
    dice, folder = random.Random(15), Folder(root, "ncbi-contigs")
    variant = "rs9923231 variant (T)"
    person = (Person("NADIA", genes).carries("CYP2C9", "*1", "*3").carries("CYP4F2", "*1", "*3")
              .carries("VKORC1", variant, variant))
    file = "ncbi-contigs.vcf"
    records = known_sites(dice, [person], ["CYP2C9", "VKORC1", "CYP4F2"])
    folder.write(file, document(["NADIA"], records, style="ncbi"))
    folder.expect(file, "NADIA", "CYP2C9", "called", "*1/*3", "*1/*3", "Intermediate Metabolizer")
    folder.expect(file, "NADIA", "VKORC1", "called", f"{variant}/{variant}",
                  f"{variant}/{variant}", "-1639 AA")
    folder.expect(file, "NADIA", "CYP4F2", "called", "*1/*3", "*1/*3")
    folder.close()


def hasty_sequencing(root, genes):
    """Four ways for a position to have no data, and one that is fine."""
    dice, folder = random.Random(16), Folder(root, "hasty-sequencing")
    person = Person("OTTO", genes)
    file, symbols = "hasty-sequencing.vcf", ["VKORC1", "ABCG2", "F5", "NUDT15"]
    records = known_sites(dice, [person], symbols)
    for record in records:
        call = record.samples[0]
        if record.id == "rs9923231":
            call |= {"GT": "0/1", "AD": "2,1", "DP": "3", "GQ": "14"}
            record.filters, record.quality = "LowQual;LowDepth", "11.40"
            record.info |= {"AC": "1", "AF": "0.500", "DP": "3"}
        elif record.id == "rs2231142":
            call |= {"GT": "./.", "AD": "0,0", "DP": "0", "GQ": "."}
            record.info |= {"AC": "0", "AF": "0.000", "AN": "0", "DP": "0"}
        elif record.id == "rs6025":
            call |= {"GT": "0/0", "AD": "0,0", "DP": "0", "GQ": "0"}
            record.info |= {"DP": "0"}
    folder.write(file, document(["OTTO"], records))
    for gene in ("VKORC1", "ABCG2", "F5", "IFNL3"):
        folder.expect(file, "OTTO", gene, "notCalled")
    folder.expect(file, "OTTO", "NUDT15", "called", "*1/*1", "*1/*1", "Normal Metabolizer")
    folder.close()


def demo(root, genes):
    dice, folder = random.Random(17), Folder(root, "demo")
    reference, variant = "rs9923231 reference (C)", "rs9923231 variant (T)"
    person = (Person("PAULA", genes).carries("CYP2C19", "*2", "*2").carries("SLCO1B1", "*1", "*15")
              .carries("VKORC1", reference, variant).carries("CYP2B6", "*1", "*6")
              .carries("CYP3A5", "*3", "*3").carries("CYP4F2", "*1", "*3")
              .carries("CYP2C9", "*1", "*2"))
    symbols = ("ABCG2 CACNA1S CFTR CYP2B6 CYP2C19 CYP2C9 CYP3A4 CYP3A5 CYP4F2 DPYD F5 G6PD NUDT15 RYR1 SLCO1B1 TPMT "
               "UGT1A1 VKORC1").split()
    # The caller gave up on the UGT1A1 repeat, as short-read callers do.
    records = known_sites(dice, [person], symbols)
    for record in records:
        if record.id == "rs3064744":
            record.samples[0] = {"GT": "./.", "AD": "0,0,0,0", "DP": "0", "GQ": "."}
            record.quality = "."
            record.info |= {"AC": "0,0,0", "AF": "0.000,0.000,0.000", "AN": "0", "DP": "0"}
    file = "demo.vcf"
    folder.write(file, document(["PAULA"], records))
    folder.write("demo.outside.tsv", (
        "# From the laboratory's CYP2D6 copy-number assay.\n# gene\tdiplotype\nCYP2D6\t*4/*4\n"))
    folder.expect(file, "PAULA", "CYP2C19", "called", "*2/*2", "*2/*2", "Poor Metabolizer")
    folder.expect(file, "PAULA", "SLCO1B1", "called", "*1/*15", ["*1/*15", "*5/*37"],
                  "Decreased Function")
    folder.expect(file, "PAULA", "CYP2D6", "outside", "*4/*4", (), "Poor Metabolizer")
    folder.expect(file, "PAULA", "VKORC1", "called", f"{reference}/{variant}",
                  f"{reference}/{variant}", "-1639 AG")
    folder.expect(file, "PAULA", "CYP2C9", "called", "*1/*2", "*1/*2", "Intermediate Metabolizer")
    folder.expect(file, "PAULA", "CYP2B6", "called", "*1/*6", ["*1/*6", "*4/*9"],
                  "Intermediate Metabolizer")
    folder.expect(file, "PAULA", "CYP3A5", "called", "*3/*3", "*3/*3", "Poor Metabolizer")
    folder.expect(file, "PAULA", "DPYD", "called", "Reference/Reference", "Reference/Reference",
                  "Normal Metabolizer")
    for gene in ("TPMT", "NUDT15"):
        folder.expect(file, "PAULA", gene, "called", "*1/*1", "*1/*1", "Normal Metabolizer")
    for gene in ("HLA-A", "HLA-B", "NAT2", "IFNL3", "MT-RNR1"):
        folder.expect(file, "PAULA", gene, "notCalled")
    folder.close()


STORIES = [
    demo, stent_clopidogrel, dpyd_before_capecitabine, leukaemia_thiopurines, tpmt, grch37_statin,
    g6pd_hemizygous, couple, missing_positions, hla_outside, phase_sets, ugt1a1_repeats,
    ncbi_contigs, hasty_sequencing]
