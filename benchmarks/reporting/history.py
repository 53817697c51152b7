"""The results that were kept, oldest first, of this layout and of earlier ones."""
import json
import subprocess
from dataclasses import dataclass

from harness.ratios import RATIOS


@dataclass
class Measured:
    """A case as a result has it, with what a ratio asks of a case."""

    summary: dict

    @property
    def runs(self):
        return self.summary["runs"]

    def median(self, quantity):
        return self.summary["median"][quantity]


class Result:
    """One file of benchmarks/results."""

    def __init__(self, path):
        self.name = path.name
        self.facts = json.loads(path.read_text())
        if not str(self.facts.get("layout", "")).startswith("stardose-benchmark/"):
            raise ValueError("not a result of benchmarks/run")
        self.cases = {name: Measured(case) for name, case in self.facts["cases"].items()}
        self.commit = self.facts["commit"]["name"]
        self.size, self.date = self.facts["size"], self.facts["date"]
        self.processor = self.facts["machine"]["processor"]
        self.cores = self.facts["machine"]["cores"]
        self.others = self.facts.get("others", 0)
        found = (ratio.figure(self.cases) for ratio in RATIOS)
        self.ratios = {ratio["name"]: ratio for ratio in found if ratio}

    @property
    def series(self):
        """Results that can be held beside each other have this in common."""
        return self.size, self.processor, self.cores

    @property
    def promises(self):
        return self.facts.get("promises", [])

    def speed(self, name):
        """Records per CPU second of a case; before cases had a count, that of the genome is used."""
        case = self.cases.get(name)
        if not case or not case.runs:
            return None
        if "recordsPerCPUSecond" in case.summary:
            return case.summary["recordsPerCPUSecond"]
        files = self.facts["inputs"]["files"]
        if not case.summary["group"] == "unindexed genome" or "genome.vcf.gz" not in files:
            return None
        return files["genome.vcf.gz"]["records"] / case.median("cpu")

    def exact(self, name):
        """The share of a case's people and genes whose one answer is the truth."""
        truth = self.cases[name].summary.get("truth") if name in self.cases else None
        return truth["exact"] / truth["genes"] if truth and truth["genes"] else None


def ages(repository, commits):
    """When each commit was made, in seconds; nothing for those git does not know."""
    found = {}
    for commit in commits:
        shown = subprocess.run(["git", "-C", str(repository), "show", "-s", "--format=%ct", commit],
                               capture_output=True, text=True)
        if shown.returncode == 0 and shown.stdout.strip().isdigit():
            found[commit] = int(shown.stdout)
    return found


def read(folder, repository):
    """Every result of a folder in the order of its date and commit, and the files that are none."""
    results, strange = [], []
    for path in sorted(folder.glob("*.json")):
        try:
            results.append(Result(path))
        except (ValueError, KeyError, TypeError) as error:
            strange.append(f"{path.name}: {error}")
    made = ages(repository, {result.commit for result in results})
    results.sort(key=lambda one: (one.date, made.get(one.commit, 0), one.facts.get("time", ""), one.name))
    return results, strange


def in_series(results):
    """Results by what they have in common; full sizes first, the last measured first."""
    found = {}
    for result in results:
        found.setdefault(result.series, []).append(result)
    order = {"full": 0}
    return sorted(found.values(), key=lambda series: (
        order.get(series[-1].size, 1), -results.index(series[-1])))
