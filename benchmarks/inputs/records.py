"""What a caller writes around a genotype, drawn once into pools that records then share.

Formatting a record in full takes Python ten times as long as picking two strings.
"""
import random

POOL_BITS = 15
VARIANT_BITS = 12


def tail(rng, genotype, allele_count):
    """QUAL to the sample's column for alleles such as (0, 1), as HaplotypeCaller and VQSR put it."""
    depth = max(8, round(rng.gauss(33, 8)))
    depths = [0] * allele_count
    share = min(max(rng.gauss(0.5, 0.08), 0.2), 0.8)
    depths[genotype[0]] = round(depth * share)
    depths[genotype[-1]] += depth - depths[genotype[0]]
    counts = [genotype.count(allele) for allele in range(1, allele_count)]
    quality = sum(depths[1:]) * rng.uniform(24, 30)
    ranks = dict.fromkeys(("BaseQRankSum", "MQRankSum", "ReadPosRankSum"))
    if 0 in genotype:
        ranks = {key: f"{rng.gauss(0, 0.8):.3f}" for key in ranks}
    count = ",".join(map(str, counts))
    frequency = ",".join(f"{n / len(genotype):.3f}" for n in counts)
    info = {
        "AC": count, "AF": frequency, "AN": len(genotype), "BaseQRankSum": ranks["BaseQRankSum"],
        "DP": depth, "ExcessHet": "0.0000", "FS": f"{rng.expovariate(0.6):.3f}", "MLEAC": count,
        "MLEAF": frequency, "MQ": "60.00" if rng.random() < 0.85 else f"{rng.uniform(35, 60):.2f}",
        "MQRankSum": ranks["MQRankSum"], "QD": f"{quality / depth:.2f}",
        "ReadPosRankSum": ranks["ReadPosRankSum"], "SOR": f"{rng.gammavariate(2, 0.4):.3f}",
        "VQSLOD": f"{rng.gauss(18, 4):.2f}"}
    text = ";".join(f"{key}={value}" for key, value in info.items() if value is not None)
    draw = rng.random()
    verdict = ("PASS" if draw < 0.965 else
               "VQSRTrancheSNP99.90to100.00" if draw < 0.995 else "LowQual")
    return f"{quality:.2f}\t{verdict}\t{text}\tGT:AD:DP:GQ:PL\t{sample(genotype, depths)}"


def sample(genotype, depths, separator="/"):
    """GT:AD:DP:GQ:PL for a genotype and the reads of each allele."""
    likelihoods = []
    for second in range(len(depths)):
        for first in range(second + 1):
            against = sum(n for allele, n in enumerate(depths) if allele not in (first, second))
            missing = sum(3 for allele in {first, second} if not depths[allele])
            likelihoods.append(28 * against + missing * 11)
    if len(genotype) == 1:
        likelihoods = [28 * (sum(depths) - n) for n in depths]
    least = min(likelihoods)
    likelihoods = [n - least for n in likelihoods]
    quality = min(99, sorted(likelihoods)[1]) if len(likelihoods) > 1 else 99
    return ":".join((
        separator.join(map(str, genotype)), ",".join(map(str, depths)), str(sum(depths)),
        str(quality), ",".join(map(str, likelihoods))))


def read_depths(rng, genotype, allele_count):
    """Reads for each allele of a genotype, at about 33-fold depth."""
    depths = [0] * allele_count
    for allele in genotype:
        depths[allele] += max(6, round(rng.gauss(33 / 2, 3)))
    return depths


class Pools:
    """REF and ALT for filler records, and the columns that follow them."""

    def __init__(self, seed):
        rng = random.Random(f"{seed}:pools")
        self.tails = [tail(rng, (0, 1) if rng.random() < 0.62 else (1, 1), 2)
                      for _ in range(1 << POOL_BITS)]
        self.double_tails = [tail(rng, (1, 2), 3) for _ in range(1 << VARIANT_BITS)]
        self.variants = [self.variant(rng) for _ in range(1 << VARIANT_BITS)]
        # Gaps between records, as multiples of the mean: an exponential in equal steps.
        self.gaps = [rng.expovariate(1) for _ in range(1 << VARIANT_BITS)]
        self.mean_gap = sum(self.gaps) / len(self.gaps)

    @staticmethod
    def variant(rng):
        """REF and ALT: single bases, insertions, deletions and, rarely, two alternates."""
        reference = rng.choice("ACGT")
        others = [base for base in "ACGT" if base != reference]
        stretch = "".join(rng.choices("ACGT", k=min(1 + int(rng.expovariate(0.4)), 40)))
        draw = rng.random()
        if draw < 0.815:
            return f"{reference}\t{rng.choice(others)}"
        if draw < 0.9:
            return f"{reference}\t{reference}{stretch}"
        if draw < 0.985:
            return f"{reference}{stretch}\t{reference}"
        return f"{reference}\t{','.join(rng.sample(others, 2))}"
