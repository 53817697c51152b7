"""What is known of the reference sequence around an indel, gathered from names and REF strings.

A VCF record puts an indel as far left as it goes; HGVS puts it as far right as it goes, or names the
whole repeat. Between the two the reference must repeat the inserted or deleted unit, so the pair of
spellings tells the bases in between.
"""

import re

DELETION = re.compile(r"g\.(\d+)(?:_(\d+))?del([ACGT]*)")
DUPLICATION = re.compile(r"g\.(\d+)(?:_(\d+))?dup")
INSERTION = re.compile(r"g\.(\d+)_(\d+)ins([ACGT]+)")
REPEAT = re.compile(r"g\.(\d+)([ACGT]+)\[(\d+)\]")
SEQUENCE = re.compile(r"[ACGT]+")
COUNTED = re.compile(r"([ACGT]+)(?:\((\d+)\))?")


class ReferenceBases:
    """Bases of one contig by 1-based coordinate, each with the statement it was read from."""

    def __init__(self):
        self.bases: dict[int, str] = {}
        self.origin: dict[int, str] = {}
        self.conflicts: list[str] = []

    def learn(self, start: int, bases: str, origin: str):
        for offset, base in enumerate(bases):
            position = start + offset
            known = self.bases.get(position)
            if known is None:
                self.bases[position] = base
                self.origin[position] = origin
            elif known != base:
                self.conflicts.append(
                    f"{position}: {known} by {self.origin[position]}, {base} by {origin}")

    def text(self, start: int, end: int) -> str | None:
        """The bases from start to end, both included, if all are known."""
        found = [self.bases.get(i) for i in range(start, end + 1)]
        return None if None in found else "".join(found)

    def stretch(self, start: int, end: int, reach: int, without: set[int]) -> tuple[int, str]:
        """The longest known stretch around start...end, at most `reach` further on each side and
        without the given places."""
        inside = [i for i in range(start, end + 1) if i in without or i not in self.bases]
        if inside:
            raise ValueError(f"no context for {start}...{end}: {inside} unknown or differing")
        low, high = start, end
        while low - 1 in self.bases and low - 1 not in without and start - (low - 1) <= reach:
            low -= 1
        while high + 1 in self.bases and high + 1 not in without and high + 1 - end <= reach:
            high += 1
        return low, self.text(low, high)


def is_indel(alleles: list[str]) -> bool:
    return len({len(a) for a in alleles}) > 1


def edits(alleles: list[str]):
    """(unit, is deletion) for each alternative allele of a left-aligned, anchored indel."""
    reference = alleles[0]
    for alternative in alleles[1:]:
        if len(alternative) < len(reference) and reference.startswith(alternative):
            yield reference[len(alternative):], True, len(alternative)
        elif len(alternative) > len(reference) and alternative.startswith(reference):
            yield alternative[len(reference):], False, len(reference)


def learn_from_names(bases: ReferenceBases, position: int, alleles: list[str], hgvs: str,
                     cpic_position: int, cpic_to_vcf: dict[str, str], label: str):
    """Adds what the spellings of one position say of the reference."""
    reference = alleles[0]
    bases.learn(position, reference, f"REF of {label}")
    if not is_indel(alleles):
        return
    for cpic, vcf in cpic_to_vcf.items():
        if vcf != reference:
            continue
        counted = COUNTED.fullmatch(cpic)
        if counted:
            bases.learn(cpic_position, counted[1] * int(counted[2] or 1), f"CPIC allele of {label}")
    for found in DELETION.finditer(hgvs):
        bases.learn(int(found[1]), found[3], f"HGVS of {label}")
    # Between the left-most and the right-most spelling the sequence has the unit's period.
    for unit, deletion, anchor in edits(alleles):
        first = position + anchor
        last = right_end(hgvs, cpic_position, cpic_to_vcf, reference, len(unit), deletion)
        if last is None:
            continue
        for i in range(first, last + 1):
            bases.learn(i, unit[(i - first) % len(unit)], f"repeat of {label}")


def right_end(hgvs, cpic_position, cpic_to_vcf, reference, length, deletion) -> int | None:
    """The last reference base the right-most spelling of an indel touches."""
    for found in REPEAT.finditer(hgvs):
        unit = found[2]
        for cpic, vcf in cpic_to_vcf.items():
            counted = COUNTED.fullmatch(cpic)
            if vcf == reference and counted and counted[1] == unit:
                return int(found[1]) + len(unit) * int(counted[2] or 1) - 1
    if deletion:
        for found in DELETION.finditer(hgvs):
            return int(found[2] or found[1])
    for found in DUPLICATION.finditer(hgvs):
        return int(found[2] or found[1])
    for found in INSERTION.finditer(hgvs):
        return int(found[1])
    return None


def shift(bases: ReferenceBases, position: int, alleles: list[str]):
    """(k, closed) for each indel allele: how many bases it can move right by what is known, and
    whether the base that stops it is known too."""
    for unit, deletion, anchor in edits(alleles):
        start = position + anchor
        moved = 0
        # Shifting right by one needs the next reference base to equal the first of the unit.
        next_base = start + (len(unit) if deletion else 0)
        while bases.bases.get(next_base + moved) == unit[moved % len(unit)]:
            moved += 1
        yield moved, (next_base + moved) in bases.bases, next_base + moved
