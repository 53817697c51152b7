"""Who a medicine is, as the identity table has it: codes, kind, and every name with its claim."""

import re
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

from guideline_rows import table
from names import FORMS, adds, alike, bare, chemical, cleaned, generic, key, shown, useful
from readings import drug_id

FOLDER = "drug-identity"
LABELS = "fda/fda_labels_index.tsv"


class Claim(IntEnum):
    """How well a name is known to be a medicine's, best first."""

    OWN = 0  # the name it is listed under
    HAND = 1  # entered by hand
    MERGED = 2  # the listed name of a salt, or of a second row for the same medicine
    LABEL = 3  # a brand on a staged label
    GENERIC = 4  # a generic name both lists have, or a spelling of the medicine's name
    TRADE = 5  # a trade name both lists have
    LOOSE = 6  # a generic name of one list
    SECOND = 7  # a name of the second list only
    ALONE = 8  # a trade name where there is no second list
    DOUBTFUL = 9  # a trade name the second list does not have: never written


@dataclass(frozen=True)
class Name:
    """A name of a medicine."""

    text: str
    claim: Claim
    brand: bool
    source: str


@dataclass
class Medicine:
    """An ingredient, a fixed combination, a class or a substance."""

    id: str
    name: str
    kind: str = "ingredient"
    rxnorm: str = ""
    clinpgx: str = ""
    atc: list = field(default_factory=list)
    ingredients: list = field(default_factory=list)
    names: list = field(default_factory=list)
    sources: set = field(default_factory=set)
    home: str = "table"  # table, drugs (it has a file of its own) or hand
    brands: list = field(default_factory=list)
    synonyms: list = field(default_factory=list)


def codes(text):
    """Codes of a cell in order, each once."""
    return list(dict.fromkeys(filter(None, re.split(r"[,;|]\s*", (text or "").strip('"')))))


def rows(reference):
    """The rows of the identity table, codes filled up from CPIC's list."""
    folder = Path(reference) / FOLDER
    cpic = {line["name"].lower(): line for line in table(folder / "cpic_drug_ids.tsv")}
    for line in table(folder / "drug_identity.tsv"):
        other = cpic.get(line["name"].lower(), {})
        line["rxnorm"] = (codes(line["rxnorm_in"]) or codes(other.get("rxnormid")) or [""])[0]
        line["codes"] = codes(line["atc"]) or codes(other.get("atcid"))
        yield line


def cpic_names(reference):
    """ClinPGx id → CPIC's name."""
    lines = table(Path(reference) / FOLDER / "cpic_drug_ids.tsv")
    return {line["pharmgkbid"]: line["name"] for line in lines if line["pharmgkbid"]}


def parts(text):
    """The ingredients a name of a fixed combination lists; one part if it is none."""
    found = [part.strip() for part in re.split(r"\s*/\s*|\s*,\s*(?:and\s+)?|\s+and\s+", text)]
    return [part for part in found if part]


def medicine(line):
    """A row of the identity table as a medicine with its names."""
    name = line["name"]
    kind = "ingredient"
    if line["type"] == "Drug Class":
        kind = "class"
    elif "/" in name:
        kind = "combination"
    return Medicine(
        id=drug_id(name), name=name, kind=kind, rxnorm=line["rxnorm"], atc=line["codes"],
        names=list(names(line, kind)), sources={"ClinPGx"})


def split(cell):
    """The names of a cell, without the lists' remarks."""
    return [cleaned(word) for word in (cell or "").split("|") if cleaned(word)]


def names(line, kind):
    """The names a row lists, each with its claim.

    A trade name must be known to a second list too, where there is one for the medicine: the first
    list also holds brands of mixtures and names of other substances.
    """
    own = line["name"]
    yield Name(own, Claim.OWN, False, "ClinPGx")
    listed, trade = split(line["generic_names"]), split(line["trade_names"])
    second = split(line["other_synonyms_ner"])
    confirmed = {key(word) for word in second}
    traded = {key(word) for word in trade}
    spellings = [own] + [word for word in listed if alike(word, own)]

    def like(word):
        return any(alike(word, spelling) for spelling in spellings)

    for word in listed:
        sure = key(word) in confirmed or like(word)
        if useful(word) and (sure or not chemical(word)) and not adds(word, own):
            brand = key(word) in traded and not like(word)
            claim = Claim.GENERIC if sure else Claim.LOOSE
            yield Name(shown(word) if brand else word, claim, brand, "ClinPGx")
    for word in trade:
        if not useful(word):
            continue
        if like(word):
            yield Name(word, Claim.GENERIC, False, "ClinPGx")
        elif key(word) in confirmed:
            yield Name(shown(word), Claim.TRADE, True, "ClinPGx")
        else:
            yield Name(shown(word), Claim.DOUBTFUL if confirmed else Claim.ALONE, True, "ClinPGx")
    for word in second:
        if key(word) in traded or not useful(word) or adds(word, own):
            continue
        if like(word):
            yield Name(word, Claim.GENERIC, False, "DrugNER")
        elif not chemical(word) and kind != "class":
            brand = (len(word.split()) == 1 or word.split()[-1] in FORMS) and not generic(word)
            yield Name(shown(word) if brand else word, Claim.SECOND, brand, "DrugNER")
        elif kind == "class":
            yield Name(word, Claim.SECOND, False, "DrugNER")


def labels(reference):
    """(generic text, brand) of each staged label, the brand spelled as a name."""
    for line in table(Path(reference) / LABELS):
        brand, generic = cleaned(line["brand"]), line["generic"]
        if key(generic) == key(brand) and ";" not in line["substance"]:
            generic = line["substance"].lower()
        yield generic, shown(brand)


def ingredient_name(text):
    """An ingredient's name as a label writes it, without salt, suffix and solvent."""
    return bare(re.sub(r"-[a-z]{4}$| (in|inhalation)\b.*", "", text.lower()))
