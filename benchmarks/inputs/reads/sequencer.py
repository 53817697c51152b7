"""Sequencers: fragments of a chromosome, base qualities, and errors drawn from those qualities."""
import math
import random
from bisect import bisect
from itertools import accumulate

from inputs.reads.haplotype import placed

# Qualities in the four steps that short-read sequencers report, and how one base follows another.
STEPS = (37, 23, 12, 2)
FOLLOWS = {37: (0.965, 0.022, 0.0127, 0.0003), 23: (0.62, 0.30, 0.0795, 0.0005),
           12: (0.52, 0.14, 0.33, 0.01), 2: (0.10, 0.10, 0.20, 0.60)}
PROFILES = 2048
OTHERS = {base: "ACGT".replace(base, "") for base in "ACGT"} | {"N": "ACGT"}
COMPLEMENT = str.maketrans("ACGT", "TGCA")


def poisson(rng, mean):
    if mean > 50:
        return max(0, round(rng.gauss(mean, math.sqrt(mean))))
    limit, count, product = math.exp(-mean), 0, rng.random()
    while product > limit:
        product *= rng.random()
        count += 1
    return count


def chance(quality):
    """The chance of an error that a quality states."""
    return 10 ** (-quality / 10) if quality > 2 else 0.5


class Qualities:
    """Quality strings of one length, each with the running sum of its chances of an error."""

    def __init__(self, rng, length):
        self.found = []
        for _ in range(PROFILES):
            values, now = [], 37
            decline = rng.uniform(0.5, 3)
            for at in range(length):
                weights = list(FOLLOWS[now])
                weights[1] += 0.02 * decline * at / length
                weights[2] += 0.01 * decline * at / length
                now = rng.choices(STEPS, weights)[0]
                values.append(now)
            self.found.append(("".join(chr(33 + value) for value in values),
                               list(accumulate(map(chance, values)))))


class Coverage:
    """Where fragments begin: Poisson in short bins, whose means vary a little from bin to bin."""

    BIN = 200

    def __init__(self, depth, shape=60):
        self.depth, self.shape = depth, shape

    def starts(self, rng, first, last, bases_each):
        """Offsets in [first, last) at which fragments that give `bases_each` bases begin."""
        for low in range(first, last, self.BIN):
            high = min(low + self.BIN, last)
            mean = self.depth * (high - low) / bases_each
            if self.shape:
                mean *= rng.gammavariate(self.shape, 1 / self.shape)
            for _ in range(poisson(rng, mean)):
                yield rng.randrange(low, high)


class ShortReads:
    """Pairs of reads, as from a PCR-free whole genome."""

    is_paired = True

    def __init__(self, seed, length=150, fragment=(350, 60), duplicates=0.03, is_careless=True, slips=2e-5,
                 strays=0.003):
        rng = random.Random(f"{seed}:short")
        self.length, self.fragment, self.duplicates = length, fragment, duplicates
        self.is_careless, self.slips, self.strays = is_careless, slips * length, strays
        self.qualities = Qualities(rng, length).found

    def sequenced(self, rng, haplotype, start, end, is_reverse):
        """(place, CIGAR, bases, qualities) of one read, on the forward strand; errors and slips included."""
        text, sums = rng.choice(self.qualities)
        length = end - start
        slips = self.slip(rng, haplotype, start, end) if rng.random() < self.slips else ()
        found = None if slips else haplotype.aligned(start, end)
        if found:
            place, cigar = found
            bases = haplotype.bases[start:end]
            segments = None
        else:
            segments, bases = haplotype.segments(start, end, slips)
            bases = bases[:length]
        count = poisson(rng, sums[length - 1])
        if count:
            changed = list(bases)
            for _ in range(count):
                at = bisect(sums, rng.random() * sums[length - 1])
                at = length - 1 - at if is_reverse else at
                if at < len(changed):
                    changed[at] = rng.choice(OTHERS[changed[at]])
            bases = "".join(changed)
        if segments is not None:
            if not segments:
                return None
            place, cigar = placed(cut(segments, len(bases)), bases, haplotype.window, self.is_careless)
        text = text[:len(bases)]
        return place, cigar, bases, text[::-1] if is_reverse else text

    @staticmethod
    def slip(rng, haplotype, start, end):
        """A base too many or too few, in the middle of a read, written as far left as it goes."""
        if end - start < 40 or end >= len(haplotype.bases):
            return ()
        offset = rng.randrange(start + 12, end - 12)
        base = haplotype.bases[offset]
        while offset > start + 1 and haplotype.bases[offset - 1] == base:
            offset -= 1
        if rng.random() < 0.5:
            return ((offset, "I", base),)
        return ((offset, "D", 1),)

    def pair(self, rng, name, haplotype, start, end, contig, quality, duplicate=0):
        """Two lines of SAM, each with the place it sorts by."""
        is_swapped = rng.random() < 0.5  # the first read of the pair is the reverse one
        length = min(self.length, end - start)
        ahead = self.sequenced(rng, haplotype, start, start + length, False)
        behind = self.sequenced(rng, haplotype, end - length, end, True)
        if not ahead or not behind:
            return
        span = behind[0] + reference_length(behind[1]) - ahead[0]
        # paired, properly; mate or self reverse; first or second of the pair
        for read, mate, flags, size in ((ahead, behind, 0x63 if not is_swapped else 0xA3, span),
                                        (behind, ahead, 0x93 if not is_swapped else 0x53, -span)):
            yield read[0], (f"{name}\t{flags | duplicate}\t{contig}\t{read[0]}\t{quality}\t{read[1]}\t=\t"
                            f"{mate[0]}\t{size}\t{read[2]}\t{read[3]}\tRG:Z:1\n")

    def mapping_quality(self, rng, haplotype, start, end):
        """60 for most; 0 where both reads of a pair fit two places of the window."""
        if haplotype.window.has_copies and all(
                haplotype.window.bases.count(read) > 1
                for read in (haplotype.bases[start:start + self.length], haplotype.bases[end - self.length:end])):
            return 0
        draw = rng.random()
        return 60 if draw < 0.985 else rng.randrange(20, 60) if draw < 0.996 else rng.randrange(0, 20)

    def reads(self, rng, haplotype, contig, coverage, prefix):
        """(place, line) of every read of a haplotype."""
        middle, spread = self.fragment
        last = len(haplotype.bases)
        if last < self.length:
            return
        for number, start in enumerate(coverage.starts(rng, 0, last, 2 * self.length)):
            size = min(max(round(rng.gauss(middle, spread)), self.length + 10), middle + 5 * spread)
            end = start + size
            if end > last:
                continue
            name, quality = f"{prefix}.{number}", self.mapping_quality(rng, haplotype, start, end)
            if rng.random() < self.strays:
                yield from self.stray(rng, name, haplotype, start, end, contig)
                continue
            yield from self.pair(rng, name, haplotype, start, end, contig, quality)
            if rng.random() < self.duplicates:
                yield from self.pair(rng, f"{name}d", haplotype, start, end, contig, quality, 0x400)

    def stray(self, rng, name, haplotype, start, end, contig):
        """A pair from some other place of the genome that looks like this one, as its mapping quality tells."""
        for place, line in self.pair(rng, name, haplotype, start, end, contig, rng.randrange(0, 12)):
            fields = line.split("\t")
            bases = list(fields[9])
            for at in range(len(bases)):
                if rng.random() < 0.03:
                    bases[at] = rng.choice(OTHERS[bases[at]])
            fields[9] = "".join(bases)
            yield place, "\t".join(fields)


class LongReads:
    """Single reads of some thousand bases, most of whose errors are a base too many or too few in a run."""

    is_paired = False

    def __init__(self, seed, length=(10_000, 1_500), errors=0.005, is_careless=True):
        rng = random.Random(f"{seed}:long")
        self.length, self.errors, self.is_careless = length, errors, is_careless
        self.qualities = "".join(chr(33 + rng.choice((30, 35, 40, 40, 45))) for _ in range(40_000))

    def sequenced(self, rng, haplotype, start, end):
        """(place, CIGAR, bases, qualities) of one read."""
        count = poisson(rng, self.errors * (end - start))
        slips, swaps = [], []
        floor = start + 15
        for offset in sorted(rng.randrange(start, end) for _ in range(count)):
            if rng.random() < 0.4:
                swaps.append(offset)
                continue
            base = haplotype.bases[offset]
            while offset > floor and haplotype.bases[offset - 1] == base:
                offset -= 1
            if offset <= floor or offset > end - 15:
                continue
            slips.append((offset, "I", base) if rng.random() < 0.5 else (offset, "D", 1))
            floor = offset + 2
        segments, bases = haplotype.segments(start, end, slips)
        if not segments:
            return None
        changed = list(bases)
        for offset in swaps:
            at = offset - start
            if at < len(changed):
                changed[at] = rng.choice(OTHERS[changed[at]])
        bases = "".join(changed)
        first = rng.randrange(len(self.qualities) - len(bases))
        place, cigar = placed(segments, bases, haplotype.window, self.is_careless, longest=1000)
        return place, cigar, bases, self.qualities[first:first + len(bases)]

    def reads(self, rng, haplotype, contig, coverage, prefix):
        middle, spread = self.length
        last = len(haplotype.bases)
        for number, start in enumerate(coverage.starts(rng, 200 - middle, last - 200, middle)):
            end = min(last, start + max(1_000, round(rng.gauss(middle, spread))))
            start = max(0, start)
            if end - start < 200:
                continue
            read = self.sequenced(rng, haplotype, start, end)
            if read:
                flags = 16 if rng.random() < 0.5 else 0
                quality = 60 if rng.random() < 0.99 else rng.randrange(0, 60)
                yield read[0], (f"{prefix}.{number}\t{flags}\t{contig}\t{read[0]}\t{quality}\t{read[1]}\t*\t0\t0\t"
                                f"{read[2]}\t{read[3]}\tRG:Z:1\n")


def reference_length(cigar):
    """How many reference bases a CIGAR covers."""
    total = count = 0
    for letter in cigar:
        if letter.isdigit():
            count = 10 * count + int(letter)
        else:
            total += count if letter in "MD" else 0
            count = 0
    return total


def cut(segments, length):
    """The segments of a read that ends after `length` bases."""
    return [(first, min(last, length), place) for first, last, place in segments if first < length]
