"""Records and headers of a VCF as text."""
from dataclasses import dataclass, field

import assemblies

FILTERS = {
    "LowQual": "Low quality",
    "LowDepth": "Fewer than 8 reads",
    "VQSRTrancheSNP99.80to100.00": "Truth sensitivity tranche for SNPs from 99.80 to 100.00",
}
INFO = {
    "AC": ("A", "Integer", "Allele count in genotypes, for each ALT allele"),
    "AF": ("A", "Float", "Allele frequency in this file, for each ALT allele"),
    "AN": ("1", "Integer", "Total number of alleles in called genotypes"),
    "DP": ("1", "Integer", "Read depth over all samples"),
    "MQ": ("1", "Float", "Root mean square of the mapping quality"),
    "END": ("1", "Integer", "Last position of the block"),
    "FS": ("1", "Float", "Phred-scaled p-value of strand bias"),
    "QD": ("1", "Float", "Quality by depth"),
    "SOR": ("1", "Float", "Symmetric odds ratio of strand bias"),
    "ReadPosRankSum": ("1", "Float", "Z-score of the read positions of ALT and REF"),
    "VQSLOD": ("1", "Float", "Log odds of being a true variant"),
    "culprit": ("1", "String", "The annotation with the worst score"),
    "DB": ("0", "Flag", "dbSNP member"),
    "ANN": (".", "String", "Allele | Effect | Impact | Gene"),
}
FORMAT = {
    "GT": ("1", "String", "Genotype"),
    "AD": ("R", "Integer", "Read depth of each allele"),
    "DP": ("1", "Integer", "Read depth"),
    "GQ": ("1", "Integer", "Genotype quality"),
    "MIN_DP": ("1", "Integer", "Lowest depth in the block"),
    "PL": ("G", "Integer", "Phred-scaled genotype likelihoods"),
    "PS": ("1", "Integer", "Phase set: position of its first variant"),
}


@dataclass
class Record:
    contig: str
    position: int
    reference: str
    alternates: list
    samples: list  # one {FORMAT key: text} for each sample
    id: str = "."
    quality: str = "."
    filters: str = "PASS"
    info: dict = field(default_factory=dict)

    def order(self):
        return (assemblies.NAMES.index(self.contig), self.position, self.reference)

    def line(self, style="chr"):
        keys = [key for key in FORMAT if any(key in sample for sample in self.samples)]
        info = ";".join(k if v is None else f"{k}={v}" for k, v in self.info.items()) or "."
        columns = [
            assemblies.spelled(self.contig, style), str(self.position), self.id, self.reference,
            ",".join(self.alternates) or ".", self.quality, self.filters, info]
        if self.samples:
            columns.append(":".join(keys))
            columns += [":".join(s.get(key, ".") for key in keys) for s in self.samples]
        return "\t".join(columns)


def header(samples, records, assembly="GRCh38", style="chr", extra=()):
    """Header lines with the definitions that the records use."""
    info = [key for key in INFO if any(key in r.info for r in records)]
    formats = [key for key in FORMAT if any(key in s for r in records for s in r.samples)]
    filters = [key for key in FILTERS if any(key in r.filters.split(";") for r in records)]
    lines = ["##fileformat=VCFv4.2", "##fileDate=20250401",
             "##source=stardose scripts/make-samples (constructed, nobody's genome)",
             f"##reference={assemblies.REFERENCE_LINES[assembly]}", *extra]
    lines += [f"##contig=<ID={assemblies.spelled(name, style)},length={length}>"
              for name, length in zip(assemblies.NAMES, assemblies.LENGTHS[assembly])]
    lines.append('##FILTER=<ID=PASS,Description="All filters passed">')
    lines += [f'##FILTER=<ID={key},Description="{FILTERS[key]}">' for key in filters]
    if any("<NON_REF>" in r.alternates for r in records):
        lines.append('##ALT=<ID=NON_REF,Description="Any other allele at this place">')
    if any("*" in r.alternates for r in records):
        lines.append('##ALT=<ID=*,Description="Allele missing due to an upstream deletion">')
    for name, keys, table in (("INFO", info, INFO), ("FORMAT", formats, FORMAT)):
        for key in keys:
            number, kind, text = table[key]
            lines.append(f'##{name}=<ID={key},Number={number},Type={kind},Description="{text}">')
    columns = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"]
    lines.append("\t".join(columns + (["FORMAT", *samples] if samples else [])))
    return lines


def document(samples, records, assembly="GRCh38", style="chr", extra=()):
    """A whole VCF, sorted."""
    records = sorted(records, key=Record.order)
    lines = header(samples, records, assembly, style, extra) + [r.line(style) for r in records]
    return "\n".join(lines) + "\n"
