"""What each gene must show: look-up keys read into tokens, and tokens written as conditions.

A token is a pair `(kind, value)`; kind is `phenotype`, `score`, `none` (no score can be stated) or
`diplotype`. One requirement of a rule holds tokens of one kind only.
"""

import re

import scores

SCORE = re.compile(r"^≥?\d+\.\d+$")
KINDS = ["phenotype", "score", "none", "diplotype"]


class Unmappable(Exception):
    """A look-up value that no condition can say; its text is the value."""


def diplotype(counts):
    """`{"*1": 1, "*2": 1}` as `*1/*2`."""
    names = [name for name, count in counts.items() for _ in range(int(count))]
    if len(names) != 2:
        raise ValueError(f"not a pair of alleles: {counts}")
    return "/".join(names)


def tokens(gene, value, translations, unsayable):
    """The tokens one look-up value stands for; `unsayable` values raise `Unmappable`."""
    if isinstance(value, dict):
        return [("diplotype", diplotype(value))]
    table = translations.get(gene, {})
    if value in table:
        translated = table[value]
        if isinstance(translated, dict):
            return [("diplotype", pair) for pair in translated["diplotype"]]
        return [token for item in translated for token in tokens(gene, item, {}, unsayable)]
    if value == "n/a":
        return [("none", "")]
    if SCORE.match(value):
        return [("score", value)]
    if value in unsayable:
        raise Unmappable(value)
    return [("phenotype", value)]


def products(combos):
    """Sets of tokens, one for each gene, whose products hold exactly these combinations.

    `combos` is a set of token tuples. Combinations of unlike kinds are never joined.
    """
    by_kind = {}
    for combo in combos:
        by_kind.setdefault(tuple(kind for kind, _ in combo), set()).add(combo)
    found = []
    for kinds in sorted(by_kind, key=lambda kinds: [KINDS.index(kind) for kind in kinds]):
        found += _factor(by_kind[kinds], len(kinds))
    return found


def _factor(combos, width):
    """The smaller of the partitions got by starting from each gene."""
    if width == 1:
        return [(frozenset(token for (token,) in combos),)]
    best = None
    for axis in range(width):
        rest_of = {}
        for combo in combos:
            rest_of.setdefault(combo[axis], set()).add(combo[:axis] + combo[axis + 1:])
        heads_of = {}
        for head, rest in rest_of.items():
            heads_of.setdefault(frozenset(rest), set()).add(head)
        found = []
        for rest, heads in sorted(heads_of.items(), key=lambda item: sorted(item[1])):
            for tail in _factor(set(rest), width - 1):
                found.append(tail[:axis] + (frozenset(heads),) + tail[axis:])
        if best is None or len(found) < len(best):
            best = found
    return best


def requirement(chosen, domain):
    """A set of tokens of one kind as FORMAT.md writes it."""
    kind = next(iter(chosen))[0]
    values = {value for _, value in chosen}
    if kind == "none":
        return {"score": "none"}
    if kind == "score":
        every = {value for other, value in domain if other == "score"}
        return {"score": scores.ranges(values, every)}
    if kind == "diplotype":
        return {"diplotype": sorted(values)}
    order = {value: place for place, (_, value) in enumerate(sorted(domain, key=phenotype_order))}
    return sorted(values, key=lambda value: order.get(value, 0))


def fulfils(written, token):
    """Whether a written requirement holds a token, as the engine will read it."""
    kind, value = token
    if isinstance(written, list):
        return kind == "phenotype" and value in written
    if "diplotype" in written:
        pairs = {tuple(sorted(pair.split("/"))) for pair in written["diplotype"]}
        return kind == "diplotype" and tuple(sorted(value.split("/"))) in pairs
    if written["score"] == "none":
        return kind == "none"
    return kind == "score" and scores.holds(written["score"], value)


RANKS = ["No Result", "Indeterminate", "Poor", "Likely Poor", "Possible Intermediate",
         "Likely Intermediate", "Intermediate", "Decreased", "Possible Decreased", "Normal",
         "Rapid", "Increased", "Ultrarapid"]


def phenotype_order(token):
    """From no function to most; watched alleles and scores in their own order."""
    kind, value = token
    if kind == "score":
        number, bound = scores.hundredths(value)
        return (KINDS.index(kind), number, bound, value)
    rank = next((i for i in reversed(range(len(RANKS))) if value.startswith(RANKS[i])), 99)
    if value in ("No Result", "Indeterminate"):
        rank = 100 + RANKS.index(value)
    return (KINDS.index(kind), rank, False, value)
