"""The cases of `stardose annotate`, and of the programs that do the same."""
import json
import shlex

from harness import peers
from harness.case import Case

GROUP = "annotate"
ONE = "gn_AF=AF,gn_AC=AC"


def records(folder, name):
    """How many records a file has, by the manifest."""
    return json.loads((folder / "manifest.json").read_text())["files"][name]["records"]


def index_size(source, index):
    """A look at an index: its size beside that of what it was made from."""
    def look(_):
        source_bytes, bytes = source.stat().st_size, index.stat().st_size
        return {"sourceBytes": source_bytes, "bytes": bytes, "share": round(bytes / source_bytes, 4)}
    return look


def indexing(stardose, folder, scratch):
    """Indexes of four sources; the later cases read them."""
    sources = (("frequency", "vcf.gz", "AF,AC"), ("significance", "vcf.gz", "CLNSIG,CLNDN"),
               ("panel", "vcf.gz", "FREQ,HOM"), ("genes", "bed.gz", None))
    for name, kind, fields in sources:
        source, index = folder / f"{name}.{kind}", scratch / f"{name}.sdx"
        columns = ["--fields", fields] if fields else ["--columns", "CHROM,BEG,END,NAME"]
        yield Case(f"index {name}", [stardose, "index", source, *columns, "--licence", "synthetic",
                                     "--assembly", "GRCh38", "-o", index, "-q"],
                   "index", keeps_output=False, records=records(folder, source.name),
                   makes=index, look=index_size(source, index), is_slow=name != "frequency")


def floors(folder):
    """What reading and packing the bytes costs, whatever is done between."""
    genome = folder / "genome.vcf.gz"
    count, quoted = records(folder, genome.name), shlex.quote(str(genome))
    yield Case("inflate", ["bgzip", "-dc", genome], GROUP, keeps_output=False, records=count)
    for level in (6, 1):
        yield Case(f"inflate, deflate {level}",
                   ["bash", "-c", f"set -o pipefail; bgzip -dc {quoted} | bgzip -c -l {level} > /dev/null"],
                   GROUP, keeps_output=False, records=count, needs=("bgzip",))


def dense(stardose, folder, scratch):
    """One frequency source that knows nearly every record."""
    genome, source = folder / "genome.vcf.gz", f"{scratch / 'frequency.sdx'}; fields={ONE}"
    count = records(folder, genome.name)
    kinds = (("to text", ["-O", "v"]), ("to VCF.gz, level 6", ["-O", "z", "--level", "6"]),
             ("to VCF.gz, level 1", ["-O", "z", "--level", "1"]))
    for kind, output in kinds:
        for threads, name in ((1, "1 thread"), (2, "2 threads")):
            yield Case(f"dense {kind}, {name}", [stardose, "annotate", genome, "-a", source, "--threads",
                                                 threads, *output, "-o", "/dev/null", "-q"],
                       GROUP, keeps_output=False, records=count)


def several(stardose, folder, scratch):
    """Five sources in one pass."""
    asked = (f"{scratch / 'frequency.sdx'}; fields={ONE}", f"{scratch / 'significance.sdx'}",
             f"{scratch / 'panel.sdx'}; fields=pn_FREQ=FREQ,pn_HOM=HOM",
             f"{scratch / 'genes.sdx'}; prefix=in_", "knowledge")
    sources = [part for spec in asked for part in ("-a", spec)]
    genome = folder / "genome.vcf.gz"
    for kind, output in (("to text", ["-O", "v"]), ("to VCF.gz, level 6", ["-O", "z", "--level", "6"])):
        yield Case(f"five sources {kind}", [stardose, "annotate", genome, *sources, "--threads", 1, *output,
                                            "-o", "/dev/null", "-q"],
                   GROUP, keeps_output=False, records=records(folder, genome.name))


def others(stardose, folder, scratch):
    """Sources and queries of other shapes."""
    source = f"{scratch / 'frequency.sdx'}; fields={ONE}"
    shapes = (("knowledge to VCF.gz", "genome.vcf.gz", "knowledge", "z"),
              ("sparse to text", "sparse.vcf.gz", source, "v"),
              ("crowd to text", "people.vcf.gz", source, "v"),
              ("crowd to VCF.gz", "people.vcf.gz", source, "z"),
              ("BCF to BCF, unpacked", "genome.bcf", source, "u"))
    for name, query, spec, output in shapes:
        yield Case(name, [stardose, "annotate", folder / query, "-a", spec, "--threads", 1, "-O", output,
                          "-o", "/dev/null", "-q"],
                   GROUP, keeps_output=False, records=records(folder, query))


def annotating(stardose, folder, scratch):
    """All of them; without the program, the floors and the peers alone."""
    found = list(indexing(stardose, folder, scratch)) if stardose else []
    found += floors(folder)
    if stardose:
        for part in (dense, others, several):
            found += part(stardose, folder, scratch)
    return [*found, *peers.annotating(folder, scratch)]
