"""Files with one fault each, all made from one good file."""
import gzip
import os
import random

import assemblies
import bgzf
from people import Person, known_sites
from vcf_text import document

BLOCK = 1024  # small blocks, so that small files have several


def good_file(genes):
    dice = random.Random(20)
    person = Person("SAMPLE", genes).carries("CYP2C19", "*1", "*2")
    return document(["SAMPLE"], known_sites(dice, [person], ["CYP2C19"]))


class Text:
    """The good file's lines, to be changed in one place."""

    def __init__(self, text):
        self.lines = text.splitlines()
        self.columns = next(n for n, line in enumerate(self.lines) if line.startswith("#CHROM"))

    def copy(self):
        return Text("\n".join(self.lines))

    def edit(self, record, column, value):
        """Sets a column (from 0) of a record (from 1); value may be a function of the old one."""
        at = self.columns + record
        fields = self.lines[at].split("\t")
        fields[column] = value(fields[column]) if callable(value) else value
        self.lines[at] = "\t".join(fields)
        return self

    def genotype(self, record, value):
        return self.edit(record, 9, lambda old: ":".join([value, *old.split(":")[1:]]))

    def replace(self, old, new):
        assert any(old in line for line in self.lines), old
        self.lines = [line.replace(old, new) for line in self.lines]
        return self

    def body(self):
        return self.lines[self.columns + 1:]

    def end(self, newline="\n"):
        return newline.join(self.lines) + newline


def relabelled(text, assembly, bases=None):
    """The header's contig lengths changed to another assembly's."""
    lengths = dict(zip(assemblies.NAMES, assemblies.LENGTHS[assembly]))
    for n, line in enumerate(text.lines):
        if line.startswith("##contig"):
            name = line.split("ID=")[1].split(",")[0]
            text.lines[n] = f"##contig=<ID={name},length={lengths[name]}>"
        elif line.startswith("##reference") and bases:
            text.lines[n] = f"##reference={bases}"
    return text


def swap_bases(text):
    """Every REF and ALT replaced by another base, as on a wrong assembly."""
    for record in range(1, len(text.body()) + 1):
        for column in (3, 4):
            text.edit(record, column, lambda old: old.translate(str.maketrans("ACGT", "CATG")))
    return text


def swapped(text, one, other):
    one, other = text.columns + one, text.columns + other
    text.lines[one], text.lines[other] = text.lines[other], text.lines[one]
    return text


def moved_contig(text):
    """A record of chr12 between those of chr10."""
    middle = text.columns + 10
    fields = text.lines[middle].split("\t")
    fields[0:4] = ["chr12", "21178615", "rs4149056", "T"]
    text.lines.insert(middle + 1, "\t".join(fields))
    return text


def without_samples(text):
    text.lines = [line if line.startswith("##") else "\t".join(line.split("\t")[:8])
                  for line in text.lines]
    return text


def text_faults(good):
    """(name, bytes, fault, what to say, exit code) for the faults of plain text."""
    def new():
        return good.copy()

    twice = new()
    twice.lines[twice.columns:] = [line + "\t" + line.split("\t")[-1]
                                   for line in twice.lines[twice.columns:]]
    few = new()
    few.lines[few.columns + 4] = "\t".join(few.lines[few.columns + 4].split("\t")[:7])
    many = new()
    many.lines[many.columns + 4] += "\t0/0:30,0:30:90"
    no_columns = new()
    del no_columns.lines[no_columns.columns]
    bare = new()
    bare.lines = bare.body()
    alone = new()
    alone.lines = alone.lines[:alone.columns + 1]
    spaces = new()
    spaces.lines[spaces.columns] = spaces.lines[spaces.columns].replace("\t", "  ")
    cut = new().end()
    page = ("<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head>\n"
            "<body><h1>Not Found</h1><p>sample.vcf is not on this server.</p></body></html>\n")
    nul = new().end().encode()
    at = nul.index(b"rs4986893") + 4
    return [
        ("duplicate-sample.vcf", twice.end(), "two sample columns have the same name",
         "which name is there twice", 3),
        ("unsorted.vcf", swapped(new(), 5, 9).end(), "records 5 and 9 have changed places",
         "the record that is out of order", 3),
        ("contig-reappears.vcf", moved_contig(new()).end(),
         "chr10, then one record of chr12, then chr10 again", "that chr10 comes back", 3),
        ("not-a-vcf.html", page, "a web server's error page", "that this is no VCF", 3),
        ("empty.vcf", "", "no byte at all", "that the file is empty", 3),
        ("header-only.vcf", alone.end(), "a header and no record (no fault of the format)",
         "an answer in which every gene is not assessed, and the warning that there are no records", 0),
        ("no-header.vcf", bare.end(), "records without a header", "that the header is missing", 3),
        ("missing-column-header.vcf", no_columns.end(), "no #CHROM line",
         "that the #CHROM line is missing", 3),
        ("spaces-in-column-header.vcf", spaces.end(), "spaces for tabs in the #CHROM line",
         "that the #CHROM line needs tabs", 3),
        ("no-samples.vcf", without_samples(new()).end(), "eight columns: sites, no genotypes",
         "that the file has no sample", 3),
        ("too-few-columns.vcf", few.end(), "record 4 has 7 columns", "record 4 and both numbers", 3),
        ("too-many-columns.vcf", many.end(), "record 4 has 11 columns", "record 4 and both numbers", 3),
        ("cut-in-a-record.vcf", cut[:cut.index("rs4986893") + 14],
         "the text ends within a record", "that the file ends too early", 3),
        ("position-not-a-number.vcf", new().edit(6, 1, "94762x60").end(), "POS is `94762x60`",
         "the record and what its POS is", 3),
        ("negative-position.vcf", new().edit(1, 1, "-94761900").end(), "POS is `-94761900`",
         "the record and what its POS is", 3),
        ("genotype-out-of-range.vcf", new().genotype(24, "0/5").end(), "GT `0/5` where ALT has one allele",
         "the record, allele 5, and how many there are", 3),
        ("bad-gt-text.vcf", new().genotype(24, "het").end(), "GT is `het`",
         "the record and what its GT is", 3),
        ("ref-empty.vcf", new().edit(24, 3, "").end(), "REF is empty", "the record, and that REF is empty", 3),
        ("ref-with-letters.vcf", new().edit(24, 3, "QZ").end(), "REF is `QZ`",
         "the record and what its REF is", 3),
        ("ref-mismatch.vcf", new().edit(24, 3, "C").end(), "REF of rs4244285 is C; GRCh38 has G",
         "the record, both bases, and the question which assembly it is", 4),
        ("wrong-assembly.vcf", relabelled(new(), "GRCh37", "file:///references/GRCh38.fa").end(),
         "`##reference` names GRCh38, the contig lengths are GRCh37's",
         "that the header says both GRCh38 and GRCh37", 4),
        ("wrong-assembly-bases.vcf", swap_bases(new()).end(),
         "the header says GRCh38, and not one REF is GRCh38's",
         "that REF does not agree with GRCh38", 4),
        ("hg18.vcf", relabelled(new(), "NCBI36", assemblies.REFERENCE_LINES["NCBI36"]).end(),
         "called on NCBI36 (hg18)", "that only GRCh38 and GRCh37 are known", 4),
        ("nul-bytes.vcf", nul[:at] + b"\0\0" + nul[at + 2:], "two NUL bytes in an ID",
         "the record that has them", 3),
        ("crlf.vcf", new().end("\r\n"), "lines end as on Windows (no fault of the content)",
         "CYP2C19 *1/*2, as if the lines ended plainly", 0),
    ]


def compressed_faults(good, slice_index):
    text = good.end().encode()
    packed = bgzf.compress(text, BLOCK)
    third = len(bgzf.compress(text[:3 * BLOCK], BLOCK, end=False))
    flipped = bytearray(packed)
    flipped[third + 60] ^= 0x10
    dice = random.Random(21)
    return [
        ("truncated-bgzf.vcf.gz", packed[:third + 200], "cut within the fourth block",
         "that the file is incomplete", 3),
        ("no-eof-block.vcf.gz", bgzf.compress(text, BLOCK, end=False),
         "whole blocks, but not the empty one that ends a BGZF file", "that the file may be incomplete", 3),
        ("flipped-byte.vcf.gz", bytes(flipped), "one bit of the fourth block is wrong",
         "that the file is damaged; never an answer from the records before it", 3),
        ("trailing-bytes.vcf.gz", packed + b"uploaded by portal\n", "text after the end block",
         "that the file is damaged at its end", 3),
        ("binary-garbage.vcf.gz", bytes(dice.randrange(256) for _ in range(700)), "random bytes",
         "that this is no VCF", 3),
        ("gzip-not-bgzf.vcf.gz", gzip.compress(text, 9, mtime=0), "plain gzip (no fault of the content)",
         "CYP2C19 *1/*2; read from front to back, as it can't be indexed", 0),
        ("stale-index.vcf.gz", packed, "its .tbi was made for another, larger file",
         "that the index belongs to another file; never an empty answer", 3),
        ("stale-index.vcf.gz.tbi", slice_index, None, None, None),
    ]


def malformed(root, genes):
    folder = os.path.join(root, "malformed")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(root, "genome-slice", "genome-slice.vcf.gz.tbi"), "rb") as file:
        slice_index = file.read()
    good = Text(good_file(genes))
    rows = text_faults(good) + compressed_faults(good, slice_index)
    table = [["file", "exit", "fault", "says"]]
    for name, content, fault, says, code in rows:
        data = content.encode() if isinstance(content, str) else content
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
        if fault:
            table.append([name, str(code), fault, says])
    with open(os.path.join(folder, "expected.tsv"), "w", encoding="utf-8") as file:
        file.write("".join("\t".join(row) + "\n" for row in table))
    lines = [
        "# One fault in each file", "",
        "<!-- Written by scripts/make-samples; the words are in its malformed.py. -->", "",
        "All are made from one good file: SAMPLE, who is CYP2C19 *1/*2 on GRCh38. Each has a single",
        "fault, and its name says which. The program must name the file, say in one sentence what is",
        "wrong and what to do, leave no report behind, and end with the exit code given here: 3 for an",
        "input that is not valid, 4 for one that does not match the knowledge base. Three files with",
        "exit code 0 only look faulty and are to be read.", "",
        "`expected.tsv` is the same table for the tests.", "",
        "| file | what is wrong | what must be said | exit |", "| --- | --- | --- | --- |"]
    lines += [f"| `{name}` | {fault} | {says} | {code} |" for name, code, fault, says in
              (row for row in table[1:])]
    with open(os.path.join(folder, "README.md"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines).replace("*1/*2", r"\*1/\*2") + "\n")
