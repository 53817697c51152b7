"""Activity scores as sets and ranges, and back again."""


def hundredths(text):
    """`0.25` and `≥3.0` as a number and whether the real value may be larger."""
    bound = text.startswith("≥")
    return round(float(text.lstrip("≥")) * 100), bound


def spell(value):
    """25 as `0.25`, 300 as `3.0`."""
    digits = f"{value / 100:.2f}"
    return digits[:-1] if digits.endswith("0") else digits


def ranges(wanted, domain):
    """The shortest list of ranges that holds exactly the wanted scores of the domain.

    `wanted` and `domain` are sets of score texts. A gap between two wanted scores is closed only if
    the source has no score of its own inside it.
    """
    exact = sorted(hundredths(s)[0] for s in domain if not s.startswith("≥"))
    bounds = sorted(hundredths(s)[0] for s in domain if s.startswith("≥"))
    have = {hundredths(s)[0] for s in wanted if not s.startswith("≥")}
    open_ended = {hundredths(s)[0] for s in wanted if s.startswith("≥")}
    written = []
    if open_ended:
        if open_ended != set(bounds):
            raise ValueError(f"only some of the open-ended scores: {sorted(wanted)}")
        start = min(bounds)
        for value in reversed(exact):
            if value not in have:
                break
            start = min(start, value)
        if any(value >= start and value not in have for value in exact):
            raise ValueError(f"open-ended scores above a gap: {sorted(wanted)}")
        have = {value for value in have if value < start}
        written.append("≥" + spell(start))
    runs = []
    for value in exact:
        if value not in have:
            runs.append(None)
        elif runs and runs[-1]:
            runs[-1][1] = value
        else:
            runs.append([value, value])
    closed = [spell(a) if a == b else f"{spell(a)}...{spell(b)}" for a, b in filter(None, runs)]
    return closed + written


def holds(written, score):
    """Whether one of the ranges holds a score, as the engine will read them."""
    value, bound = hundredths(score)
    for text in written:
        if text.startswith("≥"):
            if value >= hundredths(text)[0]:
                return True
        elif not bound:
            ends = [hundredths(part)[0] for part in text.split("...")]
            if ends[0] <= value <= ends[-1]:
                return True
    return False
