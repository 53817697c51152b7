"""Holds annotated text, record by record, against what the sources were made to give and against a peer's.

For each record of the genome the maker of the inputs wrote down the AF and AC it should be given, an
element for each ALT. Here the outputs of two programs are read side by side and counted:

- against the truth: `right`, `rounded` (right but for digits left out), `missing` (an element was left out),
  `extra` (given where none was due) and `different`, by the class of the record;
- against each other: `equal`, `rounded`, `onlyOurs`, `onlyTheirs`, `different`, and the same by class;
- `untouched`: records whose every other byte is still that of the input.
"""
import gzip
import re
import subprocess
from concurrent.futures import ProcessPoolExecutor

TOLERANCE = 1e-5
DECIMALS = 5.1e-5  # vcfanno writes four
AHEAD = 20_000  # records a program may be out of order by
EXAMPLES = 5
VALUE = re.compile(rb"[;\t]gn_(A[FC])=([^;\t]*)")
ADDED = re.compile(rb"(?:;|(?<=\t))gn_A[FC]=[^;\t]*")


def lines(command):
    """The records a command prints, as bytes; raises if it fails."""
    with subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, bufsize=1 << 20) as program:
        for line in program.stdout:
            if line[0] != 35:
                yield line
    if program.returncode:
        raise RuntimeError(f"{command[0]} ended with status {program.returncode}")


def numbers(text):
    """The elements of a value; None where there is none."""
    if text is None or text == b"" or text == b".":
        return ()
    return tuple(None if part in (b".", b"") else float(part) for part in text.split(b","))


def identity_of(line):
    chromosome, position, _, reference, alternates, _ = line.split(b"\t", 5)
    return chromosome, position, reference, alternates


def added(line):
    """The values added to a line, and the line without them."""
    found = dict(VALUE.findall(line))
    return (found.get(b"AF"), found.get(b"AC")), ADDED.sub(b"", line).rstrip(b"\r\n")


def near(one, other):
    return abs(one - other) <= TOLERANCE * max(abs(one), abs(other))


def rounded(one, other):
    """Whether the numbers are one, written with fewer digits."""
    largest = max(abs(one), abs(other))
    return abs(one - other) <= max(1e-3 * largest, DECIMALS if largest >= 5e-4 else 0)


def same(one, other, alike=near):
    """Whether two values are the same number for every ALT, and absent together."""
    if one == other:
        return True
    ours, theirs = numbers(one), numbers(other)
    if not any(n is not None for n in ours) and not any(n is not None for n in theirs):
        return True
    return len(ours) == len(theirs) and all(
        a == b or a is not None and b is not None and alike(a, b)
        for a, b in zip(ours, theirs))


def verdict(given, due):
    """What is to be said of values beside those that were due."""
    if all(same(a, b) for a, b in zip(given, due)):
        return "right"
    if all(same(a, b, rounded) for a, b in zip(given, due)):
        return "rounded"
    found, wanted = numbers(given[0]), numbers(due[0])
    found += (None,) * (len(wanted) - len(found))
    wanted += (None,) * (len(found) - len(wanted))
    if all(a is None or b is not None and rounded(a, b) for a, b in zip(found, wanted)):
        return "missing"
    if all(b is None or a is not None and rounded(a, b) for a, b in zip(found, wanted)):
        return "extra"
    return "different"


def kind(identity, respelled):
    """The class a record is counted in, by what may make a program miss it."""
    if respelled:
        return "spelled otherwise by the source"
    if b"," in identity[3]:
        return "several alternates"
    return "one alternate"


class Side:
    """A program's output, asked for record by record in the order of the genome."""

    def __init__(self, command):
        self.records, self.waiting = lines(command), {}
        self.counts, self.untouched, self.examples = {}, 0, []

    def at(self, identity):
        """The values and rest of a record; None if the program does not have it."""
        if identity in self.waiting:
            return self.waiting.pop(identity)
        while len(self.waiting) < AHEAD:
            line = next(self.records, None)
            if line is None:
                return None
            found = identity_of(line)
            if found == identity:
                return added(line)
            self.waiting[found] = added(line)
        return None

    def judge(self, identity, found, due, class_, original):
        if found is None:
            said = "lost"
        else:
            said = verdict(found[0], due)
            self.untouched += found[1] == original
        counts = self.counts.setdefault(class_, {})
        counts[said] = counts.get(said, 0) + 1
        if said != "right" and len(self.examples) < EXAMPLES:
            self.examples.append(f"{b' '.join(identity).decode()} {said}: given "
                                 f"{readable(found and found[0])}, due {readable(due)}")
        return said

    def facts(self):
        return {**totals(self.counts), "byClass": self.counts, "untouched": self.untouched,
                "examples": self.examples}


def totals(by_class):
    """Counts over all classes."""
    found = {}
    for counts in by_class.values():
        for said, count in counts.items():
            found[said] = found.get(said, 0) + count
    return found


def readable(values):
    return "nothing" if values is None else "/".join((value or b".").decode() for value in values)


def compare(folder, commands):
    """Counts for the commands, the first of which is ours if there are two."""
    sides = [Side(command) for command in commands]
    pair, examples, total = {}, [], 0
    with gzip.open(folder / "expected.tsv.gz") as expected:
        for line in lines(["bgzip", "-dc", folder / "genome.vcf.gz"]):
            identity, original = identity_of(line), line.rstrip(b"\r\n")
            *due, note = expected.readline().rstrip(b"\n").split(b"\t")
            class_ = kind(identity, bool(note))
            found = [side.at(identity) for side in sides]
            for side, values in zip(sides, found):
                side.judge(identity, values, due, class_, original)
            total += 1
            if len(sides) < 2:
                continue
            said = paired(*(values and values[0] for values in found))
            counts = pair.setdefault(class_, {})
            counts[said] = counts.get(said, 0) + 1
            if said != "equal" and len(examples) < EXAMPLES:
                examples.append(f"{b' '.join(identity).decode()} {said}: "
                                + " beside ".join(readable(values and values[0]) for values in found))
    for side in sides:
        surplus = len(side.waiting) + sum(1 for _ in side.records)
        if surplus:
            side.counts.setdefault("not in the input", {})["extra"] = surplus
    return {"records": total, "sides": [side.facts() for side in sides],
            **({"pair": {**totals(pair), "byClass": pair, "examples": examples}} if len(sides) > 1 else {})}


def paired(ours, theirs):
    """Whether two programs give a record the same."""
    if ours is None or theirs is None:
        return "lost"
    if all(same(a, b) for a, b in zip(ours, theirs)):
        return "equal"
    if all(same(a, b, rounded) for a, b in zip(ours, theirs)):
        return "rounded"
    has_ours, has_theirs = (any(n is not None for n in numbers(side[0])) for side in (ours, theirs))
    if has_ours and not has_theirs:
        return "onlyOurs"
    return "onlyTheirs" if has_theirs and not has_ours else "different"


def agreement(folder, commands):
    """The same, in a process of its own so that this one stays small."""
    with ProcessPoolExecutor(1) as pool:
        return pool.submit(compare, folder, commands).result()
