"""Where files go, and what the program is expected to answer."""
import os
import shutil
import subprocess
import tempfile

import bgzf

COLUMNS = ["file", "sample", "gene", "status", "diplotypes", "compatible", "phenotypes"]


class Folder:
    """One patient's folder; collects the expected answers as its files are written."""

    def __init__(self, root, name):
        self.path, self.name, self.rows = os.path.join(root, name), name, []
        os.makedirs(self.path, exist_ok=True)

    def write(self, name, content):
        data = content.encode() if isinstance(content, str) else content
        with open(os.path.join(self.path, name), "wb") as file:
            file.write(data)

    def expect(self, file, sample, gene, status, diplotypes=(), compatible=(), phenotypes=()):
        joined = [";".join([c] if isinstance(c, str) else c)
                  for c in (diplotypes, compatible, phenotypes)]
        self.rows.append([file, sample, gene, status, *joined])

    def close(self):
        lines = ["\t".join(row) for row in [COLUMNS, *self.rows]]
        self.write("expected.tsv", "\n".join(lines) + "\n")


def indexed(vcf):
    """A BGZF file and its .tbi, for the text of a VCF."""
    data = bgzf.compress(vcf.encode())
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "x.vcf.gz")
        with open(path, "wb") as file:
            file.write(data)
        subprocess.run(["tabix", "-p", "vcf", path], check=True)
        with open(path + ".tbi", "rb") as file:
            return data, file.read()


def binary(vcf):
    """A BCF file and its .csi, for the text of a VCF."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "x.bcf")
        subprocess.run(["bcftools", "view", "--no-version", "-Ob", "-o", path, "-"],
                       input=vcf.encode(), check=True)
        subprocess.run(["bcftools", "index", "-c", path], check=True)
        with open(path, "rb") as data, open(path + ".csi", "rb") as index:
            return data.read(), index.read()


def require_tools():
    missing = [tool for tool in ("tabix", "bcftools", "samtools") if not shutil.which(tool)]
    if missing:
        raise SystemExit(f"make-samples: {' and '.join(missing)} not found; "
                         "install the Debian packages tabix, bcftools and samtools")
