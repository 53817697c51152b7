"""The cases of other programs that annotate, or that name star alleles."""
import json
import sys
from pathlib import Path

from harness.case import Case

GROUP = "peers"
COLUMNS = "INFO/gn_AF:=INFO/AF,INFO/gn_AC:=INFO/AC"
HERE = Path(__file__).resolve().parent


def bcftools_annotate(source, query, output, to="/dev/null"):
    return ["bcftools", "annotate", "--no-version", "-a", source, "-c", COLUMNS, "-O", output, "-o", to, query]


def vcfanno(folder, scratch, processes=1):
    """Annotates from the frequency source; what to do is in a file."""
    settings = scratch / "vcfanno.toml"
    settings.write_text(
        f'[[annotation]]\nfile={json.dumps(str(folder / "frequency.vcf.gz"))}\n'
        'fields=["AF", "AC"]\nnames=["gn_AF", "gn_AC"]\nops=["self", "self"]\n')
    return ["vcfanno", "-p", processes, settings, folder / "genome.vcf.gz"]


def exact_people(output):
    exact, people = map(int, output.read_text().split())
    return {"truth": {"people": people, "genes": people, "exact": exact, "wrong": []}}


def annotating(folder, scratch):
    genome, frequency = folder / "genome.vcf.gz", folder / "frequency.vcf.gz"
    files = json.loads((folder / "manifest.json").read_text())["files"]
    count = files["genome.vcf.gz"]["records"]

    def case(name, command, records=count, **more):
        return Case(name, command, GROUP, keeps_output=False, is_slow=True, records=records, **more)

    yield case("bcftools to text", bcftools_annotate(frequency, genome, "v"))
    yield case("bcftools to VCF.gz", bcftools_annotate(frequency, genome, "z"))
    yield case("bcftools BCF to BCF, unpacked",
               bcftools_annotate(folder / "frequency.bcf", folder / "genome.bcf", "u"))
    yield case("bcftools sparse", bcftools_annotate(frequency, folder / "sparse.vcf.gz", "v"),
               files["sparse.vcf.gz"]["records"])
    yield case("bcftools crowd", bcftools_annotate(frequency, folder / "people.vcf.gz", "v"),
               files["people.vcf.gz"]["records"])
    yield case("vcfanno to text", vcfanno(folder, scratch))
    yield case("SnpSift to text", ["snpSift", "annotate", "-noLog", "-info", "AF,AC", "-name", "gn_",
                                   frequency, genome])
    yield case("cyvcf2 reads and writes", [sys.executable, HERE / "read_with_cyvcf2.py", genome],
               needs=("module:cyvcf2",))
    command = [sys.executable, HERE / "call_with_pypgx.py", folder / "phased.vcf.gz",
               folder / "cohort-100.truth.tsv"]
    yield Case("PyPGx, one gene", command, GROUP, is_slow=True, needs=("pypgx", "module:pypgx"), sizes=("full",),
               look=exact_people)
