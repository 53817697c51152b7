"""Writes alignments as an indexed BAM or CRAM, through samtools."""
import subprocess


def header(assembly, sample, is_sorted=True, contigs=None):
    """`contigs` limits the header to some."""
    lines = [f"@HD\tVN:1.6\tSO:{'coordinate' if is_sorted else 'unsorted'}\n"]
    lines += [f"@SQ\tSN:{assembly.spelled(contig)}\tLN:{length}\n"
              for contig, length in assembly.lengths.items() if not contigs or contig in contigs]
    return "".join([*lines, f"@RG\tID:1\tSM:{sample}\tPL:ILLUMINA\tLB:1\n",
                    "@CO\tmade by stardose benchmarks/make-reads: nobody's reads\n"])


class AlignmentOutput:
    """Lines of SAM, in the order of their places, packed as they come."""

    def __init__(self, path, header, reference=None):
        self.path = path
        command = ["samtools", "view", "--no-PG", "-o", str(path)]
        command += ["-C", "-T", str(reference)] if str(path).endswith(".cram") else ["-b"]
        self.program = subprocess.Popen([*command, "-"], stdin=subprocess.PIPE, text=True, bufsize=1 << 20)
        self.program.stdin.write(header)

    def write(self, lines):
        self.program.stdin.writelines(lines)

    def close(self):
        self.program.stdin.close()
        if self.program.wait():
            raise RuntimeError(f"samtools could not write {self.path}")
        subprocess.run(["samtools", "index", str(self.path)], check=True)
