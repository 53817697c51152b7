"""People, the haplotypes they carry, and what a sequencer would say of them."""
from vcf_text import Record


class Person:
    """Someone with two haplotypes of each gene; the reference haplotype unless told otherwise."""

    def __init__(self, name, genes):
        self.name, self.genes, self.strands = name, genes, {}

    def carries(self, symbol, *strands):
        """Sets the haplotypes: each a named allele or a list of them; one for a hemizygous gene."""
        self.strands[symbol] = [self.genes[symbol].haplotype(names) for names in strands]
        return self

    def bases(self, symbol, position):
        """The allele on each of the person's chromosomes."""
        strands = self.strands.get(symbol)
        if strands is None:
            first = next(iter(self.genes[symbol].alleles))
            strands = [self.genes[symbol].haplotype(first)] * 2
        return [strand[position.id] for strand in strands]


def reads(random, indices, allele_count, mean=34):
    """AD, DP and GQ for a genotype of allele indices."""
    mean = mean if len(indices) > 1 else mean / 2
    depth = max(12, round(random.gauss(mean, mean / 8)))
    depths = [0] * allele_count
    if len(set(indices)) == 1:
        depths[indices[0]] = depth
        quality = min(99, depth * 3)
    else:
        share = min(max(random.gauss(0.5, 0.06), 0.32), 0.68)
        depths[indices[0]] = round(depth * share)
        depths[indices[1]] = depth - depths[indices[0]]
        quality = 99
    return {"AD": ",".join(map(str, depths)), "DP": str(depth), "GQ": str(quality)}


def genotype(indices, phased=False):
    return ("|" if phased else "/").join(map(str, indices if phased else sorted(indices)))


def finish(random, record):
    """Fills QUAL and the INFO that follows from the genotypes."""
    called = [int(a) for s in record.samples for a in s["GT"].replace("|", "/").split("/")
              if a != "."]
    depth = sum(int(s["DP"]) for s in record.samples if s.get("DP", ".") != ".")
    counts = [called.count(n + 1) for n in range(len(record.alternates))]
    info = {}
    if record.alternates:
        info["AC"] = ",".join(map(str, counts))
        info["AF"] = ",".join(f"{c / max(1, len(called)):.3f}" for c in counts)
    info |= {"AN": str(len(called)), "DP": str(depth), "MQ": f"{random.uniform(59, 60):.2f}"}
    record.info = info | record.info
    if sum(counts):
        record.quality = f"{sum(counts) * depth * random.uniform(10, 14):.2f}"
    return record


def known_sites(random, people, symbols, assembly="GRCh38", phase=None, keep=None, mean=34):
    """One record for each known position of the genes, as a caller told to look there writes it.

    phase(person, position) is None for an unphased genotype, True for a phased one, or the number
    of a phase set; keep(position) is False where the file has no record.
    """
    records, genes = [], people[0].genes
    for symbol in symbols:
        for position in genes[symbol].positions:
            if keep and not keep(position):
                continue
            reference = position.reference(assembly)
            alleles = [reference] + [a for a in position.alleles if a != reference]
            samples = []
            for person in people:
                indices = [alleles.index(b) for b in person.bases(symbol, position)]
                state = phase(person, position) if phase else None
                sample = {"GT": genotype(indices, state is not None)}
                sample |= reads(random, indices, len(alleles), mean)
                if state is not None and state is not True:
                    sample["PS"] = str(state)
                samples.append(sample)
            id = position.id if position.id.startswith("rs") else "."
            records.append(finish(random, Record(
                genes[symbol].contig, position.place(assembly), reference, alleles[1:], samples, id)))
    return records
