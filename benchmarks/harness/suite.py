"""The cases: what is run, on which files."""
import subprocess

from harness.annotate import annotating
from harness.case import Case
from harness.reads import reading
from harness.truth import calls_fit


def has(stardose, *arguments, word):
    """Whether the program knows a command or format, by its own help."""
    found = subprocess.run([stardose, *arguments, "--help"], capture_output=True, text=True)
    return found.returncode == 0 and word in found.stdout


def prints_html(stardose, folder):
    """Whether `report --format html` writes a page; while the format is being built it may not."""
    command = [stardose, "report", folder / "cohort-1.vcf.gz", "--format", "html"]
    found = subprocess.run(command, capture_output=True)
    return found.returncode == 0 and found.stdout.lstrip()[:9].lower() == b"<!doctype"


def starting(stardose, folder):
    yield Case("true", ["true"], "start", keeps_output=False)
    yield Case("start", [stardose, "--version"], "start", keeps_output=False)
    yield Case("open", [stardose, "knowledge", "sources"], "start")
    yield Case("search", [stardose, "knowledge", "search", "omeprazole"], "start")
    yield Case("search, misspelled", [stardose, "knowledge", "search", "omperasole"], "start")
    yield Case("read all knowledge", [stardose, "knowledge", "list"], "start")


def jumping(stardose, folder):
    genome = folder / "genome.vcf.gz"
    for format in ("html", "json"):
        if format == "json" or prints_html(stardose, folder):
            check = calls_fit(folder / "genome.truth.tsv") if format == "json" else None
            yield Case(f"report {format}", [stardose, "report", genome, "--format", format],
                       "indexed genome", check=check)
    query = ["bcftools", "query", "-R", folder / "known.bed", "-f", "%CHROM %POS [%GT]\n", genome]
    yield Case("bcftools query -R", query, "indexed genome", keeps_output=False)


def cohorts(stardose, folder):
    for command in ("call", "report"):
        for count, name in ((1, "1 sample"), (100, "100 samples")):
            file = folder / f"cohort-{count}.vcf.gz"
            yield Case(f"{command} {name}", [stardose, command, file, "--format", "json"],
                       "cohort", check=calls_fit(folder / f"cohort-{count}.truth.tsv"))


def scanning(stardose, folder):
    genome, check = folder / "unindexed.vcf.gz", calls_fit(folder / "genome.truth.tsv")
    call, group = [stardose, "call", "--format", "json"], "unindexed genome"
    one, two = ["--threads", "1"], ["--threads", "2"]
    yield Case("bgzip -dc", ["bgzip", "-dc", genome], group, keeps_output=False)
    yield Case("scan, 1 thread", [*call, genome, *one], group, check=check)
    yield Case("scan from standard input", [*call, "-", *one], group, stdin=genome, check=check)
    yield Case("bgzip -dc, 2 threads", ["bgzip", "-dc", "-@", "2", genome], group, keeps_output=False)
    yield Case("scan, 2 threads", [*call, genome, *two], group, check=check)
    yield Case("scan a BCF, 1 thread", [*call, folder / "unindexed.bcf", *one], group, check=check)
    yield Case("scan a BCF, 2 threads", [*call, folder / "unindexed.bcf", *two], group, check=check)
    view = ["bcftools", "view", "-H", "-T", folder / "known.bed"]
    yield Case("bcftools view -T", [*view, genome], group, keeps_output=False)
    yield Case("bcftools view -T, a BCF", [*view, folder / "unindexed.bcf"], group, keeps_output=False)


def of_variants(stardose, folder, scratch):
    """The cases that read variant files, and the reasons of those left out."""
    parts = [(stardose, part) for part in (starting, jumping, cohorts, scanning)]
    found = [case for program, part in parts if program for case in part(program, folder)]
    can_annotate = stardose and has(stardose, "annotate", word="--threads")
    found += annotating(stardose if can_annotate else None, folder, scratch)
    return found, [] if can_annotate or not stardose else [
        "the program has no 'annotate'; its cases are left out"]


def cases(stardose, folder, scratch, reads):
    """Every case, and the reasons of those that cannot be run; either folder may be None."""
    found, reasons = of_variants(stardose, folder, scratch) if folder else ([], [])
    if reads:
        can_read = stardose and has(stardose, "call", word="--reads")
        found += reading(stardose if can_read else None, reads)
        if stardose and not can_read:
            reasons.append("the program has no 'call --reads'; its cases are left out")
    reasons += [f"{case.name}: {' and '.join(case.missing)} not installed" for case in found if case.missing]
    return [case for case in found if not case.missing], reasons
