"""What is kept of a run, and what is printed of it."""
import datetime
import json
import os
import platform
import shutil
import statistics
import subprocess

PEERS = {
    "bgzip": ("bgzip", "--version"), "bcftools": ("bcftools", "--version"),
    "samtools": ("samtools", "--version"),
    "vcfanno": ("bash", "-c", "vcfanno 2>&1 | grep -o 'version [^ ]*'"),
    "SnpSift": ("bash", "-c", "snpSift 2>&1 | grep -o 'version [^ ]*'"),
    "cyvcf2": ("bash", "-c", "python3 -c 'import cyvcf2; print(cyvcf2.__version__)' 2>/dev/null"),
    "PyPGx": ("bash", "-c", "pypgx --version 2>/dev/null"),
}

LAYOUT = "stardose-benchmark/2"


VERDICTS = ("right", "rounded", "missing", "extra", "different", "lost")
PAIRED = ("equal", "rounded", "onlyOurs", "onlyTheirs", "different", "lost")


def first_line(*command):
    try:
        found = subprocess.run(command, capture_output=True, text=True, errors="replace")
    except OSError:
        return None
    return (found.stdout or found.stderr).split("\n")[0].strip() or None


def processor():
    try:
        with open("/proc/cpuinfo") as file:
            return next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def machine():
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {"processor": processor(), "cores": os.cpu_count(), "memoryGB": round(memory / 1e9, 1),
            "system": f"{platform.system()} {platform.release()}"}


def commit(repository, stardose):
    """The short commit, whether the sources differ from it, and whether the program is older."""
    name, when = (first_line("git", "-C", str(repository), "log", "-1", f"--format={what}")
                  for what in ("%h", "%ct"))
    changes = first_line("git", "-C", str(repository), "status", "--porcelain", "--", "Sources",
                         "Package.swift", "knowledgebase")
    return {"name": name, "hasChanges": bool(changes),
            "programIsOlder": stardose.stat().st_mtime < int(when or 0)}


def bustle(cases):
    """How many cores other programs kept busy while the cases ran, as a median."""
    return round(statistics.median(run.others for case in cases for run in case.runs), 2)


def result(size, repository, stardose, manifest, loads, cases, promises):
    now = datetime.datetime.now(datetime.timezone.utc)
    return {
        "layout": LAYOUT,
        "date": now.date().isoformat(), "time": now.isoformat(timespec="seconds"),
        "commit": commit(repository, stardose), "size": size, "machine": machine(),
        "loadAverage": loads, "others": bustle(cases),
        "programs": {
            "stardose": first_line(str(stardose), "--version"),
            **{name: first_line(*command) for name, command in PEERS.items() if shutil.which(command[0])}},
        "inputs": manifest, "cases": {case.name: case.summary() for case in cases},
        "promises": promises}


def save(folder, facts):
    folder.mkdir(parents=True, exist_ok=True)
    part = f"-{facts['only'].replace(' ', '-')}" if facts.get("only") else ""
    path = folder / f"{facts['date']}-{facts['commit']['name']}-{facts['size']}{part}.json"
    path.write_text(json.dumps(facts, indent=1) + "\n")
    return path


def described(outputs):
    """What the comparison of outputs found, a line for each program."""
    for name, found in outputs.items():
        if "records" not in found:
            continue
        sides = dict(zip(found["programs"], found["sides"]))
        for program, side in sides.items():
            counts = ", ".join(f"{side[key]:,} {key}" for key in VERDICTS if side.get(key))
            yield f"  {name + ': ' + program:<38}{counts}; {side['untouched']:,} untouched otherwise"
        if pair := found.get("pair"):
            yield "    against each other: " + ", ".join(
                f"{pair[key]:,} {key}" for key in PAIRED if pair.get(key))


def of_reads(worth):
    """What answers from reads are worth, as lines."""
    yield (f"\n{'reads, by depth':<18}{'positions':>10}{'concordance':>13}{'no call':>9}{'wrong':>7}{'per 1,000':>10}"
           f"{'95 % interval':>17}   diplotypes: exact, among several, none, wrong")
    for found in worth["byDepth"]:
        said, (low, high) = found["diplotypes"], found["wrongInterval"]
        counts = ", ".join(str(said.get(key, 0)) for key in ("exact", "ambiguous", "notCalled", "wrong"))
        yield (f"  {found['depth']:>3}x, {found['people']:>3} people {found['positions']:>10,}"
               f"{100 * found['concordance']:>11.3f} %{100 * found['noCallRate']:>7.2f} %{found['wrong']:>7}"
               f"{found['wrongPerThousand']:>10.3f}{f'{low:.3f} to {high:.3f}':>17}   {counts}")
        yield from (f"    failed: {text}" for text in found["failed"])
    restored = worth["restored"]
    if restored.get("genes"):
        yield (f"\nhalf of the records and the reads: of {restored['genes']} genes {restored['same']} as from all "
               f"records, {restored['narrower']} narrowed by phase, {restored['more']} that the records alone do not "
               f"tell, {restored['different']} different "
               f"({restored['sameWithoutReads']} as from all without the reads)")
        yield from (f"    {text}" for text in restored["examples"][:10])
    for kind, found in worth["structures"].items():
        yield f"\nCYP2D6 from {kind} reads, {found['samples']} pairs of chromosomes: right, among several, wrong"
        for name, alleles in found["mislabelled"].items():
            yield f"    {name}, counted as the rest: its sequences hold no change of {' and '.join(alleles)}, which is stated"
        for name in ("structure", "strict", "shape"):
            yield f"  {name:<12}" + ", ".join(str(found[name][word]) for word in ("right", "in set", "wrong"))
        yield from (f"    {one['sample']} {'; '.join(one['truth'])} {one['structure']}: said {one['said'][:3]} "
                    f"({one['status']}, {one['compatible']} fit) {one['reason'][:200]}" for one in found["notRight"])
    if worth["real"]:
        yield "\nCYP2D6 of people whose diplotype is stated"
        yield from (f"  {one['bam']}: {one['truth']}; {one['structure']}: said {one['said'][:3]} ({one['status']}, "
                    f"{one['compatible']} fit) {one['reason'][:200]}" for one in worth["real"])


def table(cases, promises, ratios=(), outputs=None, worth=None):
    """The measurements and the promises as text."""
    lines, group = [], None
    for case in cases:
        if case.group != group:
            group = case.group
            lines.append(f"\n{group:<40}{'wall ms':>10}{'CPU ms':>10}{'MB':>8}{'others':>8}{'krec/s':>9}")
        truth = case.facts.get("truth")
        said = f"  {truth['exact']}/{truth['genes']} exact" if truth else ""
        if genotypes := case.facts.get("genotypes"):
            said = (f"  {100 * genotypes['concordance']:.2f} % right, {genotypes['noCall']} of "
                    f"{genotypes['positions']} not called")
        if "share" in case.facts:
            said = f"  {100 * case.facts['share']:.1f} % of the source"
        speed = case.records / case.median("wall") / 1000 if case.records else None
        lines.append(
            f"  {case.name:<38}{1000 * case.median('wall'):>10.1f}{1000 * case.median('cpu'):>10.1f}"
            f"{case.median('memory'):>8.1f}{case.median('others'):>8.2f}"
            f"{f'{speed:.0f}' if speed else '':>9}{said}")
    if ratios:
        lines.append(f"\n{'cost beside':<72}{'ratio':>8}")
        lines += [f"  {found['name']:<70}{found['ratio']:>8.3f} {found['quantity']}" for found in ratios]
    if outputs:
        lines += ["\noutputs, record by record", *described(outputs)]
    if worth:
        lines += of_reads(worth)
    lines.append(f"\n{'promise':<40}{'figure':>10}{'limit':>9}")
    for found in promises:
        mark, sign = "kept" if found["kept"] else "MISSED", "\u2265" if found.get("atLeast") else "\u2264"
        lines.append(f"  {found['name']:<38}{found['figure']:>10.2f}{sign + format(found['limit'], 'g'):>9} "
                     f"{found['unit']:<12}{mark}")
    if bustle(cases) > 0.1:
        lines.append(f"\nOther programs kept {bustle(cases)} cores busy: wall times are too high.")
    return "\n".join(lines)
