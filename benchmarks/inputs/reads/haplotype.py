"""A chromosome's own bases in a window, and where an aligner puts a read of it on the reference."""
from bisect import bisect_right

# bwa mem's scores: a match, a mismatch, opening a gap, each base of it, and clipping an end.
MATCH, MISMATCH, OPEN, EXTEND, CLIP = 1, 4, 6, 1, 5
LONGEST_GAP = 100  # bases; the ends of a longer one are clipped
FAR = 80  # bases from the end of a read from where a gap always pays


def trimmed(place, reference, alternate):
    """The same change without the bases both alleles share at their ends."""
    while reference and alternate and reference[-1] == alternate[-1]:
        reference, alternate = reference[:-1], alternate[:-1]
    while reference and alternate and reference[0] == alternate[0]:
        place, reference, alternate = place + 1, reference[1:], alternate[1:]
    return place, reference, alternate


def shifted_left(window, change):
    """An insertion or deletion moved as far left as the reference lets it."""
    place, reference, alternate = change
    if reference and alternate:
        return change
    bases = reference or alternate
    while place > window.start and window.slice(place - 1, 1) == bases[-1]:
        bases = bases[-1] + bases[:-1]
        place -= 1
    return (place, bases, "") if reference else (place, "", bases)


class Haplotype:
    """Bases made from the reference by changes, as blocks that lie on it without a gap."""

    def __init__(self, window, changes):
        """`changes` has (1-based place, reference bases, own bases), none of them overlapping."""
        self.window, pieces, self.starts, self.blocks = window, [], [], []
        place, size = window.start, 0
        made = sorted(shifted_left(window, trimmed(*change)) for change in changes)
        for start, reference, alternate in made:
            if start < place:
                raise ValueError(f"changes overlap at {window.contig}:{start}")
            if window.slice(start, len(reference)) != reference:
                raise ValueError(f"{window.contig}:{start} is not {reference}")
            equal = len(reference) == len(alternate)
            keep = start - place + (len(alternate) if equal else 0)
            piece = window.slice(place, start - place) + alternate
            pieces.append(piece)
            if equal:
                self.extend(size, keep, place)
            else:
                self.extend(size, start - place, place)
            size += len(piece)
            place = start + len(reference)
        pieces.append(window.slice(place, window.end - place + 1))
        self.extend(size, len(pieces[-1]), place)
        self.bases = "".join(pieces)

    @classmethod
    def repeated(cls, one, first, last, copies):
        """The same chromosome with the bases `first` to `last` of the reference (1-based) there `copies` times."""
        low, high = one.offset(first), one.offset(last + 1)
        made = cls.__new__(cls)
        made.window, made.starts, made.blocks = one.window, [], []
        made.bases = one.bases[:low] + copies * one.bases[low:high] + one.bases[high:]
        for begin, end, shift in [(0, low, 0), *((low, high, n * (high - low)) for n in range(copies)),
                                  (high, len(one.bases), (copies - 1) * (high - low))]:
            for block, block_end, place in one.blocks:
                start, stop = max(block, begin), min(block_end, end)
                if start < stop:
                    made.extend(start + shift, stop - start, place + start - block)
        return made

    def offset(self, place):
        """Where the first base at or after a reference coordinate is."""
        return next((first + max(0, place - at) for first, end, at in self.blocks if place < at + end - first),
                    len(self.bases))

    def extend(self, start, count, place):
        """Adds a block, or lengthens the last one where nothing lies between."""
        if not count:
            return
        if self.blocks:
            first, end, at = self.blocks[-1]
            if end == start and at + end - first == place:
                self.blocks[-1] = (first, start + count, at)
                return
        self.starts.append(start)
        self.blocks.append((start, start + count, place))

    def place(self, offset):
        """The reference coordinate of a base; None if it was inserted."""
        first, end, place = self.blocks[max(0, bisect_right(self.starts, offset) - 1)]
        return place + offset - first if first <= offset < end else None

    def aligned(self, start, end):
        """Place and CIGAR of a read without indels of its own, if a single block holds it."""
        first, last, place = self.blocks[max(0, bisect_right(self.starts, start) - 1)]
        if first <= start and end <= last:
            return place + start - first, f"{end - start}M"
        return None

    def segments(self, start, end, slips=()):
        """The parts of a read that lie on the reference, as (read start, read end, place), and its bases.

        `slips` are the read's own indels, sorted: (offset, "D", count) leaves bases out, (offset, "I", bases)
        puts some before the base at the offset.
        """
        segments, pieces, size = [], [], 0

        def take(first, last):
            nonlocal size
            index = max(0, bisect_right(self.starts, first) - 1)
            while index < len(self.blocks) and self.blocks[index][0] < last:
                block, block_end, place = self.blocks[index]
                low, high = max(first, block), min(last, block_end)
                if low < high:
                    segments.append((size + low - first, size + high - first, place + low - block))
                index += 1
            pieces.append(self.bases[first:last])
            size += last - first

        for offset, kind, what in slips:
            take(start, offset)
            start = offset
            if kind == "I":
                pieces.append(what)
                size += len(what)
            else:
                start += what
        take(start, end)
        return segments, "".join(pieces)


def straight(bases, window, place, step):
    """The best a run of bases scores without a gap from `place` on: (score to its end, best score, its length)."""
    score = best = length = 0
    for count, base in enumerate(bases, 1):
        score += MATCH if window.slice(place, 1) == base else -MISMATCH
        if score > best:
            best, length = score, count
        place += step
    return score, best, length


def end_of_read(bases, gap, window, place, step, is_careless):
    """What an aligner does with the bases beyond a gap: "gap", or how many it lays without one."""
    if gap is not None and (not is_careless or len(bases) >= FAR):
        return "gap"
    score, best, length = straight(bases, window, place, step)
    with_gap = float("-inf") if gap is None else len(bases) * MATCH - OPEN - EXTEND * gap
    if not is_careless:
        return 0
    if with_gap >= max(score, best - CLIP):
        return "gap"
    return len(bases) if score >= best - CLIP else length


def placed(segments, bases, window, is_careless=True, longest=LONGEST_GAP):
    """Place and CIGAR of a read as an aligner writes them.

    From the longest part on, each gap is kept if it pays by bwa's scores; otherwise the bases beyond it
    are laid over the reference with mismatches, or clipped. Unless the aligner is careless every gap is kept.
    """
    middle = max(range(len(segments)), key=lambda n: segments[n][1] - segments[n][0])
    start, end, place = segments[middle]
    right, at = [[end - start, "M"]], place + end - start
    read = end
    for first, last, there in segments[middle + 1:]:
        inserted, deleted = first - read, there - at
        gap = inserted + deleted if deleted >= 0 and inserted + deleted <= longest else None
        choice = end_of_read(bases[read:], gap, window, at, 1, is_careless)
        if choice != "gap":
            right[-1][0] += choice
            read += choice
            break
        right += [[count, kind] for count, kind in ((inserted, "I"), (deleted, "D")) if count]
        right.append([last - first, "M"])
        read, at = last, there + last - first
    else:
        if read < len(bases):
            choice = end_of_read(bases[read:], None, window, at, 1, is_careless)
            right[-1][0] += choice
            read += choice
    if read < len(bases):
        right.append([len(bases) - read, "S"])

    left, head = [], start
    lengthened = 0
    for first, last, there in reversed(segments[:middle]):
        inserted, deleted = head - last, place - (there + last - first)
        gap = inserted + deleted if deleted >= 0 and inserted + deleted <= longest else None
        choice = end_of_read(bases[:head][::-1], gap, window, place - 1, -1, is_careless)
        if choice != "gap":
            lengthened = choice
            break
        left = [[last - first, "M"]] + [[count, kind] for count, kind in (
            (inserted, "I"), (deleted, "D")) if count] + left
        head, place = first, there
    else:
        if head:
            lengthened = end_of_read(bases[:head][::-1], None, window, place - 1, -1, is_careless)
    cigar = left + right
    cigar[0][0] += lengthened
    head, place = head - lengthened, place - lengthened
    if head:
        cigar.insert(0, [head, "S"])
    return place, "".join(f"{count}{kind}" for count, kind in cigar)
