"""The VCF a caller would write of someone, with a record at every known position."""
import random
import subprocess
from dataclasses import dataclass

from inputs import bgzf
from inputs.reads.person import MISSING
from inputs.records import read_depths, sample


@dataclass
class Record:
    contig: str
    place: int
    id: str
    alleles: list  # the assembly's own first
    genotype: tuple  # indices, in the order of the strands
    depths: list

    def text(self, separator):
        order = self.genotype if separator == "|" else tuple(sorted(self.genotype))
        alternates = ",".join(self.alleles[1:]) or "."
        return (f"{self.contig}\t{self.place}\t{self.id}\t{self.alleles[0]}\t{alternates}\t900\tPASS\t.\t"
                f"GT:AD:DP:GQ:PL\t{sample(order, self.depths, separator)}\n")


def records(person, plan, seed):
    """A record for each position in file order; what lies in a deletion is written as `*`."""
    assembly, found = plan.assembly, {}
    rng = random.Random(f"{seed}:{person.name}:depths")
    for gene in plan.genes:
        for position in gene.positions:
            place = assembly.place(position)
            if not place or (gene.contig, place, assembly.reference(position)) in found:
                continue
            own = assembly.reference(position)
            genotype = person.genotype(gene, position, assembly)
            alleles = [own, *(a for a in position.alleles if a != own), *([MISSING] if MISSING in genotype else [])]
            indices = tuple(alleles.index(bases) for bases in genotype)
            found[gene.contig, place, own] = Record(
                assembly.spelled(gene.contig), place, position.id if position.id.startswith("rs") else ".",
                alleles, indices, read_depths(rng, indices, len(alleles)))
    return [found[k] for k in sorted(found, key=lambda k: (assembly.order[k[0]], k[1], k[2]))]


def write(path, name, assembly, lines):
    head = ["##fileformat=VCFv4.2\n", "##source=stardose benchmarks/make-reads (nobody's genotypes)\n",
            '##FILTER=<ID=PASS,Description="All filters passed">\n']
    head += [f"##contig=<ID={assembly.spelled(contig)},length={length},assembly={assembly.name}>\n"
             for contig, length in assembly.lengths.items()]
    head += [f'##FORMAT=<ID={key},Number={number},Type={type},Description="{text}">\n'
             for key, number, type, text in (
                 ("GT", "1", "String", "Genotype"), ("AD", "R", "Integer", "Reads of each allele"),
                 ("DP", "1", "Integer", "Reads"), ("GQ", "1", "Integer", "Genotype quality"),
                 ("PL", "G", "Integer", "Phred-scaled likelihoods"))]
    head.append("\t".join("#CHROM POS ID REF ALT QUAL FILTER INFO FORMAT".split() + [name]) + "\n")
    with open(path, "wb") as file:
        file.write(bgzf.compress("".join([*head, *lines]).encode()) + bgzf.END_BLOCK)
    subprocess.run(["tabix", "-f", "-p", "vcf", path], check=True)
