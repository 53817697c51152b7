"""One thing to measure."""
import importlib.util
import shlex
import shutil
import statistics
from dataclasses import dataclass, field
from pathlib import Path


def is_installed(need):
    """Whether there is a program, or a module of Python."""
    kind, _, name = need.rpartition(":")
    return bool(importlib.util.find_spec(name) if kind == "module" else shutil.which(need))


@dataclass
class Case:
    name: str
    command: list
    group: str  # heads its part of the table
    stdin: Path = None
    check: object = None  # called with the path of the output; its facts go into the result
    keeps_output: bool = True  # otherwise the output goes to /dev/null
    needs: tuple = ()  # programs besides the first of the command, and modules of Python as "module:name"
    is_slow: bool = False  # takes fewer turns, and none unmeasured unless it makes something
    sizes: tuple = ("quick", "full")  # of the inputs it is run on
    records: int = None  # how many it works through
    makes: Path = None  # a file later cases read, so that it is always run before them
    look: object = None  # called with what the first run printed; returns facts
    runs: list = field(default_factory=list)
    facts: dict = field(default_factory=dict)
    was_seen: bool = False

    @property
    def missing(self):
        """What it needs and is not installed."""
        return [need for need in (str(self.command[0]), *self.needs) if not is_installed(need)]

    def median(self, quantity):
        return statistics.median(getattr(run, quantity) for run in self.runs)

    @property
    def text(self):
        """The command as a shell would take it."""
        command = shlex.join(str(part) for part in self.command)
        if [str(part) for part in self.command[:2]] == ["bash", "-c"]:
            command = str(self.command[2])
        if self.stdin:
            command += f" < {shlex.quote(str(self.stdin))}"
        return command if self.keeps_output else f"{command} > /dev/null"

    def summary(self):
        quantities = ("wall", "cpu", "memory", "others")
        speed = {} if not self.records else {
            "records": self.records,
            "recordsPerSecond": round(self.records / max(self.median("wall"), 1e-6)),
            "recordsPerCPUSecond": round(self.records / max(self.median("cpu"), 1e-6))}
        return {
            "group": self.group, "command": self.text, **speed,
            "median": {key: round(self.median(key), 5) for key in quantities},
            "runs": [{key: round(getattr(run, key), 5) for key in quantities} for run in self.runs],
            **self.facts}
