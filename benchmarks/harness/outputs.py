"""Runs the annotating programs once more, and reads what they write."""
import hashlib
import shlex
from concurrent.futures import ProcessPoolExecutor

from harness import peers
from harness.agreement import agreement, lines

BODIES = ("dense to text, 1 thread", "dense to text, 2 threads", "dense to VCF.gz, level 6, 1 thread",
          "dense to VCF.gz, level 1, 2 threads")


def printing(command):
    """The same command, writing to standard output instead of nowhere."""
    parts = [str(part) for part in command]
    parts[parts.index("/dev/null")] = "-"
    return parts


def body(command, is_packed):
    """The digest of every line of the records."""
    if is_packed:
        command = ["bash", "-c", f"set -o pipefail; {shlex.join(command)} | bgzip -dc"]
    digest, count = hashlib.sha256(), 0
    for line in lines(command):
        digest.update(line)
        count += 1
    return {"records": count, "sha256": digest.hexdigest()}


def bodies(cases):
    """The digest of the records by case: one, whatever the threads and the packing."""
    found = {}
    with ProcessPoolExecutor(1) as pool:
        for name in BODIES:
            if name in cases:
                command = printing(cases[name].command)
                found[name] = pool.submit(body, command, "VCF.gz" in name).result()
    return found


def compared(chosen, folder, scratch, say):
    """What the outputs of `chosen` cases are found to hold, by the name of the comparison."""
    cases, found = {case.name: case for case in chosen}, {}
    ours = cases.get("dense to text, 1 thread")
    commands = {"bcftools": ("bcftools to text", peers.bcftools_annotate(
        folder / "frequency.vcf.gz", folder / "genome.vcf.gz", "v", "-")),
        "vcfanno": ("vcfanno to text", peers.vcfanno(folder, scratch))}
    for peer, (case, command) in commands.items():
        if case not in cases:
            continue
        say(f"comparing with {peer}")
        programs = {"stardose": printing(ours.command)} if ours else {}
        programs[peer] = command
        found[f"beside {peer}"] = {"programs": list(programs), **agreement(folder, list(programs.values()))}
    if ours:
        say("comparing threads and packings")
        if not found:
            found["alone"] = {"programs": ["stardose"], **agreement(folder, [printing(ours.command)])}
        digests = bodies(cases)
        found["bodies"] = {"areOne": len({one["sha256"] for one in digests.values()}) == 1, "cases": digests}
    return found
