"""Contigs of the assemblies, and a stand-in for their bases."""
import hashlib

NAMES = [f"chr{n}" for n in [*range(1, 23), "X", "Y", "M"]]

LENGTHS = {
    "GRCh38": [
        248956422, 242193529, 198295559, 190214555, 181538259, 170805979, 159345973, 145138636,
        138394717, 133797422, 135086622, 133275309, 114364328, 107043718, 101991189, 90338345,
        83257441, 80373285, 58617616, 64444167, 46709983, 50818468, 156040895, 57227415, 16569],
    "GRCh37": [
        249250621, 243199373, 198022430, 191154276, 180915260, 171115067, 159138663, 146364022,
        141213431, 135534747, 135006516, 133851895, 115169878, 107349540, 102531392, 90354753,
        81195210, 78077248, 59128983, 63025520, 48129895, 51304566, 155270560, 59373566, 16569],
    "NCBI36": [
        247249719, 242951149, 199501827, 191273063, 180857866, 170899992, 158821424, 146274826,
        140273252, 135374737, 134452384, 132349534, 114142980, 106368585, 100338915, 88827254,
        78774742, 76117153, 63811651, 62435964, 46944323, 49691432, 154913754, 57772954, 16571],
}

# Versions of NC_000001 to NC_000024 in GRCh38.
ACCESSION_VERSIONS = [11, 12, 12, 12, 10, 12, 14, 11, 12, 11, 10, 12, 11, 9, 10, 10, 11, 10, 10, 11,
                      9, 11, 11, 10]

REFERENCE_LINES = {
    "GRCh38": "file:///references/GRCh38_no_alt_analysis_set.fa",
    "GRCh37": "file:///references/human_g1k_v37.fasta",
    "NCBI36": "file:///references/hg18.fa",
}


def spelled(contig, style):
    """A contig's name as `chr` (chr10), `bare` (10) or `ncbi` (NC_000010.11) files write it."""
    if style == "chr":
        return contig
    if style == "bare":
        return "MT" if contig == "chrM" else contig.removeprefix("chr")
    index = NAMES.index(contig)
    if contig == "chrM":
        return "NC_012920.1"
    return f"NC_{index + 1:06d}.{ACCESSION_VERSIONS[index]}"


class ReferenceBases:
    """GRCh38's bases where the knowledge base states them, and made-up ones everywhere else."""

    def __init__(self, genes):
        self.known = {}
        for gene in genes.values():
            for position in gene.positions:
                stretches = [(position.grch38, position.alleles[0])]
                if position.context:
                    stretches.append(position.context)
                for start, bases in stretches:
                    for offset, base in enumerate(bases):
                        self.known[gene.contig, start + offset] = base

    def base(self, contig, coordinate):
        known = self.known.get((contig, coordinate))
        if known:
            return known
        digest = hashlib.sha256(f"{contig}:{coordinate}".encode()).digest()
        return "ACGT"[digest[0] & 3]

    def bases(self, contig, start, count):
        return "".join(self.base(contig, start + n) for n in range(count))
