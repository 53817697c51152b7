"""The cases of `stardose call --reads`, and what its answers are worth by depth."""
import csv
import json
import os
import subprocess
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

from harness.case import Case, is_installed
from harness.genotypes import Counts, compare_diplotypes, compare_positions, genes_of, rows
from harness.structures import absent, judged, plain, shape, structure, truths
from inputs.knowledge import read_gene
from inputs.reads import paralogs

GROUP = "reads"
OURS, FLOOR, PEER = "reads of a genome", "samtools view -c", "bcftools mpileup, call"
NAMES = (GROUP, OURS, FLOOR, PEER)
LISTED = 400


def missing():
    """Programs that making the files needs and that are not installed."""
    return [tool for tool in ("samtools", "bwa", "minimap2", "tabix") if not is_installed(tool)]


def shared_cases(root):
    return Path(os.environ.get("STARDOSE_CASES", root.parent / "shared" / "cases"))


def call(stardose, *arguments):
    """The genes of the JSON that `call` prints; a sentence where it fails."""
    done = subprocess.run([stardose, "call", *map(str, arguments), "--format", "json"], capture_output=True)
    if done.returncode:
        return f"exit status {done.returncode}: {done.stderr.decode(errors='replace').strip()[:300]}"
    return genes_of(done.stdout)


def in_its_own_process(function, *arguments):
    """So that this process stays small: the memory of a child reads no lower than its parent's."""
    with ProcessPoolExecutor(1) as pool:
        return pool.submit(function, *arguments).result()


# What costs what


def look_at_ours(output, stem):
    genes = genes_of(output.read_bytes())
    return {"genotypes": compare_positions(genes, rows(f"{stem}.positions.tsv"), "GENOME").facts()}


def peer_genotypes(output):
    """(contig, place) -> records of (REF, ALTs, genotype, whether it is an indel's)."""
    found = {}
    for line in output.read_text().splitlines():
        contig, place, reference, alternates, genotype = line.split("\t")
        alleles = [reference, *(a for a in alternates.split(",") if a != ".")]
        indices = genotype.replace("|", "/").split("/")
        bases = None if "." in indices else [alleles[int(index)] for index in indices]
        found.setdefault((contig, place), []).append((reference, alternates, bases))
    return found


def look_at_peer(output, stem):
    """The peer's genotypes at the same positions, single bases and indels apart.

    An indel is right if as many bases are gained or lost as were drawn.
    """
    records, singles, indels = peer_genotypes(output), Counts(), Counts()
    for row in rows(f"{stem}.positions.tsv"):
        want = row["genotype"].split("/")
        is_single = all(len(allele) == 1 and allele != "*" for allele in [*want, row["reference"]])
        counts = singles if is_single else indels
        if "*" in want:
            counts.hidden += 1
            continue
        there = records.get((row["contig"], row["place"]), [])
        if is_single:
            bases = next((b for reference, _, b in there if len(reference) == 1 and b), None)
        else:
            own = [r for r in there if len(r[0]) > 1 or any(len(a) > 1 for a in r[1].split(","))]
            bases = own[0][2] if own else [row["reference"]] * len(want) if there else None
        if bases is None:
            counts.no_call += 1
            continue
        if is_single:
            right = set(bases) == set(want)
        else:
            base = own[0][0] if own else row["reference"]
            right = {len(b) - len(base) for b in bases} == {len(w) - len(row["reference"]) for w in want}
        counts.right, counts.wrong = counts.right + right, counts.wrong + (not right)
    both = Counts()
    both.add(singles)
    both.add(indels)
    return {"genotypes": both.facts(), "singles": singles.facts(), "indels": indels.facts()}


def reading(stardose, folder):
    """The program, and what reading the same alignments costs others."""
    stem = folder / "GENOME"
    alignments = Path(f"{stem}.30.bam")
    if stardose:
        command = [stardose, "call", "--reads", alignments, "--format", "json"]
        yield Case(OURS, command, GROUP, look=lambda output: in_its_own_process(look_at_ours, output, stem))
        yield Case("reads and a VCF", [*command, f"{stem}.masked.vcf.gz"], GROUP,
                   look=lambda output: in_its_own_process(look_at_ours, output, stem))
        yield Case("reads, one gene", [*command, "--gene", "CYP2C19"], GROUP, keeps_output=False)
    for name, bed in ((FLOOR, "visited"), ("samtools view -c, known positions alone", "known")):
        yield Case(name, ["samtools", "view", "-c", "-M", "-L", f"{stem}.{bed}.bed", alignments], GROUP,
                   keeps_output=False)
    yield Case("samtools view -c, all of the file", ["samtools", "view", "-c", alignments], GROUP, keeps_output=False)
    peer = (f"set -o pipefail; bcftools mpileup -Ou -f {stem}.fa.gz -R {stem}.known.bed -d 2000 {alignments}"
            " 2>/dev/null | bcftools call -m -Ou --ploidy 2"
            " | bcftools query -f '%CHROM\\t%POS\\t%REF\\t%ALT[\\t%GT]\\n'")
    yield Case(PEER, ["bash", "-c", peer], GROUP, is_slow=True, sizes=("full",), needs=("bcftools",),
               look=lambda output: in_its_own_process(look_at_peer, output, stem))


# What the answers are worth


def one_genome(stardose, folder, name, depth):
    """Positions and diplotypes of a person at a depth."""
    where = f"{name} at {depth}x:"
    genes = call(stardose, "--reads", folder / f"{name}.{depth}.bam")
    if isinstance(genes, str):
        return genes
    counts = compare_positions(genes, rows(folder / f"{name}.positions.tsv"), where)
    return counts, *compare_diplotypes(genes, rows(folder / f"{name}.diplotypes.tsv"), where)


def by_depth(stardose, folder, manifest, pool):
    table = []
    for depth in manifest["depths"]:
        counts, said, wrong, failed = Counts(), {}, [], []
        for found in pool.map(lambda name: one_genome(stardose, folder, name, depth), manifest["people"]):
            if isinstance(found, str):
                failed.append(found)
                continue
            counts.add(found[0])
            for key, number in found[1].items():
                said[key] = said.get(key, 0) + number
            wrong += found[2]
        table.append({"depth": depth, "people": len(manifest["people"]) - len(failed), "failed": failed,
                      **counts.facts(), "diplotypes": said, "wrongDiplotypes": wrong[:LISTED]})
    return table


def answer(gene):
    return sorted(map(plain, gene["diplotypes"])), sorted(gene.get("haplotypes", []))


def one_restored(stardose, folder, name, depth):
    """Genes whose call from half the records and the reads is that from all records; or what fails."""
    whole = call(stardose, folder / f"{name}.vcf.gz")
    masked = call(stardose, folder / f"{name}.masked.vcf.gz")
    both = call(stardose, folder / f"{name}.masked.vcf.gz", "--reads", folder / f"{name}.{depth}.bam")
    for found in (whole, masked, both):
        if isinstance(found, str):
            return found
    drawn = {row["gene"]: plain(row["diplotype"]) for row in rows(folder / f"{name}.diplotypes.tsv")}
    said = dict.fromkeys(("genes", "same", "narrower", "more", "different", "sameWithoutReads"), 0)
    examples = []
    for symbol, gene in whole.items():
        if symbol not in drawn or symbol not in both:
            continue
        said["genes"] += 1
        said["sameWithoutReads"] += answer(masked[symbol]) == answer(gene) if symbol in masked else 0
        if answer(both[symbol]) == answer(gene):
            said["same"] += 1
        elif gene["status"] == "notCalled" and drawn[symbol] in map(plain, both[symbol]["compatible"]):
            said["more"] += 1  # the VCF alone tells nothing of it
        elif (answer(both[symbol])[0] and drawn[symbol] in map(plain, both[symbol]["compatible"])
              and len(both[symbol]["compatible"]) < len(gene["compatible"])):
            said["narrower"] += 1
        else:
            said["different"] += 1
            examples.append(f"{name} {symbol} is {drawn[symbol]}: {gene['diplotypes'][:3]} from the VCF, "
                            f"{both[symbol]['diplotypes'][:3]} ({both[symbol]['status']}) from half of it and reads")
    return said, examples


def restored(stardose, folder, manifest, pool):
    total, examples, failed = {}, [], []
    depth = manifest["depths"][-1]
    for found in pool.map(lambda name: one_restored(stardose, folder, name, depth), manifest["people"]):
        if isinstance(found, str):
            failed.append(found)
            continue
        for key, number in found[0].items():
            total[key] = total.get(key, 0) + number
        examples += found[1]
    return {**total, "failed": failed, "examples": examples[:LISTED]}


WAYS = (("strict", plain), ("structure", structure), ("shape", shape))


def one_structure(stardose, alignments, accepted):
    """What is said of CYP2D6, judged in each way."""
    genes = call(stardose, "--reads", alignments, "--gene", "CYP2D6")
    gene = genes.get("CYP2D6", {}) if isinstance(genes, dict) else {"reason": genes}
    best = {}
    for name, way in WAYS:
        found = {judged(gene, truth, way) for truth in accepted}
        best[name] = next(word for word in ("right", "in set", "wrong") if word in found)
    found = gene.get("structure", {})
    said = [f"{one['count']} {one['name']}" for one in found.get("copies", [])]
    reasons = [gene.get("reason"), found.get("reason"), "copies: " + ", ".join(said) if said else None]
    return {**best, "said": gene.get("diplotypes", []), "compatible": len(gene.get("compatible", [])),
            "status": gene.get("status", "failed"), "arrangements": found.get("arrangements", [])[:5],
            "reason": "; ".join(filter(None, reasons)) or "; ".join(gene.get("notes", []))}


def mislabelled(manifest, root):
    """Pairs whose sequences hold nothing of an allele they are said to have, with the alleles."""
    gene = read_gene(root / "knowledgebase" / "genes" / "CYP2D6.yaml")
    made = paralogs.Paralogs(shared_cases(root) / "cyp2d6-sv-haplotypes" / "haplotypes.fa.gz", "", gene.positions)
    found = {}
    for name in manifest["cyp2d6"]:
        pair = [made.sequences[f"{name}_{strand}"] for strand in "MP"]
        for text in truths(manifest["stated"].get(name) or ""):
            if names := absent(text, pair, made.region, paralogs.START, gene):
                found[name] = names
    return found


def structures(stardose, folder, manifest, root, pool):
    """CYP2D6 of every pair of sequences whose diplotype is stated, from short and from long reads."""
    if not manifest["cyp2d6"]:
        return {}
    due, lacking = {sample: truths(text) for sample, text in manifest["stated"].items()}, mislabelled(manifest, root)
    samples, found = [name for name in manifest["cyp2d6"] if due.get(name)], {}
    for kind in ("short", "long"):
        said = list(pool.map(lambda name: one_structure(
            stardose, folder / "cyp2d6" / f"{name}.{kind}.bam", due[name]), samples))
        found[kind] = {"samples": len(samples), "mislabelled": lacking, **{name: {
            word: sum(one[name] == word for one in said) for word in ("right", "in set", "wrong")} for name, _ in WAYS},
            "notRight": [{"sample": name, "truth": due[name], **one} for name, one in zip(samples, said)
                         if one["structure"] != "right"]}
    return found


def real(stardose, cases, pool):
    """The BAMs of real people whose CYP2D6 is stated."""
    table = cases / "truth" / "bam_truth.tsv"
    if not table.exists():
        return []
    found = []
    chosen = [row for row in rows(table) if (cases / row["bam"]).exists()]
    said = pool.map(lambda row: one_structure(
        stardose, cases / row["bam"], truths(row["truth"] or row["cyrius_1kgp"])), chosen)
    for row, one in zip(chosen, said):
        found.append({"sample": row["sample"], "bam": row["bam"], "platform": row["platform"],
                      "truth": row["truth"] or row["cyrius_1kgp"], **one})
    return found


def worth(stardose, folder, root, say):
    """All of it, as facts for the result."""
    manifest = json.loads((folder / "manifest.json").read_text())
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        say("reads: genotypes by depth")
        facts = {"byDepth": by_depth(stardose, folder, manifest, pool)}
        say("reads: half of a VCF and the reads")
        facts["restored"] = restored(stardose, folder, manifest, pool)
        say("reads: CYP2D6")
        facts["structures"] = structures(stardose, folder, manifest, root, pool)
        facts["real"] = real(stardose, shared_cases(root), pool)
    return facts
