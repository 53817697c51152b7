"""Compares names of CYP2D6 diplotypes: as they are spelled, and as structures of genes on two chromosomes."""
import re

# Hybrids of a CYP2D7 start and a CYP2D6 end had numbers of their own before they became *13.
FORMER = dict.fromkeys(("16", "66", "67", "76", "77", "78", "79", "80"), "13")
# Sub-alleles that are structures of their own: a *4 whose end is CYP2D7's.
KEPT = {"4.013": "4.013", "4N": "4.013"}
UNIT = re.compile(r"^\*?(\d+)(\.\d+)?([A-Z]*)(?:[xX](\d+))?$")


def plain(text):
    """A spelling that leaves out sub-alleles, brackets, spaces and the order of the two."""
    def one(part):
        part = re.sub(r"[\[\]\s]", "", part).replace("X", "x")
        return re.sub(r"(\*\d+)\.\d+", r"\1", part)
    return "/".join(sorted(map(one, text.split("/"))))


def haplotype(text):
    """The star numbers of the genes on a chromosome, sorted; a name that can't be read stays as it is.

    `*1x2` has `*1` twice; sub-alleles and the order of the genes are left out, *4N is *4.013.
    """
    found = []
    for part in re.sub(r"[\[\]\s()]", "", text).split("+"):
        match = UNIT.match(part)
        if not match:
            return (part,)
        number, sub, letter, repeats = match.groups()
        name = KEPT.get(number + (sub or letter), FORMER.get(number, number))
        found += [name] * int(repeats or 1)
    return tuple(sorted(found))


def structure(text):
    """The two chromosomes of a diplotype, in no order."""
    return tuple(sorted(map(haplotype, text.split("/"))))


def shape(text):
    """Of each chromosome, how many genes it has, whatever their names, and which are hybrids or deletions."""
    special = {"5", "13", "36", "4.013", "57", "61", "63", "68", "83", "90"}
    return tuple(sorted((len(genes), tuple(g for g in genes if g in special)) for genes in structure(text)))


def judged(gene, truth, same):
    """`right` (the only answer), `in set` (among several), or `wrong`, by a way to compare."""
    want = same(truth)
    top = {same(name) for name in gene.get("diplotypes", [])}
    if top == {want}:
        return "right"
    if want in top or want in {same(name) for name in gene.get("compatible", [])}:
        return "in set"
    return "wrong"


def truths(text):
    """The diplotypes a table accepts: `*1/*4.021+*4N or ...` has several."""
    return [part.strip() for part in re.split(r";|\bor\b", text) if "/" in part]


def absent(text, sequences, region, start, gene):
    """The stated alleles of which the sequences hold no change at all: their label is another's.

    An allele is looked for by the single bases it must have, each among ten bases of `region` on either side that
    are changed as well; `start` is the region's first base on GRCh37. Names without such a base are taken as they are.
    """
    places = {position.id: position for position in gene.positions}
    alleles = {allele.name: allele for allele in gene.alleles}
    found = []
    for name in {f"*{number}" for genes in structure(text) for number in genes}:
        changed, spots = list(region), []
        for key, base in (alleles[name].cells if name in alleles else {}).items():
            place = places[key]
            if len(base) == 1 and {*map(len, place.alleles)} == {1} and base != place.alleles[0] and place.grch37:
                spots.append(place.grch37 - start)
                changed[spots[-1]] = base
        words = ["".join(changed[spot - 10:spot + 11]) for spot in spots]
        if words and not any(word in sequence for word in words for sequence in sequences):
            found.append(name)
    return sorted(found)
