"""Who a drug is: RxNorm, ATC, brand names."""

import re
from pathlib import Path

from guideline_rows import table

MOST = 25


def load(reference):
    """Name → row of the identity table."""
    folder = Path(reference) / "drug-identity"
    people = {line["name"].lower(): line for line in table(folder / "drug_identity.tsv")}
    cpic = {line["name"].lower(): line for line in table(folder / "cpic_drug_ids.tsv")}
    return people, cpic


def codes(text):
    """Codes of a cell in order, each once."""
    return list(dict.fromkeys(filter(None, re.split(r"[,;|]\s*", text or ""))))


def identify(name, tables):
    """`rxnorm`, `atc` and `synonyms` of a drug, as far as the tables know them."""
    people, cpic = tables
    line, other = people.get(name.lower(), {}), cpic.get(name.lower(), {})
    rxnorm = codes(line.get("rxnorm_in")) or codes(other.get("rxnormid"))
    atc = codes(line.get("atc")) or codes(other.get("atcid"))
    return {"rxnorm": rxnorm[0] if rxnorm else "", "atc": atc, "synonyms": synonyms(name, line)}


def synonyms(name, line):
    """Brands first, then other names; spelled as sold, at most 25.

    A trade name must be known to a second list too, and another name must resemble the drug's: the
    first list also holds names of other substances.
    """
    second = {word.lower() for word in (line.get("other_synonyms_ner") or "").split("|")} - {""}
    stem = name.lower().split("-")[0][:6]
    words = [(word, True) for word in (line.get("openfda_brands") or "").split("|")]
    words += [(word, not second or word.lower() in second)
              for word in (line.get("trade_names") or "").split("|")]
    words += [(word, stem in word.lower()) for word in (line.get("generic_names") or "").split("|")]
    seen, kept = {name.lower()}, []
    for word, sure in words:
        word = re.sub(r"\s*\[[^]]*\]$", "", word.strip())
        if sure and useful(word) and word.lower() not in seen:
            seen.add(word.lower())
            kept.append(word)
    return kept[:MOST]


def useful(word):
    """A name someone may look up: not a mixture, not a formula, not a laboratory code."""
    return (
        3 < len(word) <= 30
        and re.fullmatch(r"[A-Za-z][A-Za-z .'-]*[A-Za-z]", word) is not None
        and not re.search(r"\b(and|with|plus|kit|tabs?|tablets?|capsules?)\b", word, re.I)
        and len(word.split()) <= 3
    )
