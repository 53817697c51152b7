"""People who carry named alleles, and the records that show them."""
import random

import inputs.records as records
from inputs.vcf import CONTIGS


class Person:
    """Two haplotypes of each gene, drawn from its named alleles; a man has one of those on X."""

    def __init__(self, name, genes, seed, is_phased):
        rng = random.Random(f"{seed}:{name}")
        self.name, self.is_phased = name, is_phased
        self.is_male = rng.random() < 0.5
        self.truth, self.strands = {}, {}
        for gene in genes:
            drawn = [self.draw(gene, rng) for _ in range(self.copies(gene))]
            self.truth[gene.symbol] = "/".join(allele.name for allele in drawn)
            self.strands[gene.symbol] = [gene.haplotype(allele, rng) for allele in drawn]

    def copies(self, gene):
        if gene.inheritance == "mitochondrial":
            return 1
        return 1 if gene.inheritance == "chromosomeX" and self.is_male else 2

    @staticmethod
    def draw(gene, rng):
        """The reference haplotype for every other chromosome; otherwise the early names more often."""
        if rng.random() < 0.5:
            return gene.alleles[0]
        return gene.alleles[min(int(rng.expovariate(0.2)), len(gene.alleles) - 1)]

    def genotype(self, gene, position):
        """Indices of alleles, in the order of the strands where the person is phased."""
        indices = [position.alleles.index(strand[position.id])
                   for strand in self.strands[gene.symbol]]
        return tuple(indices if self.is_phased else sorted(indices))


def known_sites(genes, people, seed):
    """(contig, start, end, line) for a record at every known position, in file order."""
    rng = random.Random(f"{seed}:known")
    order = {name: index for index, name in enumerate(CONTIGS)}
    sites = []
    for gene in genes:
        for position in gene.positions:
            genotypes = [person.genotype(gene, position) for person in people]
            columns = [
                records.sample(genotype, records.read_depths(rng, genotype, len(position.alleles)),
                               "|" if person.is_phased else "/")
                for person, genotype in zip(people, genotypes)]
            flat = [allele for genotype in genotypes for allele in genotype]
            counts = ",".join(str(flat.count(n)) for n in range(1, len(position.alleles)))
            id = position.id if position.id.startswith("rs") else "."
            end = position.start + len(position.alleles[0]) - 1
            sites.append((gene.contig, position.start, end, "\t".join((
                gene.contig, str(position.start), id, position.alleles[0],
                ",".join(position.alleles[1:]), "1200.00", "PASS",
                f"AC={counts};AN={len(flat)};DP={33 * len(people)};MQ=60.00", "GT:AD:DP:GQ:PL",
                *columns))))
    sites.sort(key=lambda site: (order[site[0]], *site[1:]))
    return sites
