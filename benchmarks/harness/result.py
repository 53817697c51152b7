"""What is kept of a run, and what is printed of it."""
import datetime
import json
import os
import platform
import statistics
import subprocess

LAYOUT = "stardose-benchmark/1"


def first_line(*command):
    try:
        found = subprocess.run(command, capture_output=True, text=True)
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
    return {
        "layout": LAYOUT,
        "date": datetime.datetime.now(datetime.timezone.utc).date().isoformat(),
        "commit": commit(repository, stardose), "size": size, "machine": machine(),
        "loadAverage": loads, "others": bustle(cases),
        "programs": {
            "stardose": first_line(str(stardose), "--version"),
            "bgzip": first_line("bgzip", "--version"), "bcftools": first_line("bcftools", "--version")},
        "inputs": manifest, "cases": {case.name: case.summary() for case in cases},
        "promises": promises}


def save(folder, facts):
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{facts['date']}-{facts['commit']['name']}-{facts['size']}.json"
    path.write_text(json.dumps(facts, indent=1) + "\n")
    return path


def table(cases, promises):
    """The measurements and the promises as text."""
    lines, group = [], None
    for case in cases:
        if case.group != group:
            group = case.group
            lines.append(f"\n{group:<28}{'wall ms':>10}{'CPU ms':>10}{'MB':>8}{'others':>8}")
        truth = case.facts.get("truth")
        said = f"  {truth['exact']}/{truth['genes']} exact" if truth else ""
        lines.append(
            f"  {case.name:<26}{1000 * case.median('wall'):>10.1f}{1000 * case.median('cpu'):>10.1f}"
            f"{case.median('memory'):>8.1f}{case.median('others'):>8.2f}{said}")
    lines.append(f"\n{'promise':<40}{'figure':>10}{'limit':>8}")
    for found in promises:
        mark = "kept" if found["kept"] else "MISSED"
        lines.append(f"  {found['name']:<38}{found['figure']:>10.2f}{found['limit']:>8g} "
                     f"{found['unit']:<9}{mark}")
    if bustle(cases) > 0.1:
        lines.append(f"\nOther programs kept {bustle(cases)} cores busy: wall times are too high.")
    return "\n".join(lines)
