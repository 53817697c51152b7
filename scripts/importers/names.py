"""Names of medicines: when two are the same, which are worth keeping, of which kind each is."""

import difflib
import re
import unicodedata

from readings import drug_id

LONGEST = 40

# Words a salt, ester or hydrate adds to the name of its ingredient.
SALTS = set("""
    acetate acetonide anhydrous axetil benzathine besilate besylate bisulfate bisulfite
    bitartrate bromide butyrate calcium camsylate carbonate chloride cilexetil citrate
    decanoate dihydrate dihydrochloride dimesylate dipivoxil dipropionate disodium ditosylate
    enantate enanthate erbumine esylate estolate etabonate etexilate ethylsuccinate fumarate
    furoate gluconate hcl heptahydrate hippurate hyclate hydrate hydrobromide hydrochloride
    isethionate lactate lactobionate lysine magnesium malate maleate medoxomil meglumine
    mepesuccinate mesilate mesylate methylbromide methylsulfate mofetil monohydrate
    monohydrochloride napsylate nitrate olamine oxalate palmitate pamoate pentahydrate
    phosphate pivalate polistirex potassium propionate proxetil saccharate salicylate sodium
    stearate succinate sulfate sulphate tartrate tosylate trihydrate trisodium tromethamine
    valerate xinafoate zinc
""".split())

# Words a list broken at the wrong place leaves behind.
LEFT_OVER = set("""
    alpha base beta delta gamma human levo natural oral plain powder recombinant salmon
    synthetic tablet
""".split())

# Endings of the forms in which one brand is sold.
FORMS = set("""
    cr depot disc diskus ec er flextouch forte hct hfa la lp od odt plus retard sr td xl xr xt
""".split())

# Makers whose name before or after a generic name is no name of its own.
MAKERS = set("""
    al alti apo aurobindo azu basics co ct dom gen gry heumann hexal icn jenapharm lederle
    mckesson med medac mylan novo novopharm nu penta phl pms ran ratio ratiopharm rhoxal riva
    sandoz stada teva von wellcome
""".split())

CHEMICAL = re.compile(
    r"hydroxy|methyl|ethyl|chloro|fluoro|phenyl|benz[oy]|oxo|amino|acetyl|pyri[dm]|propyl|butyl"
    r"|nitro|phospho|carbox|carbon|thio|sul(?:f|ph)onyl|anilin|acidum"
    r"|\b(?:acid|acide|acido|compound|ester|isomer|salt)\b")
FOREIGN = re.compile(r"(saeure|chlorid|arbonat|sul[fp]h?at|azetat|jodid|um)$")
# What stands in names of products and of laboratory reagents.
PRODUCT = re.compile(
    r"\b(and|with|kit|tabs?|tablets?|capsules?|caps|inj|injection|solution|syrup|elixir"
    r"|suppositor\w+|drops|precursor|usp\w*|cream|gel|spray|patch)\b")


# Letters without a plain one, and apostrophes, which don't part words.
LETTERS = str.maketrans({"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ψ": "psi",
                         "æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "'": "", "’": ""})
# How spellings sound alike.
SOUNDS = [("ph", "f"), ("th", "t"), ("ae", "e"), ("oe", "e"), ("ks", "x"), ("ch", "c"), ("k", "c"),
          ("y", "i"), ("z", "s")]


def key(name):
    """What stays of a name when case, accents, spaces and punctuation don't count."""
    plain = name.lower().translate(LETTERS)
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore")
    return drug_id(plain.decode())


def cleaned(name):
    """A name without the list's remarks: `Fenprocumone [DCIT]`, `Zemdri (plazomicin)`."""
    name = re.sub(r"\s*\[[^]]*\]$", "", name.strip())
    name = re.sub(r"(?<=\w)\s+\([^)]*\)$", "", name)
    return re.sub(r"\s+", " ", name.replace("’", "'").replace("′", "'")).strip(" .,;")


def useful(name):
    """A name someone may look up: not a mixture, not a formula, not a laboratory code."""
    words = name.lower().split()
    return (
        3 < len(name) <= LONGEST
        and re.fullmatch(r"[^\W\d_]([\w .'/-]*[\w])?", name) is not None
        and len(words) <= 4
        and not PRODUCT.search(name.lower())
        and not re.search(r"\d{4,}", name)
        and not re.fullmatch(r"[a-z]{1,4}[ -]?\d+[ a-z-]*", name.lower())
        and name.lower() not in SALTS | LEFT_OVER
        and not MAKERS & set(re.split(r"[ -]", name.lower()))
    )


def bare(name):
    """A name without the salt, ester or hydrate at its end; the name itself if nothing is left."""
    words = name.lower().split()
    while len(words) > 1 and words[-1] in SALTS:
        words.pop()
    return " ".join(words)


def sound(name):
    """A name as it sounds, so that spellings of one generic name fall together."""
    text = key(name).replace("-", "")
    for written, heard in SOUNDS:
        text = text.replace(written, heard)
    text = re.sub(r"(.)\1", r"\1", text)
    return re.sub(r"(um|us|[aeo])$", "", text)


def alike(one, other):
    """Whether two names are spellings of one generic name, with or without its salt."""
    one, other = sound(bare(one)), sound(bare(other))
    if min(len(one), len(other)) < 5 or one[0] != other[0]:
        return one == other
    return one == other or difflib.SequenceMatcher(None, one, other).ratio() >= 0.86


def chemical(name):
    """Whether a name reads like chemistry rather than like a medicine."""
    return bool(CHEMICAL.search(name.lower())) or bool(re.search(r"\d", name))


def generic(name):
    """Whether a name looks like some language's word for the substance, or an abbreviation."""
    return (not name.isascii()
            or bool(re.match(r"(dl?|l|n|p|alpha|beta|gamma)-", name.lower()))
            or bool(FOREIGN.search(name.lower()))
            or not re.search(r"[aeiouy]", name.lower()))


def adds(name, own):
    """Whether a name is the medicine's with a word added that is no salt: a maker's, mostly."""
    parts = re.split(r"[ -]+", own.lower())
    words = re.split(r"[ -]+", name.lower())
    rest = [word for word in words if not any(alike(word, part) for part in parts)]
    return len(rest) < len(words) and bool(set(rest) - SALTS - {"acid", "base", "d", "dl", "l"})


def shown(name):
    """A brand as it is spelled when it was found in capitals or in lower case only."""
    def word(text):
        if "." in text or (len(text) <= 3 and text.lower() in FORMS):
            return text.upper()
        if text.islower():
            return text[:1].upper() + text[1:]
        return text.capitalize() if text.isupper() and len(text) > 3 else text
    return re.sub(r"[^\s-]+", lambda found: word(found.group()), name)


def neater(one, other):
    """The better spelling of two with one key: plain letters, then mixed case, then the first."""
    def order(name):
        return (not name.isascii(), name.isupper() or name.islower(), name.swapcase())
    return min(one, other, key=order)
