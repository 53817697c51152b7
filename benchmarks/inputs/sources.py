"""The sources a genome is annotated from, made from its own records and others between them.

Most of a person's variants are known to a large source, and most of its rows are in few people: so
each record of the genome has a row with a good chance, and rows of its own lie between.
"""
import random
from operator import itemgetter

from inputs.vcf import CONTIGS, document

KNOWN = 0.95  # of the genome's records, the share with rows in the frequency source
RESPELLED = 0.005  # of those rows, the share with a base more on both alleles
PANEL = 0.3  # of the rows, the share the second source has too
COMMON = 4096
BASES = "ACGT"

FREQUENCY = document({
    "AC": ("A", "Integer", "Alternate allele count"), "AN": ("1", "Integer", "Alleles counted"),
    "AF": ("A", "Float", "Alternate allele frequency"),
    "AF_popmax": ("A", "Float", "Highest frequency of any population"),
    "nhomalt": ("A", "Integer", "People with two copies")},
    {"PASS": "All filters passed", "AS_VQSR": "Failed recalibration"})
PANEL_HEADER = document({
    "FREQ": ("A", "Float", "Alternate allele frequency"), "HET": ("1", "Integer", "People with one copy"),
    "HOM": ("A", "Integer", "People with two copies"), "DEPTH": ("1", "Float", "Mean depth")},
    {"PASS": "All filters passed"})
SIGNIFICANCE = document({
    "ALLELEID": ("1", "Integer", "Number of the allele"),
    "CLNDISDB": (".", "String", "Identifiers of the disease"), "CLNDN": (".", "String", "Disease"),
    "CLNHGVS": (".", "String", "Expression"), "CLNREVSTAT": (".", "String", "Review status"),
    "CLNSIG": (".", "String", "Significance"), "CLNVC": ("1", "String", "Kind of variant"),
    "GENEINFO": ("1", "String", "Gene"), "MC": (".", "String", "Consequence")}, {})

VERDICTS = ("Benign",) * 3 + ("Likely_benign",) * 9 + ("Uncertain_significance",) * 14 + (
    "Pathogenic",) * 2 + ("Likely_pathogenic", "Benign/Likely_benign",
                          "Pathogenic/Likely_pathogenic",
                          "Conflicting_classifications_of_pathogenicity")
REVIEWS = ("criteria_provided,_single_submitter",) * 12 + (
    "criteria_provided,_multiple_submitters,_no_conflicts",) * 3 + ("reviewed_by_expert_panel",)
CONSEQUENCES = ("SO:0001583|missense_variant", "SO:0001583|missense_variant",
                "SO:0001819|synonymous_variant", "SO:0001589|frameshift_variant")
position_of = itemgetter(0)


class Sources:
    """Rows for the sources, drawn from a stretch's own random numbers."""

    def __init__(self, seed, amounts, landscapes):
        self.seed, self.landscapes = seed, landscapes
        rng = random.Random(f"{seed}:frequencies")
        self.frequencies = [rng.betavariate(0.55, 0.85) if rng.random() < 0.82
                            else 10 ** rng.uniform(-5, -2) for _ in range(COMMON)]
        span = sum(CONTIGS.values())
        self.own_gap = span / max(1, amounts.frequency - KNOWN * amounts.records)
        exons = sum(len(place.exons) for place in landscapes.values())
        self.per_exon = amounts.significance / exons
        mean = self.own_gap
        self.gaps = [1 + int(rng.expovariate(1 / mean)) for _ in range(COMMON)]

    def frequency(self, contig, row, bits, rare):
        """A row of the frequency source, and its AF and AC as written there."""
        position, reference, alternate = row
        total = 140_000 + 2 * (bits & 0x1FFF)
        share = self.frequencies[bits >> 13 & COMMON - 1]
        if rare:
            share *= share * 0.01
        count = max(1, round(share * total))
        share = count / total
        most = min(1.0, share * (1 + (bits >> 25 & 255) / 300))
        frequency = f"{share:.6g}"
        verdict = "AS_VQSR" if bits >> 33 & 31 == 7 else "PASS"
        return (f"{contig}\t{position}\trs{bits >> 38 & 0x7FFFFFFF}\t{reference}\t{alternate}\t.\t{verdict}\t"
                f"AC={count};AN={total};AF={frequency};AF_popmax={most:.6g};"
                f"nhomalt={int(share * share * total / 2)}", frequency, count)

    @staticmethod
    def panel(contig, row, bits):
        position, reference, alternate = row
        people = 20_000
        share = (bits & 0xFFFF) / 0x10000
        share *= share
        return (f"{contig}\t{position}\t.\t{reference}\t{alternate}\t.\tPASS\tFREQ={share:.5g};"
                f"HET={int(2 * share * (1 - share) * people)};HOM={int(share * share * people)};"
                f"DEPTH={20 + (bits >> 16 & 1023) / 50:.1f}")

    @staticmethod
    def significance(contig, row, bits, gene):
        position, reference, alternate = row
        number, disease = bits & 0xFFFFFF, bits >> 24 & 0x1FFF
        kind = ("single_nucleotide_variant" if len(reference) == len(alternate) else
                "Deletion" if len(reference) > len(alternate) else "Duplication")
        return (f"{contig}\t{position}\t{number}\t{reference}\t{alternate}\t.\t.\tALLELEID={number + 15_000};"
                f"CLNDISDB=MONDO:MONDO:{disease:07d},MedGen:C{disease * 7:07d}|MedGen:C3661900;"
                f"CLNDN=Disorder_{disease}|not_provided;CLNHGVS={contig}:g.{position}{reference}>{alternate};"
                f"CLNREVSTAT={REVIEWS[bits >> 37 & 15]};CLNSIG={VERDICTS[bits >> 41 & 31]};CLNVC={kind};"
                f"GENEINFO=GENE{gene}:{10_000 + gene};MC={CONSEQUENCES[bits >> 46 & 3]}")

    def of_records(self, contig, lines, draw):
        """Rows for records of the genome, and what each record should be given from them."""
        frequency, panel, significance, expected = [], [], [], []
        records = [line.split("\t", 5) for line in lines]
        crowded = self.crowded(records)
        for _, position, _, reference, alternates, _ in records:
            position, given = int(position), []
            for alternate in alternates.split(","):
                bits = draw(128)
                if bits & 0x3FF >= 1024 * KNOWN or position in crowded:
                    given.append((".", "."))
                    continue
                row = (position, reference, alternate)
                spelled = row
                if bits >> 10 & 0xFFFF < 0x10000 * RESPELLED:
                    base = BASES[bits & 3]
                    spelled = (position, reference + base, alternate + base)
                text, share, count = self.frequency(contig, spelled, bits >> 26, rare=False)
                frequency.append((position, text))
                given.append((share, str(count), "+" if spelled is not row else ""))
                if bits >> 100 & 0xFF < 256 * PANEL:
                    panel.append((position, self.panel(contig, row, bits >> 30)))
                if not bits >> 108 & 0xFF:
                    significance.append((position, self.significance(contig, row, bits >> 50, bits & 0x3FFF)))
            expected.append("\t".join((
                ",".join(value[0] for value in given), ",".join(value[1] for value in given),
                "respelled" if any(value[2:] == ("+",) for value in given) else "")))
        return frequency, panel, significance, expected

    @staticmethod
    def crowded(records):
        """Places where two records may be spellings of one event, so that what is due is not plain."""
        found, last, last_is_long = set(), -2, False
        for _, text, _, reference, alternates, _ in records:
            position = int(text)
            is_long = len(reference) > 1 or any(len(one) > 1 for one in alternates.split(","))
            if position == last or position == last + 1 and is_long and last_is_long:
                found |= {last, position}
            last, last_is_long = position, is_long
        return found

    def between(self, contig, first, last, taken, draw):
        """Rows at places of their own in a free stretch, none at or beside a place of the genome's records."""
        frequency, panel, significance = [], [], []
        position, gaps = first, self.gaps
        while True:
            bits = draw(128)
            position += gaps[bits & COMMON - 1]
            if position >= last:
                break
            if not taken.isdisjoint((position - 1, position, position + 1)):
                continue
            row = (position, *self.alleles(bits >> 12))
            frequency.append((position, self.frequency(contig, row, bits >> 40, rare=True)[0]))
            if bits >> 110 & 0xFF < 256 * PANEL:
                panel.append((position, self.panel(contig, row, bits >> 60)))
        for start, end, gene in self.landscapes[contig].exons_within(first, last):
            count = int(self.per_exon) + (draw(16) / 65536 < self.per_exon % 1)
            for _ in range(count):
                bits = draw(112)
                place = min(start + bits % (end - start), last - 1)
                if not taken.isdisjoint((place - 1, place, place + 1)):
                    continue
                row = (place, *self.alleles(bits >> 20))
                significance.append((place, self.significance(contig, row, bits >> 50, gene)))
        return frequency, panel, significance

    @staticmethod
    def alleles(bits):
        """REF and ALT: mostly single bases, some insertions and deletions."""
        reference = BASES[bits & 3]
        other = BASES[(bits + 1 + (bits >> 2) % 3) & 3]
        kind = bits >> 5 & 31
        if kind < 27:
            return reference, other
        stretch = "".join(BASES[bits >> 10 + 2 * n & 3] for n in range(1 + (bits >> 22 & 7)))
        return (reference, reference + stretch) if kind < 29 else (reference + stretch, reference)

    def rows(self, contig, first, last, lines, is_free):
        """Everything the sources have in a stretch, sorted, and what the records should be given."""
        draw = random.Random(f"{self.seed}:sources:{contig}:{first}").getrandbits
        *rows, expected = self.of_records(contig, lines, draw)
        if is_free:
            taken = {int(line.split("\t", 2)[1]) for line in lines}
            for mine, others in zip(rows, self.between(contig, first, last, taken, draw)):
                mine += others
        for mine in rows:
            mine.sort(key=position_of)
        return [[text for _, text in mine] for mine in rows], expected
