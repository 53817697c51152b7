"""Writes vcf-samples/: people who don't exist, from the facts in knowledgebase/genes.

    python3 scripts/make-samples [--check] [--into FOLDER]

Two runs write the same bytes. --check writes nothing: it compares what it would write with what is
there and exits 1 if they differ. Compressed files are compared by what is in them, as another
zlib packs the same text differently.
"""
import argparse
import gzip
import os
import subprocess
import sys
import tempfile

import output
from genome_slice import genome_slice
from gvcf import gvcf_blocks
from knowledge import read_genes
from malformed import malformed
from malformed_reads import malformed_reads
from reads_story import reads_fill_gaps
from stories import STORIES

PACKED = (".gz", ".bam", ".bai", ".cram", ".crai")
HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def make(root):
    genes = read_genes(os.path.join(HOME, "knowledgebase", "genes"))
    for story in [*STORIES, gvcf_blocks, genome_slice]:
        story(root, genes)
    malformed(root, genes)
    malformed_reads(root)
    reads_fill_gaps(root, genes)


def content(path):
    """What a file says, whatever it is packed with; damaged files as they are."""
    with open(path, "rb") as file:
        data = file.read()
    if path.endswith(".bam"):
        return subprocess.run(["samtools", "view", "--no-PG", "-h", path], capture_output=True, check=True).stdout
    if path.endswith(".bcf"):
        return subprocess.run(["bcftools", "view", "--no-version", path],
                              capture_output=True, check=True).stdout
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, ValueError):
        return data


def differences(made, there):
    for folder, _, names in sorted(os.walk(made)):
        for name in sorted(names):
            fresh = os.path.join(folder, name)
            old = os.path.join(there, os.path.relpath(fresh, made))
            # An index follows from its file; a damaged file's bytes follow from the packing.
            if name.endswith((".tbi", ".csi")) or "malformed" in folder and name.endswith(PACKED):
                if not os.path.exists(old):
                    yield os.path.relpath(fresh, made)
            elif not os.path.exists(old) or content(fresh) != content(old):
                yield os.path.relpath(fresh, made)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("--into", default=os.path.join(HOME, "vcf-samples"), metavar="FOLDER")
    arguments = parser.parse_args()
    output.require_tools()
    if not arguments.check:
        make(arguments.into)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        make(folder)
        changed = list(differences(folder, arguments.into))
    for name in changed:
        print(f"make-samples: {name} is not what the generator writes; run it again", file=sys.stderr)
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
