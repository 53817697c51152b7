"""One thing to measure."""
import shlex
import shutil
import statistics
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Case:
    name: str
    command: list
    group: str  # heads its part of the table
    stdin: Path = None
    check: object = None  # called with the path of the output; its facts go into the result
    keeps_output: bool = True  # otherwise the output goes to /dev/null
    runs: list = field(default_factory=list)
    facts: dict = field(default_factory=dict)

    @property
    def is_available(self):
        return shutil.which(str(self.command[0])) is not None

    def median(self, quantity):
        return statistics.median(getattr(run, quantity) for run in self.runs)

    @property
    def text(self):
        """The command as a shell would take it."""
        command = shlex.join(str(part) for part in self.command)
        if self.stdin:
            command += f" < {shlex.quote(str(self.stdin))}"
        return command if self.keeps_output else f"{command} > /dev/null"

    def summary(self):
        quantities = ("wall", "cpu", "memory", "others")
        return {
            "group": self.group, "command": self.text,
            "median": {key: round(self.median(key), 5) for key in quantities},
            "runs": [{key: round(getattr(run, key), 5) for key in quantities} for run in self.runs],
            **self.facts}
