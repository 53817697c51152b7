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
    at_least: bool = False  # the figure must not be below the limit instead

    def judge(self, cases, size):
        """The figure and whether the promise is kept; None where it was not measured."""
        if size not in self.sizes or any(name not in cases or not cases[name].runs for name in self.needs):
            return None
        value = self.figure(*(cases[name] for name in self.needs))
        return {"name": self.name, "figure": round(value, 3), "limit": self.limit,
                "unit": self.unit, **({"atLeast": True} if self.at_least else {}),
                "kept": value >= self.limit if self.at_least else value <= self.limit}


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


def times_less(name, peer, quantity):
    """How many times less a case costs than a peer."""
    return {"unit": f"x less {quantity}", "needs": (name, peer), "at_least": True,
            "figure": lambda case, other: other.median(quantity) / case.median(quantity)}


def percent(name, floor, quantity):
    return {"unit": f"% {quantity}", "needs": (name, floor),
            "figure": lambda case, other: 100 * case.median(quantity) / other.median(quantity)}


def peak(*names):
    """The most memory any of the cases took."""
    return {"unit": "MB", "needs": names,
            "figure": lambda *cases: max(case.median("memory") for case in cases)}


# A quick file is read in less time than the program takes to start.
FULL = {"sizes": ("full",)}
DENSE = "dense to text, 1 thread"
PACKED = "dense to VCF.gz, level {}, {}"

ANNOTATION = [
    Promise("dense to text, beside bcftools", limit=8, **FULL, **times_less(DENSE, "bcftools to text", "cpu")),
    Promise("dense to text, beside vcfanno", limit=18, **FULL, **times_less(DENSE, "vcfanno to text", "cpu")),
    *[Promise(f"dense to VCF.gz, level {level}", limit=1.2, **FULL,
              **ratio(PACKED.format(level, "1 thread"), f"inflate, deflate {level}", "cpu"))
      for level in (6, 1)],
    *[Promise(f"2 threads to VCF.gz, level {level}", limit=1.7, **FULL,
              **times_less(PACKED.format(level, "2 threads"), PACKED.format(level, "1 thread"), "wall"))
      for level in (6, 1)],
    Promise("knowledge to VCF.gz", limit=2, **FULL, **ratio("knowledge to VCF.gz", "inflate", "cpu")),
    Promise("sparse, beside bcftools", limit=5, **FULL, **percent("sparse to text", "bcftools sparse", "cpu")),
    *[Promise(f"five sources {kind}", limit=1.6, **FULL, **ratio(f"five sources {kind}", one, "cpu"))
      for kind, one in (("to text", DENSE), ("to VCF.gz, level 6", PACKED.format(6, "1 thread")))],
    Promise("size of an index", limit=40, unit="% of source", needs=("index frequency",),
            figure=lambda case: 100 * case.facts["share"]),
    Promise("build an index", limit=0.7, unit="M rows/s", needs=("index frequency",), at_least=True, **FULL,
            figure=lambda case: case.records / case.median("wall") / 1e6),
    Promise("memory to annotate", limit=200, **peak(
        DENSE, PACKED.format(6, "2 threads"), "sparse to text", "crowd to text", "BCF to BCF, unpacked")),
    Promise("memory for five sources", limit=200, **peak("five sources to VCF.gz, level 6")),
    Promise("memory to build an index", limit=200, **peak("index frequency")),
]


def kept_by_outputs(outputs):
    """Whether every record is there, with the values due and no other byte touched: in percent."""
    found = next((one for one in outputs.values() if "sides" in one and one["programs"][0] == "stardose"), None)
    if not found:
        return []
    side, total = found["sides"][0], found["records"]
    figures = [("values as due", 100 * side.get("right", 0) / total),
               ("records otherwise untouched", 100 * side["untouched"] / total)]
    if bodies := outputs.get("bodies"):
        figures.append(("one output, whatever the threads", 100.0 * bodies["areOne"]))
    return [{"name": name, "figure": round(figure, 4), "limit": 100, "unit": "%", "atLeast": True,
             "kept": figure == 100} for name, figure in figures]


READING = [
    Promise("reads of a genome", limit=3, unit="s cpu", needs=("reads of a genome",),
            figure=lambda case: case.median("cpu")),
    Promise("memory to read a genome's reads", limit=200, **peak("reads of a genome", "reads and a VCF")),
]


def kept_by_reads(worth, size):
    """What was promised of genotypes, diplotypes and structures told from reads: in percent.

    The few structures of a quick run say little of a share: there each of short reads must be among the answers, and
    long reads are judged by the full set alone.
    """
    if not worth:
        return []
    deepest = worth["byDepth"][-1]
    figures = [(f"genotypes as drawn at {deepest['depth']}x", 100 * deepest["concordance"], 99.5, True),
               ("most wrong genotypes at a depth", max(one["wrongPerThousand"] for one in worth["byDepth"]) / 10,
                0.1, False)]
    restored = worth["restored"]
    if genes := restored.get("genes"):
        figures.append(("calls restored by reads", 100 * (genes - restored["different"]) / genes, 99.5, True))
    for kind, least in (("short", 95), ("long", 99)):
        found = worth["structures"].get(kind)
        if found and (size == "full" or kind == "short"):
            said, pairs = found["structure"], max(1, found["samples"])
            figures.append((f"CYP2D6 among the answers, {kind} reads",
                            100 * (pairs - said["wrong"]) / pairs, least, True))
            if size == "full":
                figures.append((f"CYP2D6 structures, {kind} reads", 100 * said["right"] / pairs, least, True))
    return [{"name": name, "figure": round(figure, 4), "limit": limit, "unit": "%",
             **({"atLeast": True} if at_least else {}), "kept": figure >= limit if at_least else figure <= limit}
            for name, figure, limit, at_least in figures]


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
    *ANNOTATION,
    *READING,
]
