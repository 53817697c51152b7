"""Which results of a gene no rule of a guideline covers, as the compiler's check sees it."""

from pathlib import Path

import scores
from yamltext import load

INDETERMINATE = "Indeterminate"


def genes(knowledgebase):
    """Gene → its `phenotype`, as its file has it."""
    found = {}
    for path in sorted((Path(knowledgebase) / "genes").glob("*.yaml")):
        gene = load(path)
        found[gene["gene"]] = gene["phenotype"]
    return found


def results(phenotype):
    """The results a gene can have, in the order of its rules; none if a diplotype is the key."""
    if "functionPairs" in phenotype:
        named = [pair[-1] for pair in phenotype["functionPairs"]]
    elif "activityScore" in phenotype:
        named = [rule["phenotype"] for rule in phenotype["activityScore"]]
    else:
        named = [f"{allele} {sign}" for allele in phenotype.get("watchedAlleles", [])
                 for sign in ("positive", "negative")]
    return list(dict.fromkeys(named))


def expected(phenotype, needs):
    """The results worth a rule: of watched alleles only those that some rule names."""
    keys = [key for key in results(phenotype) if key != INDETERMINATE]
    if "watchedAlleles" not in phenotype:
        return keys
    named = [name for need in needs if isinstance(need, list) for name in need]
    watched = [allele for allele in phenotype["watchedAlleles"]
               if any(name.startswith(f"{allele} ") for name in named)]
    return [key for key in keys if any(key.startswith(f"{allele} ") for allele in watched)]


def covers(need, key, phenotype):
    """Whether a requirement can hold for a result."""
    if isinstance(need, list):
        return key in need
    if "diplotype" in need:
        return True
    if need["score"] == "none":
        return False
    spans = [span(rule["from"], rule.get("to")) for rule in phenotype.get("activityScore", [])
             if rule["phenotype"] == key]
    return any(overlap(one, other) for one in spans for other in map(written, need["score"]))


def written(text):
    """A range of scores as a rule writes it: `0.0`, `0.25...1.0` or `≥2.5`."""
    if text.startswith("≥"):
        return span(text[1:], None)
    ends = text.split("...")
    return span(ends[0], ends[-1])


def span(low, high):
    """Lowest and highest score in hundredths; no highest for an open end."""
    return scores.hundredths(low)[0], scores.hundredths(high)[0] if high else None


def overlap(one, other):
    """Whether two ranges have a score in common."""
    return ((other[1] is None or one[0] <= other[1])
            and (one[1] is None or other[0] <= one[1]))


def left_out(symbols, rules, known):
    """Gene → the results no rule covers; empty for a guideline without rules."""
    found = {}
    for symbol in symbols if rules else []:
        phenotype = known.get(symbol)
        if phenotype is None:
            continue
        needs = [rule["when"][symbol] for rule in rules if symbol in rule["when"]]
        missing = [key for key in expected(phenotype, needs)
                   if not any(covers(need, key, phenotype) for need in needs)]
        if missing:
            found[symbol] = missing
    return found
