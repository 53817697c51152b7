"""Names star alleles of one gene with PyPGx, and counts the people who get the alleles drawn for them.

Only what works without PyPGx's bundle of reference panels: phased people, a gene without copy numbers.
"""
import csv
import re
import subprocess
import sys
import tempfile
from pathlib import Path

GENE = "CYP2C19"


def pypgx(*arguments):
    done = subprocess.run(["pypgx", *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"pypgx {arguments[0]}: {done.stderr.strip()[-300:]}")
    return done.stdout


def main(cohort, truth):
    with open(truth, newline="") as file:
        drawn = {row["sample"]: sorted(row[GENE].split("/")) for row in csv.DictReader(file, delimiter="\t")}
    with tempfile.TemporaryDirectory(prefix="stardose-pypgx.") as folder:
        variants, alleles = Path(folder) / "variants.zip", Path(folder) / "alleles.zip"
        pypgx("import-variants", GENE, cohort, variants, "--assembly", "GRCh38")
        pypgx("predict-alleles", variants, alleles)
        rows = [line.split("\t") for line in pypgx("print-data", alleles).splitlines()[1:] if line]
    names = {row[0]: sorted(re.split(";", cell)[0] for cell in row[1:3]) for row in rows}
    exact = sum(found == drawn[person] for person, found in names.items())
    print(f"{exact}\t{len(names)}")


main(*sys.argv[1:])
