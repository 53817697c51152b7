"""The page: one file, no other asset."""
from html import escape
from pathlib import Path

from harness.ratios import RATIOS
from reporting import plot, tables
from reporting.regressions import changes

SPEEDS = {
    "Annotation": ("dense to text, 1 thread", "dense to VCF.gz, level 6, 1 thread",
                   "dense to VCF.gz, level 1, 1 thread", "knowledge to VCF.gz", "BCF to BCF, unpacked",
                   "five sources to text"),
    "Scanning for star alleles": ("scan, 1 thread", "scan from standard input", "scan, 2 threads",
                                  "scan a BCF, 1 thread", "scan a BCF, 2 threads"),
    "Indexing": ("index frequency", "index significance", "index panel", "index genes"),
    "Other programs": ("bcftools to text", "bcftools to VCF.gz", "vcfanno to text", "SnpSift to text",
                       "cyvcf2 reads and writes", "inflate", "inflate, deflate 6"),
}
ACCURACY = ("report json", "call 1 sample", "call 100 samples", "scan, 1 thread", "PyPGx, one gene")
FLOORS = ("inflate", "bgzip -dc", "dense", "five")


def plots(figures):
    figures = [figure for figure in figures if figure]
    return f'<div class="plots">{"".join(figures)}</div>' if figures else \
        '<p class="soft">Nothing of this kind was measured.</p>'


def ratio_families():
    """Ratios to other programs, and ratios to a floor or to another case of ours."""
    own = [ratio for ratio in RATIOS if ratio.peer.startswith(FLOORS)]
    return [ratio for ratio in RATIOS if ratio not in own], own


def ratio_plots(series, labels):
    peers, own = ratio_families()

    def values(ratio, invert):
        found = [result.ratios.get(ratio.name) for result in series]
        return [one and (1 / one["ratio"] if invert else one["ratio"]) for one in found]

    annotating = [ratio for ratio in peers if not ratio.ours.startswith(("scan", "report", "call"))]
    calling = [ratio for ratio in peers if ratio not in annotating]
    yield plot.lines("Annotation: times less CPU than the other program", labels,
                     {ratio.name: values(ratio, True) for ratio in annotating}, is_log=True, line_at=1,
                     label="times less; the dashed line is equal")
    yield plot.lines("Star alleles: times less CPU than the other program", labels,
                     {ratio.name: values(ratio, True) for ratio in calling}, is_log=True, line_at=1,
                     label="times less; the dashed line is equal")
    for title, wanted in (
            ("Annotation: CPU beside the floor, or one source", lambda one: one.quantity == "cpu"
             and not one.ours.startswith("scan")),
            ("Star alleles: CPU beside the floor", lambda one: one.ours.startswith("scan")),
            ("Annotation: wall time of two threads beside one", lambda one: one.quantity == "wall")):
        yield plot.lines(title, labels, {ratio.name: values(ratio, False) for ratio in own if wanted(ratio)},
                         line_at=1, label="ratio, less is better")


def accuracy_plots(series, labels):
    yield plot.lines("Calls whose one answer is the drawn diplotype, unphased files included", labels, {
        name: [None if (share := result.exact(name)) is None else 100 * share for result in series]
        for name in ACCURACY}, label="% of people and genes", from_zero=False)
    points = {}
    for found in series[-1].facts.get("outputs", {}).values():
        for program, side in zip(found.get("programs", ()), found.get("sides", ())):
            case = "dense to text, 1 thread" if program == "stardose" else f"{program} to text"
            speed = series[-1].speed(case)
            if speed:
                right = side.get("right", 0) + side.get("rounded", 0)
                points[program] = (program, speed, 100 * right / found["records"])
    yield plot.scatter("Annotated values that are right, beside speed (last run)", list(points.values()),
                       "records per CPU second", "% of records right")


def section(series):
    last = series[-1]
    labels = [result.commit for result in series]
    found = changes(series)
    busy = (f' Other programs kept {last.others:g} cores busy meanwhile.' if last.others > 0.1 else "")
    kept = sum(promise["kept"] for promise in last.promises)
    parts = [
        f"<h2>{escape(last.size)} size on {escape(last.processor)}, {last.cores} cores</h2>",
        f'<p class="soft">{len(series)} result{"s" if len(series) > 1 else ""}; the last is of {escape(last.date)},'
        f' commit <b>{escape(last.commit)}</b>.{busy}</p>',
        f"<h3>Promises of the last run: {kept} of {len(last.promises)} kept</h3>", tables.promises(last),
        "<h3>Throughput by commit</h3>",
        plots(plot.lines(f"{title}: records per CPU second", labels,
                         {name: [result.speed(name) for result in series] for name in names},
                         is_log=True, label="records per CPU second")
              for title, names in SPEEDS.items()),
        "<h3>Cost beside other programs, by commit</h3>", plots(ratio_plots(series, labels)),
        "<h3>Accuracy beside speed</h3>", plots(accuracy_plots(series, labels)), tables.outputs(last) or "",
        tables.reads(last)]
    if found:
        worse = sum(change.is_worse for change in found)
        parts += [f"<h3>Ratios since the result before: {worse or 'none'} worse by more than 15 %</h3>",
                  tables.changes(found)]
    left = "".join(f"<li>{escape(reason)}</li>" for reason in last.facts.get("leftOut", ()))
    parts += [f"<p class=soft>Left out:</p><ul class=soft>{left}</ul>" if left else "",
              "<details><summary>Every case of the last run</summary>", tables.cases(last), "</details>"]
    return "\n".join(parts)


def page(all_series, strange):
    style = (Path(__file__).with_name("page.css")).read_text()
    notes = "".join(f'<p class="bad">Not read: {escape(text)}</p>' for text in strange)
    body = "\n".join(section(series) for series in all_series) or "<p>There is no result yet.</p>"
    return (f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>Stardose benchmarks</title>'
            f"<style>{style}</style></head><body><h1>Stardose benchmarks</h1>"
            f'<p class="soft">Medians of runs in which cases take turns. Ratios are between cases of the same run, '
            f"on files made from a seed. CPU is user and system time of all processes.</p>{notes}{body}</body></html>\n")
