"""What was promised, and whether it was kept: figures from medians of one run."""
from dataclasses import dataclass


@dataclass
class Promise:
    name: str
    unit: str
    limit: float
    needs: tuple  # the names of cases
    figure: object  # called with those cases; the figure must not exceed the limit
    sizes: tuple = ("quick", "full")  # where the promise can be judged

    def judge(self, cases, size):
        """The figure and whether the promise is kept; None where it was not measured."""
        if size not in self.sizes or any(name not in cases for name in self.needs):
            return None
        value = self.figure(*(cases[name] for name in self.needs))
        return {"name": self.name, "figure": round(value, 3), "limit": self.limit,
                "unit": self.unit, "kept": value <= self.limit}


def milliseconds(*needs):
    """Wall time of a case, less that of a second one if given."""
    def figure(case, floor=None):
        return 1000 * (case.median("wall") - (floor.median("wall") if floor else 0))
    return {"unit": "ms", "needs": needs, "figure": figure}


def megabytes(name):
    return {"unit": "MB", "needs": (name,), "figure": lambda case: case.median("memory")}


def kilobytes(name):
    """The size of what a case printed."""
    return {"unit": "kB", "needs": (name,), "figure": lambda case: case.facts["bytes"] / 1000}


def ratio(name, floor, quantity):
    return {"unit": f"x {quantity}", "needs": (name, floor),
            "figure": lambda case, other: case.median(quantity) / other.median(quantity)}


def per_sample(one, many, added, quantity):
    return {"unit": f"ms {quantity}", "needs": (one, many),
            "figure": lambda few, all: 1000 * (all.median(quantity) - few.median(quantity)) / added}


PROMISES = [
    Promise("open the knowledge base", limit=20, **milliseconds("open", "start")),
    *[Promise(f"find a medicine{how}", limit=5, **milliseconds(f"search{how}", "open"))
      for how in ("", ", misspelled")],
    *[Promise(f"report a genome as {format}", limit=150, **milliseconds(f"report {format}"))
      for format in ("html", "json")],
    *[Promise(f"report a genome as {format}", limit=100, **megabytes(f"report {format}"))
      for format in ("html", "json")],
    Promise("size of the page", limit=300, **kilobytes("report html")),
    *[Promise(f"{command} one more sample", limit=5,
              **per_sample(f"{command} 1 sample", f"{command} 100 samples", 99, quantity))
      for command in ("call", "report") for quantity in ("wall", "cpu")],
    # In a quick genome most of the time goes into starting and calling, not into scanning.
    *[Promise(f"scan a genome{how}", limit=1.5, sizes=("full",),
              **ratio(f"scan{how}", "bgzip -dc", quantity))
      for how in (", 1 thread", " from standard input") for quantity in ("wall", "cpu")],
    Promise("scan a genome, 2 threads", limit=1.5, sizes=("full",),
            **ratio("scan, 2 threads", "bgzip -dc", "wall")),
    Promise("scan a genome, 2 threads", limit=1.5, sizes=("full",),
            **ratio("scan, 2 threads", "bgzip -dc, 2 threads", "cpu")),
]
