"""Contigs of GRCh38 and the header of a HaplotypeCaller-like file."""

CONTIGS = dict(zip([f"chr{name}" for name in [*range(1, 23), "X", "Y", "M"]], [
    248956422, 242193529, 198295559, 190214555, 181538259, 170805979, 159345973, 145138636,
    138394717, 133797422, 135086622, 133275309, 114364328, 107043718, 101991189, 90338345,
    83257441, 80373285, 58617616, 64444167, 46709983, 50818468, 156040895, 57227415, 16569]))

FILTERS = {
    "PASS": "All filters passed",
    "LowQual": "Low quality",
    "VQSRTrancheSNP99.90to100.00": "Truth sensitivity tranche from 99.90 to 100.00",
}
INFO = {
    "AC": ("A", "Integer", "Allele count in genotypes"),
    "AF": ("A", "Float", "Allele frequency"),
    "AN": ("1", "Integer", "Total number of alleles in called genotypes"),
    "BaseQRankSum": ("1", "Float", "Z-score of base qualities of ALT and REF"),
    "DP": ("1", "Integer", "Read depth"),
    "ExcessHet": ("1", "Float", "Phred-scaled p-value of excess heterozygosity"),
    "FS": ("1", "Float", "Phred-scaled p-value of strand bias"),
    "MLEAC": ("A", "Integer", "Most likely allele count"),
    "MLEAF": ("A", "Float", "Most likely allele frequency"),
    "MQ": ("1", "Float", "Root mean square of the mapping quality"),
    "MQRankSum": ("1", "Float", "Z-score of mapping qualities of ALT and REF"),
    "QD": ("1", "Float", "Quality by depth"),
    "ReadPosRankSum": ("1", "Float", "Z-score of read positions of ALT and REF"),
    "SOR": ("1", "Float", "Strand odds ratio"),
    "VQSLOD": ("1", "Float", "Log odds of being a true variant"),
}
FORMAT = {
    "GT": ("1", "String", "Genotype"),
    "AD": ("R", "Integer", "Read depth of each allele"),
    "DP": ("1", "Integer", "Read depth"),
    "GQ": ("1", "Integer", "Genotype quality"),
    "PL": ("G", "Integer", "Phred-scaled genotype likelihoods"),
}


def header(samples):
    """The header as text, ending in a newline."""
    lines = ["##fileformat=VCFv4.2", "##source=stardose benchmarks/make-inputs (nobody's genome)"]
    lines += [f"##contig=<ID={name},length={length},assembly=GRCh38>"
              for name, length in CONTIGS.items()]
    lines += [f'##FILTER=<ID={key},Description="{text}">' for key, text in FILTERS.items()]
    for kind, keys in (("INFO", INFO), ("FORMAT", FORMAT)):
        lines += [f'##{kind}=<ID={key},Number={number},Type={type},Description="{text}">'
                  for key, (number, type, text) in keys.items()]
    lines.append("\t".join(
        ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT", *samples]))
    return "\n".join(lines) + "\n"


def document(info, filters):
    """The header of a source without samples, ending in a newline."""
    lines = ["##fileformat=VCFv4.2", "##source=stardose benchmarks/make-inputs (made up)"]
    lines += [f'##FILTER=<ID={key},Description="{text}">' for key, text in filters.items()]
    lines += [f"##contig=<ID={name},length={length},assembly=GRCh38>"
              for name, length in CONTIGS.items()]
    lines += [f'##INFO=<ID={key},Number={number},Type={type},Description="{text}">'
              for key, (number, type, text) in info.items()]
    lines.append("\t".join(["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"]))
    return "\n".join(lines) + "\n"
