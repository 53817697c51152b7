"""What a case of ours costs beside a peer's, kept with every result: below 1 is less than the peer."""
from dataclasses import dataclass


@dataclass
class Ratio:
    ours: str  # the names of cases
    peer: str
    quantity: str = "cpu"

    @property
    def name(self):
        return f"{self.ours} / {self.peer}"

    def figure(self, cases):
        """The ratio of medians; None where one was not measured."""
        if not all(name in cases and cases[name].runs for name in (self.ours, self.peer)):
            return None
        ours, peer = (cases[name].median(self.quantity) for name in (self.ours, self.peer))
        return {"name": self.name, "ours": self.ours, "peer": self.peer, "quantity": self.quantity,
                "ratio": round(ours / peer, 5), "shortest": round(min(ours, peer), 5)}


RATIOS = [
    *[Ratio("dense to text, 1 thread", f"{peer} to text") for peer in ("bcftools", "vcfanno", "SnpSift")],
    Ratio("dense to text, 1 thread", "cyvcf2 reads and writes"),
    Ratio("dense to text, 1 thread", "inflate"),
    Ratio("dense to VCF.gz, level 6, 1 thread", "bcftools to VCF.gz"),
    *[Ratio(f"dense to VCF.gz, level {level}, 1 thread", f"inflate, deflate {level}") for level in (6, 1)],
    *[Ratio(f"dense {kind}, 2 threads", f"dense {kind}, 1 thread", "wall")
      for kind in ("to text", "to VCF.gz, level 6", "to VCF.gz, level 1")],
    Ratio("BCF to BCF, unpacked", "bcftools BCF to BCF, unpacked"),
    Ratio("sparse to text", "bcftools sparse"),
    Ratio("crowd to text", "bcftools crowd"),
    Ratio("knowledge to VCF.gz", "inflate"),
    Ratio("five sources to text", "dense to text, 1 thread"),
    Ratio("five sources to VCF.gz, level 6", "dense to VCF.gz, level 6, 1 thread"),
    Ratio("index frequency", "inflate"),
    *[Ratio("scan, 1 thread", peer) for peer in ("bgzip -dc", "bcftools view -T")],
    Ratio("scan, 2 threads", "bgzip -dc, 2 threads"),
    Ratio("scan a BCF, 1 thread", "bcftools view -T, a BCF"),
    Ratio("report json", "bcftools query -R"),
    Ratio("call 100 samples", "PyPGx, one gene"),
    Ratio("reads of a genome", "samtools view -c"),
    Ratio("reads of a genome", "bcftools mpileup, call"),
]
