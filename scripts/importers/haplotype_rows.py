"""Rows of cells for alleles that a table defines by required variants alone.

The table asks for an allele's core variants and says nothing of the others, so a chromosome that
shows more than the core may still bear the allele's name. A row of cells names one base for each
position, or several where the choice is open. Open to an allele are

- the variants the table calls its tags;
- the core of the reference haplotype, where the assembly carries another allele than that;
- variants that stand beside its own in the core of a larger allele, as long as they do not make up
  that allele or any other; not so for an allele of normal function.

Everything else is closed: the row has the assembly's base there. The reference haplotype, and an
allele without core variants that has a function, is exact, so that an unnamed variant is not
passed over. Of variants that name another allele only together, each row closes a different one.

A variant is a (position id, base) pair, a core a frozenset of them.
"""

MOST_ROWS = 6


class TableAlleles:
    """The cores of one gene's alleles, their tags and functions, and which is the reference."""

    def __init__(self, cores: dict[str, frozenset], reference: str, tags: dict[str, frozenset],
                 functions: dict[str, str | None]):
        self.cores = cores
        self.reference = reference
        self.tags = tags
        self.functions = functions

    def rows(self, name: str) -> list[dict[str, set]]:
        """Position id → accepted bases (None: the assembly's) for each row of an allele."""
        core = self.cores[name]
        base = self.cores[self.reference]
        if name == self.reference or not core and self.functions.get(name):
            return [self._row(core, frozenset())]
        rows = self._split(name, core)
        # The reference haplotype's background as a whole, where a part of it would name a rival.
        closed = any(v[1] not in row.get(v[0], ()) for v in base - core for row in rows)
        if closed and not core < base and agree(core, base):
            named = [other for other, wanted in self.cores.items()
                     if wanted <= core | base and not wanted <= core and not wanted <= base]
            rows += [] if named else self._split(name, core | base)
        return rows

    def _candidates(self, name: str) -> frozenset:
        """The variants that may be open to an allele."""
        core = self.cores[name]
        found = self.cores[self.reference] | self.tags.get(name, frozenset())
        if self.functions.get(name) != "Normal function":
            for other, wanted in self.cores.items():
                if other != self.reference and wanted & core:
                    found |= wanted
        return found

    def _split(self, name: str, shown: frozenset) -> list[dict[str, set]]:
        """The rows on one background; `shown` is what each of them must show."""
        candidates = self._candidates(name)
        tags = self.tags.get(name, frozenset())
        rivals = []
        for other, wanted in sorted(self.cores.items()):
            rest = wanted - shown - tags
            reference = other == self.reference and not self.cores[name] < wanted
            if other == name or reference or not rest <= candidates:
                continue
            if rest and agree(shown, wanted):
                rivals.append(rest)
        closed = frozenset(variant for rest in rivals if len(rest) == 1 for variant in rest)
        pending = [rest for rest in rivals if not rest & closed]
        chosen = self._choices(pending, closed, frozenset())
        if len(chosen) > MOST_ROWS:
            chosen = [(closed.union(*pending), frozenset())]
        return [self._row(shown | more, candidates - shut) for shut, more in chosen]

    def _choices(self, pending, closed, shown):
        """Disjoint (closed, shown) pairs, none of which lets a pending rival be complete."""
        left = [rest - shown for rest in pending if not rest & closed]
        if not all(left):
            return []
        if not left:
            return [(closed, shown)]
        found = []
        first = sorted(min(left, key=lambda rest: (len(rest), sorted(rest))))
        for index, variant in enumerate(first):
            before = frozenset(first[:index])
            if agree(shown, before):
                found += self._choices(pending, closed | {variant}, shown | before)
            if len(found) > MOST_ROWS:
                break
        return found

    @staticmethod
    def _row(shown: frozenset, candidates: frozenset) -> dict[str, set]:
        row: dict[str, set] = {}
        for place, base in candidates:
            row.setdefault(place, {None}).add(base)
        for place, base in shown:
            row[place] = {base}
        return row


def agree(one: frozenset, other: frozenset) -> bool:
    """Whether one chromosome can show both sets."""
    bases = dict(one)
    return all(bases.get(place, base) == base for place, base in other)
