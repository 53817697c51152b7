"""Files of reads with one fault each, all made from one good file of mitochondrial reads.

The reads come from the simulator of the benchmarks; samtools packs them.
"""
import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
sys.path.append(str(HOME / "benchmarks"))

from inputs.knowledge import read_gene  # noqa: E402
from inputs.reads import bam, genome  # noqa: E402
from inputs.reads.assembly import Assembly  # noqa: E402
from inputs.reads.person import Carrier  # noqa: E402
from inputs.reads.reference import Window  # noqa: E402

SEED, GENE, ALLELE = "malformed", "MT-RNR1", "m.1555A>G"
FIRST, LAST = 200, 2000  # of the mitochondrial genome, sequenced 40-fold
SOME = 80  # reads of the file that is not packed, so that two can change places
BLOCK_FIELDS = 18  # bytes of a BGZF block before its packed content
END_BLOCK = 28
CRAM_END = 38


def samtools(*arguments, text=None):
    return subprocess.run(["samtools", *map(str, arguments)], check=True, capture_output=True,
                          input=text and text.encode()).stdout


class Good:
    """The faultless reads as SAM text, BAM and CRAM, with indexes, in a folder of their own."""

    def __init__(self, folder):
        self.folder, self.assembly = Path(folder), Assembly("GRCh38")
        gene = read_gene(HOME / "knowledgebase" / "genes" / f"{GENE}.yaml")
        plan = genome.Plan(self.assembly, [gene], seed=SEED, extra=[("chrM", 1, self.assembly.lengths["chrM"])])
        reference = plan.reference()
        self.whole = reference.windows[0].bases
        reference.windows = [Window("chrM", FIRST, self.whole[FIRST - 1:LAST])]
        carrier = Carrier("SAMPLE", [gene], SEED, chosen={GENE: [ALLELE]})
        chromosomes = genome.Chromosomes(plan, reference, carrier)
        path = self.folder / "good.bam"
        genome.write_reads(path, chromosomes, genome.sequencer(SEED), 2, SEED)
        self.bam, self.bai = path.read_bytes(), Path(f"{path}.bai").read_bytes()
        self.header = bam.header(self.assembly, "SAMPLE")
        self.lines = samtools("view", path).decode().splitlines(keepends=True)

    def packed(self, name, header, lines, indexed=True, level=6):
        """A BAM of other text, and its index."""
        path = self.folder / name
        samtools("view", "-b", "--no-PG", "--output-fmt-option", f"level={level}", "-o", path, "-",
                 text=header + "".join(lines))
        if indexed:
            samtools("index", path)
        return path.read_bytes(), Path(f"{path}.bai").read_bytes() if indexed else None

    def fasta(self, name, bases):
        path = self.folder / name
        lines = [bases[at:at + 70] + "\n" for at in range(0, len(bases), 70)]
        path.write_text(">chrM\n" + "".join(lines))
        samtools("faidx", path)
        return path

    def with_digest(self, line):
        """A line of the header; a contig's gets the MD5 of its bases, made up where there are none."""
        if not line.startswith("@SQ"):
            return line
        bases = self.whole if "SN:chrM" in line else line
        return f"{line.rstrip()}\tM5:{hashlib.md5(bases.encode()).hexdigest()}\tUR:/references/reference.fa\n"

    def cram(self, name, fasta):
        """Reads as differences from a reference, of which only the mitochondrial genome is at hand."""
        path = self.folder / name
        header = "".join(map(self.with_digest, self.header.splitlines(keepends=True)))
        samtools("view", "-C", "--no-PG", "-T", fasta, "-o", path, "-", text=header + "".join(self.lines))
        # samtools has written where the reference lies now, which is another place each time.
        plain = self.folder / "header.sam"
        plain.write_text(header)
        data = samtools("reheader", "--no-PG", plain, path)
        end = data[-CRAM_END:]
        path.write_bytes(data.removesuffix(end).removesuffix(end) + end)  # some versions end the file twice
        samtools("index", path)
        return path.read_bytes(), Path(f"{path}.crai").read_bytes()


def blocks(data):
    """Where each BGZF block of a file begins."""
    found, at = [], 0
    while at < len(data):
        found.append(at)
        at += int.from_bytes(data[at + 16:at + 18], "little") + 1
    return found


def flipped(data, at):
    return data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1:]


def swapped(lines):
    """Two reads far apart, which take as many bytes, have changed places."""
    third = len(lines) // 3
    one, other = next((n, m) for n in range(third) for m in range(2 * third, len(lines))
                      if size(lines[n]) == size(lines[m]))
    lines = list(lines)
    lines[one], lines[other] = lines[other], lines[one]
    return lines


def size(line):
    name, _, _, _, _, cigar, *_, bases, _, _ = line.split("\t")
    return len(name), cigar, len(bases)


def faults_of_bam(good):
    """(name, bytes, index, reference, fault, what to say, exit code); a `.bai` of None is not written."""
    at = blocks(good.bam)
    middle = at[1] + BLOCK_FIELDS + 400  # the first block is the header
    _, longer = good.packed("longer.bam", good.header, sorted(
        good.lines + good.lines, key=lambda line: int(line.split("\t")[3])))
    few = bam.header(good.assembly, "SAMPLE", contigs=("chr1", "chrM"))
    _, elsewhere = good.packed("few.bam", few, good.lines)
    unsaid = good.header.replace("SO:coordinate", "SO:unsorted")
    unsorted, _ = good.packed("unsorted.bam", unsaid, swapped(good.lines), indexed=False)
    some = good.lines[:SOME]
    _, claim = good.packed("claim.bam", good.header, some, level=0)
    claimed, _ = good.packed("claimed.bam", good.header, swapped(some), indexed=False, level=0)
    hg18 = "".join(line.replace("LN:248956422", "LN:247249719") if "SN:chr1\t" in line else line
                   for line in good.header.splitlines(keepends=True)
                   if not line.startswith("@SQ") or "SN:chr1\t" in line or "SN:chrM" in line)
    other_genome = good.packed("hg18.bam", hg18, good.lines)
    nothing = good.packed("nothing.bam", good.header, [])
    page = ("<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head>\n"
            "<body><h1>Not Found</h1><p>sample.bam is not on this server.</p></body></html>\n").encode()
    text = (good.header + "".join(good.lines[:20])).encode()
    return [
        ("good.bam", good.bam, good.bai, None, "none: the file that the others are made from",
         "MT-RNR1 m.1555A>G", 0),
        ("no-end-block.bam", good.bam[:-END_BLOCK], good.bai, None,
         "whole blocks, but not the empty one that ends a BAM", "that the file may be incomplete", 3),
        ("flipped-byte.bam", flipped(good.bam, middle), good.bai, None, "one bit of a block is wrong",
         "that the file is damaged; never an answer from the reads before it", 3),
        ("cut-in-a-block.bam", good.bam[:middle], good.bai, None, "cut within a block",
         "that the file is incomplete", 3),
        ("trailing-bytes.bam", good.bam + b"uploaded by portal\n", good.bai, None, "text after the end block",
         "that the file is damaged at its end", 3),
        ("no-index.bam", good.bam, None, None, "there is no index beside it",
         "that there is no index, and how one is made", 3),
        ("stale-index.bam", good.bam, longer, None, "its index was made for another, larger file",
         "that the index belongs to another file; never an empty answer", 3),
        ("wrong-index.bam", good.bam, elsewhere, None, "its index is that of a file with other contigs",
         "that the index belongs to another file", 3),
        ("index-is-a-page.bam", good.bam, page, None, "its index is a web server's error page",
         "that the index can't be read", 3),
        ("unsorted.bam", unsorted, None, None, "two reads have changed places, and the header says unsorted",
         "that the reads are not in the order of their places", 3),
        ("unsorted-unsaid.bam", claimed, claim, None,
         "two reads have changed places, though the header says sorted and there is an index",
         "that the reads are not in the order of their places", 3),
        ("text-in-a.bam", text, None, None, "SAM text under the name of a BAM", "that this is SAM text, not BAM", 3),
        ("page-in-a.bam", page, None, None, "a web server's error page", "that this is no BAM", 3),
        ("empty.bam", b"", None, None, "no byte at all", "that the file is empty", 3),
        ("hg18.bam", *other_genome, None, "the contig lengths are NCBI36's (hg18)",
         "that only GRCh38 and GRCh37 are known", 4),
        ("header-only.bam", *nothing, None, "a header and no read (no fault of the format)",
         "an answer in which every gene is not assessed", 0),
    ]


def faults_of_cram(good):
    bases = good.whole
    fasta = good.fasta("reference.fa", bases)
    wrong = good.fasta("other-reference.fa", bases[:700] + bases[700:1500].translate(
        str.maketrans("ACGT", "CATG")) + bases[1500:])
    data, index = good.cram("good.cram", fasta)
    middle = 2 * len(data) // 3
    return fasta, wrong, [
        ("good.cram", data, index, "reference.fa", "none: the same reads, as differences from `reference.fa`",
         "MT-RNR1 m.1555A>G", 0),
        ("no-reference.cram", data, index, None, "the reference it refers to is not given",
         "that the reference is needed, and how it is given", 3),
        ("wrong-reference.cram", data, index, "other-reference.fa", "the reference given has other bases",
         "that the reference is not the one of the file", 3),
        ("no-end-block.cram", data[:-CRAM_END], index, "reference.fa", "the end container is missing",
         "that the file may be incomplete", 3),
        ("cut.cram", data[:middle], index, "reference.fa", "cut within a container", "that the file is incomplete", 3),
        ("flipped-byte.cram", flipped(data, middle), index, "reference.fa", "one bit of a container is wrong",
         "that the file is damaged", 3),
        ("no-index.cram", data, None, "reference.fa", "there is no index beside it",
         "that there is no index, and how one is made", 3),
    ]


def malformed_reads(root):
    folder = Path(root) / "malformed" / "reads"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        good = Good(scratch)
        rows = faults_of_bam(good)
        fasta, wrong, more = faults_of_cram(good)
        for path in (fasta, wrong):
            for name in (path, Path(f"{path}.fai")):
                (folder / name.name).write_bytes(name.read_bytes())
    table = [["file", "reference", "exit", "fault", "says"]]
    for name, data, index, reference, fault, says, code in rows + more:
        (folder / name).write_bytes(data)
        if index is not None:
            (folder / f"{name}.{'crai' if name.endswith('cram') else 'bai'}").write_bytes(index)
        table.append([name, reference or "", str(code), fault, says])
    (folder / "expected.tsv").write_text("".join("\t".join(row) + "\n" for row in table))
    lines = [
        "# One fault in each file of reads", "",
        "<!-- Written by scripts/make-samples; the words are in its malformed_reads.py. -->", "",
        f"All are made from one good file: reads of {LAST - FIRST + 1:,} bases of the mitochondrial genome of",
        f"SAMPLE, who carries {GENE} {ALLELE}, 40-fold, on GRCh38. The bases between the known positions are drawn:",
        "`reference.fa` is nobody's genome. What is said of `vcf-samples/malformed` holds here too: the file is",
        "named, one sentence says what is wrong and what to do, no report is left, and the exit code is the one given.",
        "", "`expected.tsv` is the same table for the tests. A reference goes with `--reference`.", "",
        "| file | reference | what is wrong | what must be said | exit |", "| --- | --- | --- | --- | --- |"]
    lines += [f"| `{name}` | {f'`{reference}`' if reference else ''} | {fault} | {says} | {code} |"
              for name, reference, code, fault, says in table[1:]]
    (folder / "README.md").write_text("\n".join(lines) + "\n")
