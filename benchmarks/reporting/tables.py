"""Tables of a result as HTML."""
from html import escape

from reporting.plot import number


def table(heads, rows, numeric=()):
    """Rows of cells that are HTML already; a row of one cell heads those below it."""
    def mark(column):
        return ' class="n"' if column in numeric else ""
    head = "".join(f"<th{mark(n)}>{escape(text)}</th>" for n, text in enumerate(heads))
    body = "".join(
        f'<tr class="group"><td colspan="{len(heads)}">{row[0]}</td></tr>' if len(row) == 1 else
        "<tr>" + "".join(f"<td{mark(n)}>{cell}</td>" for n, cell in enumerate(row)) + "</tr>" for row in rows)
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def promises(result):
    rows = []
    for found in result.promises:
        sign = "≥" if found.get("atLeast") else "≤"
        verdict = '<span class="good">✓ kept</span>' if found["kept"] else '<span class="bad">✗ missed</span>'
        rows.append((escape(found["name"]), f"{found['figure']:,.2f}", f"{sign} {found['limit']:g}",
                     escape(found["unit"]), verdict))
    return table(("promise", "figure", "limit", "unit", ""), rows, numeric=(1, 2)) if rows else \
        '<p class="soft">No promise was judged in this run.</p>'


def changes(found):
    rows = []
    for change in sorted(found, key=lambda one: -one.factor):
        verdict = (f'<span class="wait">{escape(change.reason)}</span>' if change.reason else
                   '<span class="bad">✗ worse</span>' if change.is_worse else "")
        rows.append((escape(change.name), change.quantity, number(change.before), escape(change.since),
                     number(change.now), f"{100 * (change.factor - 1):+.1f} %", verdict))
    return table(("ratio", "of", "before", "at", "now", "change", ""), rows, numeric=(2, 4, 5))


def outputs(result):
    """What the comparison of outputs counted, a row for each program."""
    rows = []
    for name, found in result.facts.get("outputs", {}).items():
        if "sides" not in found:
            continue
        rows.append((f"{escape(name)} ({found['records']:,} records)",))
        for program, side in zip(found["programs"], found["sides"]):
            rows.append((escape(program), *(f"{side.get(key, 0):,}" for key in (
                "right", "rounded", "missing", "extra", "different", "lost", "untouched"))))
        if pair := found.get("pair"):
            said = ", ".join(f"{pair[key]:,} {label}" for key, label in (
                ("equal", "equal"), ("rounded", "equal but for digits"), ("onlyOurs", "only ours"),
                ("onlyTheirs", "only theirs"), ("different", "different")) if pair.get(key))
            rows.append((f"against each other: {said}", *[""] * 7))
    return rows and table(("program", "right", "rounded", "missing", "extra", "different", "lost",
                           "otherwise untouched"), rows, numeric=range(1, 8))


def reads(result):
    """What genotypes, diplotypes and structures told from reads are worth."""
    worth = result.facts.get("reads")
    if not worth:
        return ""
    rows = []
    for found in worth["byDepth"]:
        said, (low, high) = found["diplotypes"], found["wrongInterval"]
        rows.append((f"{found['depth']}x", f"{found['positions']:,}", f"{100 * found['concordance']:.3f} %",
                     f"{100 * found['noCallRate']:.2f} %", f"{found['wrong']:,}", f"{found['wrongPerThousand']:.3f}",
                     f"{low:.3f} to {high:.3f}",
                     *(f"{said.get(key, 0):,}" for key in ("exact", "ambiguous", "notCalled", "wrong"))))
    tables = [table(("depth", "positions", "concordance", "no call", "wrong", "per 1,000", "95 % interval",
                     "diplotypes: exact", "among several", "none", "wrong"), rows, numeric=range(1, 11))]
    rows = [(f"CYP2D6, {kind} reads, {way}", f"{found['samples']:,}",
             *(f"{found[way][word]:,}" for word in ("right", "in set", "wrong")))
            for kind, found in worth["structures"].items() for way in ("structure", "strict", "shape")]
    if rows:
        tables.append(table(("structures", "pairs", "right", "among several", "wrong"), rows, numeric=range(1, 5)))
    return "<h3>Answers from reads</h3>" + "".join(tables)


def cases(result):
    rows, group = [], None
    for name, case in result.cases.items():
        if case.summary["group"] != group:
            group = case.summary["group"]
            rows.append((escape(group),))
        speed, truth = result.speed(name), case.summary.get("truth")
        rows.append((escape(name), f"{case.median('wall'):.3f}", f"{case.median('cpu'):.3f}",
                     f"{case.median('memory'):.0f}", f"{case.median('others'):.2f}", len(case.runs),
                     number(speed) if speed else "",
                     f"{truth['exact']}/{truth['genes']}" if truth else "",
                     f"<code>{escape(case.summary['command'])}</code>"))
    return table(("case", "wall s", "CPU s", "MB", "others", "runs", "rec/CPU-s", "exact", "command"), rows,
                 numeric=range(1, 8))
