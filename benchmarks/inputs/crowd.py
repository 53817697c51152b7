"""A crowd in one file: a genotype for each of thousands of people, and nothing else."""
import random

from inputs.vcf import CONTIGS

CHUNK = 50  # people whose genotypes are drawn together
CLASSES = 12
CHOICES = 512
GENOTYPES = ("0|0", "0|1", "1|0", "1|1")


class Crowd:
    def __init__(self, seed, people):
        rng = random.Random(f"{seed}:crowd")
        self.seed, self.people = seed, people
        self.pools = [[self.chunk(rng, frequency) for _ in range(CHOICES)]
                      for frequency in (0.5 ** (1 + n * 0.7) for n in range(CLASSES))]

    @staticmethod
    def chunk(rng, frequency):
        """Genotypes as text and the number of alternate alleles among them."""
        drawn = [(rng.random() < frequency) * 2 + (rng.random() < frequency) for _ in range(CHUNK)]
        return "\t".join(GENOTYPES[n] for n in drawn), sum((n > 1) + (n & 1) for n in drawn)

    @property
    def header(self):
        lines = ["##fileformat=VCFv4.2", "##source=stardose benchmarks/make-inputs (nobody's genotypes)",
                 '##FILTER=<ID=PASS,Description="All filters passed">']
        lines += [f"##contig=<ID={name},length={length},assembly=GRCh38>"
                  for name, length in CONTIGS.items()]
        lines += ['##INFO=<ID=AC,Number=A,Type=Integer,Description="Allele count">',
                  '##INFO=<ID=AF,Number=A,Type=Float,Description="Allele frequency">',
                  '##INFO=<ID=AN,Number=1,Type=Integer,Description="Alleles">',
                  '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">']
        names = [f"C{n + 1:04d}" for n in range(self.people)]
        columns = "#CHROM POS ID REF ALT QUAL FILTER INFO FORMAT".split()
        return "\n".join([*lines, "\t".join([*columns, *names])]) + "\n"

    def lines(self, contig, records):
        """The crowd at the first alternates of records of the genome."""
        found = []
        for record in records:
            _, position, _, reference, alternates, _ = record.split("\t", 5)
            rng = random.Random(f"{self.seed}:crowd:{contig}:{position}")
            pool = self.pools[rng.randrange(CLASSES)]
            chunks = rng.choices(pool, k=self.people // CHUNK)
            count, total = sum(chunk[1] for chunk in chunks), 2 * self.people
            found.append("\t".join((
                contig, position, ".", reference, alternates.split(",")[0], "100", "PASS",
                f"AC={count};AF={count / total:.6g};AN={total}", "GT", *(chunk[0] for chunk in chunks))))
        return found
