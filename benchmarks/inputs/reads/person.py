"""Someone with two chromosomes of each gene, drawn from its named alleles, as changes to a reference."""
import random

MISSING = "*"  # an allele that lies in a deletion of its own chromosome


class Unmixed:
    """Takes the first of several bases a definition accepts: a choice may be that of another structure."""

    @staticmethod
    def choice(options):
        return options[0]


class Carrier:
    """What a person carries. A man has one X; mitochondria count as one."""

    def __init__(self, name, genes, seed, is_male=None, chosen=None):
        """`chosen` names the alleles of some genes, as {"CYP2C19": ["*1", "*2"]}."""
        rng = random.Random(f"{seed}:{name}")
        self.name = name
        self.is_male = rng.random() < 0.5 if is_male is None else is_male
        self.truth, self.bases = {}, [{}, {}]  # by strand: (contig, GRCh38 place, its reference) -> bases
        for gene in genes:
            self.carry(gene, random.Random(f"{seed}:{name}:{gene.symbol}"), (chosen or {}).get(gene.symbol))

    def copies(self, gene):
        if gene.inheritance == "mitochondrial":
            return 1
        return 1 if gene.inheritance == "chromosomeX" and self.is_male else 2

    def carry(self, gene, rng, names):
        drawn = []
        for strand in range(self.copies(gene)):
            if gene.alleles:
                allele = next(a for a in gene.alleles if a.name == names[strand]) if names else self.draw(gene, rng)
                drawn.append(allele.name)
                found = gene.haplotype(allele, Unmixed if gene.is_structural else rng)
            else:
                found = {p.id: p.alleles[0] if rng.random() < 0.6 else rng.choice(p.alleles[1:])
                         for p in gene.positions}
            for position in gene.positions:
                self.bases[strand].setdefault(key(gene, position), found[position.id])
        if drawn:
            self.truth[gene.symbol] = "/".join(drawn)

    @staticmethod
    def draw(gene, rng):
        """The reference haplotype, an early name, or any name."""
        draw = rng.random()
        if draw < 0.4:
            return gene.alleles[0]
        if draw < 0.7:
            return gene.alleles[min(int(rng.expovariate(0.2)), len(gene.alleles) - 1)]
        return rng.choice(gene.alleles)

    def changes(self, gene, assembly, strand):
        """(place, reference, own bases) of a strand's alleles that are not the assembly's."""
        for position in gene.positions:
            place, reference = assembly.place(position), assembly.reference(position)
            bases = self.bases[strand][key(gene, position)]
            if place and bases != reference:
                yield place, reference, bases

    def genotype(self, gene, position, assembly):
        """The bases of each strand; `*` where another change of that strand takes them away."""
        found = []
        for strand in range(self.copies(gene)):
            bases = self.bases[strand][key(gene, position)]
            place, end = assembly.place(position), assembly.place(position) + len(assembly.reference(position)) - 1
            hidden = bases == assembly.reference(position) and any(
                len(reference) > len(own) and at + len(own) <= end and place <= at + len(reference) - 1
                and (at, reference) != (place, assembly.reference(position))
                for at, reference, own in self.changes(gene, assembly, strand))
            found.append(MISSING if hidden else bases)
        return found


def key(gene, position):
    return gene.contig, position.start, position.alleles[0]
