"""A stand-in for a reference genome: windows in which known bases are true and the others are drawn."""
import random
import struct
from dataclasses import dataclass

from inputs import bgzf

LONGEST_RUN = 5  # of one base, among those drawn


@dataclass
class Window:
    contig: str
    start: int  # 1-based
    bases: str
    has_copies: bool = False  # some stretches of it are there twice

    @property
    def end(self):
        """The last base, 1-based."""
        return self.start + len(self.bases) - 1

    def slice(self, start, count):
        return self.bases[start - self.start:start - self.start + count]


def merged(spans):
    """Spans (contig, start, end), sorted and joined where they touch."""
    found = []
    for contig, start, end in sorted(spans):
        if found and found[-1][0] == contig and start <= found[-1][2] + 1:
            found[-1][2] = max(found[-1][2], end)
        else:
            found.append([contig, start, end])
    return [tuple(span) for span in found]


def spans(genes, assembly, flank, joins):
    """What to sequence: `flank` bases about each position; positions of a gene closer than `joins` in one piece."""
    found = []
    for gene in genes:
        places = sorted(place for place in map(assembly.place, gene.positions) if place)
        length, first = assembly.lengths[gene.contig], None
        for place, following in zip(places, [*places[1:], None]):
            first = first or place
            if following is None or following - place > joins:
                longest = max(len(allele) for position in gene.positions for allele in position.alleles)
                found.append((gene.contig, max(1, first - flank), min(length, place + longest + flank)))
                first = None
    return found


class Reference:
    """The windows, by contig and place."""

    def __init__(self, genes, assembly, wanted, seed, given=()):
        """`given` has (contig, start, bases) of stretches that are known as a whole."""
        self.assembly, self.known, self.forbidden = assembly, {}, {}
        for contig, start, bases in given:
            self.add(contig, start, bases)
        for gene in genes:
            for position in gene.positions:
                if assembly.place(position):
                    self.learn(gene.contig, position)
        order = assembly.order
        whole = merged([*wanted, *((c, s, s + len(b) - 1) for c, s, b in given)])
        self.windows = [self.window(*span, seed) for span in sorted(whole, key=lambda s: (order[s[0]], s[1]))]
        for window in self.windows:
            window.has_copies = any(contig == window.contig and window.start <= start <= window.end
                                    for contig, start, _ in given)

    def add(self, contig, start, bases):
        for offset, base in enumerate(bases):
            self.known[contig, start + offset] = base

    def learn(self, contig, position):
        """Takes in the bases stated about a position, and keeps an indel from shifting beyond them."""
        stretches = list(self.assembly.known(position))
        for start, bases in stretches:
            for offset, base in enumerate(bases):
                self.known[contig, start + offset] = base
        start = min(start for start, _ in stretches)
        end = max(start + len(bases) for start, bases in stretches)
        for size in {abs(len(allele) - len(position.alleles[0])) for allele in position.alleles} - {0}:
            for outside, inside in ((start - 1, start - 1 + size), (end, end - size)):
                self.forbidden.setdefault((contig, outside), set()).add((contig, inside))

    def window(self, contig, start, end, seed):
        rng = random.Random(f"{seed}:{self.assembly.name}:{contig}:{start}")
        bases, run = [], 0
        for place in range(start, end + 1):
            base = self.known.get((contig, place))
            if base is None:
                barred = {self.known.get(other) for other in self.forbidden.get((contig, place), ())}
                if run >= LONGEST_RUN:
                    barred.add(bases[-1])
                base = rng.choice([one for one in "ACGT" if one not in barred])
            run = run + 1 if bases and bases[-1] == base else 1
            bases.append(base)
        return Window(contig, start, "".join(bases))

    def window_of(self, contig, place):
        return next((w for w in self.windows if w.contig == contig and w.start <= place <= w.end), None)

    def write_fasta(self, path):
        """Whole contigs, N outside the windows, packed; with the two indexes, `.fai` and `.gzi`."""
        blank = bgzf.compress(b"N" * bgzf.BLOCK_SIZE)
        blocks, size, packed, index = [], 0, 0, []
        with open(path, "wb") as file:
            def write(data, ready=None):
                nonlocal size, packed
                for at in range(0, len(data), bgzf.BLOCK_SIZE):
                    if size:
                        blocks.append((packed, size))
                    piece = data[at:at + bgzf.BLOCK_SIZE]
                    piece_packed = ready or bgzf.compress(piece)
                    file.write(piece_packed)
                    size, packed = size + len(piece), packed + len(piece_packed)

            full = b"N" * bgzf.BLOCK_SIZE

            def unknown(count):
                for _ in range(count // bgzf.BLOCK_SIZE):
                    write(full, blank)
                write(full[:count % bgzf.BLOCK_SIZE])

            for contig, length in self.assembly.lengths.items():
                windows = [window for window in self.windows if window.contig == contig]
                name, done = self.assembly.spelled(contig), 0
                write(f">{name}\n".encode())
                index.append(f"{name}\t{length}\t{size}\t{length}\t{length + 1}\n")
                for window in windows:
                    unknown(window.start - 1 - done)
                    write(window.bases.encode())
                    done = window.end
                unknown(length - done)
                write(b"\n")
            file.write(bgzf.END_BLOCK)
        with open(f"{path}.fai", "w") as file:
            file.writelines(index)
        with open(f"{path}.gzi", "wb") as file:
            file.write(struct.pack("<Q", len(blocks)))
            file.writelines(struct.pack("<QQ", *block) for block in blocks)
