"""Ratios that got worse since the result before."""
from dataclasses import dataclass

WORSE = 1.15
SHORTEST = 0.05  # seconds; of anything shorter a few milliseconds of the machine's are a large part
BUSY = 0.3  # cores kept busy by other programs; wall times mean nothing then


@dataclass
class Change:
    """A ratio now and the last time it was measured in the same series."""

    name: str
    quantity: str
    before: float
    now: float
    since: str  # the commit of the earlier result
    reason: str = ""  # why it is not judged

    @property
    def factor(self):
        return self.now / self.before

    @property
    def is_worse(self):
        return not self.reason and self.factor > WORSE

    @property
    def text(self):
        return (f"{self.name} ({self.quantity}): {self.before:.3g} at {self.since}, now {self.now:.3g}, "
                f"{100 * (self.factor - 1):+.0f} %")


def why_not(quantity, now, before, latest, earlier):
    if min(now["shortest"], before["shortest"]) < SHORTEST:
        return "too short to judge"
    if quantity == "wall" and max(latest.others, earlier.others) > BUSY:
        return "the machine was busy"
    return ""


def changes(series):
    """What became of each ratio of the last result of a series."""
    if not series:
        return []
    *rest, latest = series
    found = []
    for name, now in latest.ratios.items():
        earlier = next((one for one in reversed(rest) if name in one.ratios), None)
        if earlier:
            before = earlier.ratios[name]
            found.append(Change(name, now["quantity"], before["ratio"], now["ratio"], earlier.commit,
                                why_not(now["quantity"], now, before, latest, earlier)))
    return found
