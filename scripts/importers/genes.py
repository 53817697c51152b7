"""Writes knowledgebase/genes/*.yaml from the staged reference tables and knowledgebase/gene-rules.

The genes with a PharmCAT definition or phenotype table are written here; the further ones, of the
PyPGx tables, by pypgx_genes.py.

    genes.py REFERENCE KNOWLEDGEBASE

REFERENCE is the folder of staged tables, KNOWLEDGEBASE the folder described in its FORMAT.md. What
the tables disagree on, and what could not be taken over, is printed; a fact that would make the
result wrong stops the import.
"""

import itertools
import re
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import evidence
import refbases
from refbases import ReferenceBases, is_indel
from sources import Reference
from yamltext import comment, flow, load, scalar

WOBBLES = {
    "R": "AG", "Y": "CT", "S": "CG", "W": "AT", "K": "GT", "M": "AC",
    "B": "CGT", "D": "AGT", "H": "ACT", "V": "ACG", "N": "ACGT",
}
# How far a context may reach beyond the stretch an indel can be shifted over.
REACH = 20
# Gene-rules spell these the same way as the gene's file; the rest of `calling` is imported.
CALLING_ORDER = [
    "method", "functionOrder", "requiredPositions", "undocumentedCountsAsReference",
    "unphasedPriorities", "fallback", "linkedPair", "tierOnePositions", "copyNumberCaps",
    "outsideCallers", "spellings", "caveat",
]
STAR_ALLELE_SOURCE = {
    "CYP2B6", "CYP2C19", "CYP2C9", "CYP2D6", "CYP3A4", "CYP3A5", "CYP4F2", "DPYD", "NAT2", "NUDT15",
    "SLCO1B1",
}
# Genes whose staged table is overridden by newer values, and by which.
NEWER_VALUES = {"CYP2D6": "activities", "RYR1": "functions"}
# CPIC renamed these after the staged function table was published (change log, 2023-09-22).
RENAMED = {"G6PD": {"Telti/Kobe": "Telti, Kobe"}}


class ImportStopped(Exception):
    """A fact that would make the knowledge base wrong."""


def text_of_score(value: Decimal) -> str:
    whole = f"{value:.2f}"
    return whole[:-1] if whole.endswith("0") else whole


class Position:
    """One entry of `positions`."""

    def __init__(self, identifier, rsid, hgvs, alleles, grch38, role="defining"):
        self.id = identifier
        self.rsid = rsid
        self.hgvs = hgvs
        self.alleles = alleles
        self.grch38 = grch38
        self.grch37 = None
        self.grch37_reference = 0
        self.role = role
        self.context = None
        self.remark = None

    def lines(self) -> list[str]:
        entry = {"id": self.id}
        if self.rsid and self.rsid != self.id:
            entry["rsid"] = self.rsid
        entry["hgvs"] = self.hgvs
        entry["alleles"] = self.alleles
        entry["grch38"] = self.grch38
        if self.grch37 is not None:
            entry["grch37"] = self.grch37
            if self.grch37_reference:
                entry["grch37Reference"] = self.grch37_reference
        if self.role != "defining":
            entry["role"] = self.role
        if self.context:
            entry["context"] = {"start": self.context[0], "bases": self.context[1]}
        # HGVS names are always quoted, so that the column reads evenly.
        parts = []
        for key, value in entry.items():
            shown = '"' + value + '"' if key == "hgvs" else flow(value)
            parts.append(f"{key}: {shown}")
        remark = comment(self.remark, "  ") if self.remark else []
        return remark + ["  - {" + ", ".join(parts) + "}"]


class Allele:
    """One entry of `alleles`."""

    def __init__(self, name, function=None, activity=None, cells=None, reported_as=None):
        self.name = name
        self.function = function
        self.activity = activity
        self.cells = cells or {}
        self.reported_as = reported_as
        self.remark = None

    def lines(self) -> list[str]:
        parts = ['name: "' + self.name + '"']
        if self.function is not None:
            parts.append(f"function: {scalar(self.function)}")
        if self.activity is not None:
            parts.append(f'activity: "{self.activity}"')
        if self.reported_as is not None:
            parts.append(f'reportedAs: "{self.reported_as}"')
        if self.cells:
            parts.append(f"cells: {flow(self.cells)}")
        remark = comment(self.remark, "  ") if self.remark else []
        return remark + ["  - {" + ", ".join(parts) + "}"]


class GeneImport:
    """Gathers one gene and writes its file."""

    def __init__(self, symbol: str, reference: Reference, rules: dict, report: list[str]):
        self.symbol = symbol
        self.reference = reference
        self.rules = rules
        self.report = report
        self.definition = reference.definition(symbol)
        self.table = reference.phenotypes(symbol)
        self.exemption = reference.exemptions.get(symbol, {})
        self.contig = rules.get("contig") or (self.definition or {}).get("chromosome")
        self.positions: list[Position] = []
        self.alleles: list[Allele] = []
        self.head_remarks: list[str] = list(rules.get("remarks", []))
        self.bases = ReferenceBases()
        self.verified = 0
        self.indels: list[str] = []

    def note(self, text: str):
        self.report.append(f"{self.symbol}: {text}")

    # Positions

    def gather_positions(self):
        listed = []
        ignored = self.exemption.get("ignoredPositions", [])

        def matches(variant, other):
            same = ("position", "ref", "alts")
            return all(variant[key] == other[key] for key in same)

        for variant in (self.definition or {}).get("variants", []):
            role = "ignored" if any(matches(variant, other) for other in ignored) else "defining"
            listed.append((variant, role))
        present = [variant for variant, _ in listed]
        for role, group in (("ignored", ignored), ("extra", self.exemption.get("extraPositions", []))):
            for variant in group:
                if not any(matches(variant, other) for other in present):
                    listed.append((variant, role))
        for variant, role in listed:
            hgvs = variant["chromosomeHgvsName"]
            alleles = [variant["ref"], *variant["alts"]]
            position = Position(
                variant["rsid"] or hgvs, variant["rsid"], hgvs, alleles, variant["position"], role)
            refbases.learn_from_names(
                self.bases, position.grch38, alleles, hgvs, variant["cpicPosition"],
                variant["cpicToVcfAlleleMap"], position.id)
            self.positions.append(position)
        self.variants = present
        for fact in self.rules.get("positions", []):
            position = Position(
                fact["id"], fact.get("rsid"), fact["hgvs"], fact["alleles"], fact["grch38"],
                fact.get("role", "defining"))
            position.grch37 = fact.get("grch37")
            position.grch37_reference = fact.get("grch37Reference", 0)
            self.bases.learn(position.grch38, position.alleles[0], f"gene-rules, {position.id}")
            self.positions.append(position)
        self.positions.sort(key=lambda p: (p.grch38, p.role != "defining", p.id))
        repeated = [k for k, n in Counter(p.id for p in self.positions).items() if n > 1]
        if repeated:
            raise ImportStopped(f"{self.symbol}: position ids {repeated} are not unique")
        self.by_place = {p.grch38: p for p in self.positions if p.role == "defining"}

    def place_on_grch37(self):
        stated = self.rules.get("grch37References", {})
        for position in self.positions:
            if position.grch37 is not None:
                continue
            row = self.reference.grch37.get((self.contig, position.grch38))
            if row:
                if row["grch37_strand_vs_38"] != "+" or row["liftover_note"] != "ok":
                    raise ImportStopped(
                        f"{self.symbol} {position.id}: the lift to GRCh37 is '{row['liftover_note']}'")
                position.grch37 = int(row["grch37_pos"])
            else:
                # Not in the lifted table: a neighbour's offset, if the two around it agree.
                position.grch37 = self.neighbour_lift(position)
            base = None
            difference = self.reference.build_differences.get(position.rsid or "")
            if difference:
                base = difference["grch37_ref"]
                if int(difference["grch37_pos"]) != position.grch37:
                    raise ImportStopped(f"{self.symbol} {position.id}: two GRCh37 coordinates")
            if position.id in stated:
                base = stated[position.id]
            if base is None or base == position.alleles[0]:
                continue
            if base in position.alleles:
                position.grch37_reference = position.alleles.index(base)
            else:
                position.remark = (
                    f"GRCh37 has {base} at {position.grch37}, which is none of the alleles; its "
                    "coordinate there is left out.")
                self.note(f"{position.id}: GRCh37 reference {base} is not an allele; grch37 dropped")
                position.grch37 = None

    def neighbour_lift(self, position: Position) -> int:
        offsets = sorted(
            (abs(place - position.grch38), int(row["grch37_pos"]) - place)
            for (contig, place), row in self.reference.grch37.items() if contig == self.contig)
        near = {offset for distance, offset in offsets[:4] if distance < 20_000}
        if len(near) != 1:
            raise ImportStopped(f"{self.symbol} {position.id}: no GRCh37 coordinate")
        return position.grch38 + near.pop()

    def cross_check_positions(self):
        """Compares with the tables that state both assemblies or GRCh37 alone."""
        rows = {}
        for row in self.reference.pypgx:
            if row["Gene"] == self.symbol and row["GRCh38Position"].isdigit():
                rows.setdefault(int(row["GRCh38Position"]), []).append(row)
        for position in self.positions:
            for row in rows.get(position.grch38, []):
                if len(row["GRCh38Allele"]) != len(position.alleles[0]):
                    continue
                if row["GRCh38Allele"] != position.alleles[0]:
                    self.note(f"{position.id}: GRCh38 {position.alleles[0]}, pypgx {row['GRCh38Allele']}")
                if position.grch37 is not None and int(row["GRCh37Position"]) != position.grch37:
                    self.note(f"{position.id}: GRCh37 {position.grch37}, pypgx {row['GRCh37Position']}")
                reference = position.alleles[position.grch37_reference]
                if row["GRCh37Allele"] != reference:
                    self.note(f"{position.id}: GRCh37 REF {reference}, pypgx {row['GRCh37Allele']}")
            row = self.reference.dbsnp.get(position.rsid or "")
            if row and position.grch37 is not None:
                reference = position.alleles[position.grch37_reference]
                # Indels: dbSNP may use a longer REF; the first bases must still agree.
                shared = min(len(reference), len(row["ref"]))
                if int(row["pos_grch37"]) != position.grch37 or row["ref"][:shared] != reference[:shared]:
                    self.note(
                        f"{position.id}: GRCh37 {position.grch37} {reference}, "
                        f"dbSNP 156 {row['pos_grch37']} {row['ref']}")
        for row in self.reference.pypgx:
            if row["Gene"] == self.symbol and row["GRCh38Name"].count("-") == 3:
                place, base = int(row["GRCh38Position"]), row["GRCh38Allele"]
                if re.fullmatch("[ACGT]+", base):
                    self.bases.learn(place, base, f"pypgx {row['GRCh38Name']}")

    def add_contexts(self):
        for fact in self.rules.get("context", []):
            self.bases.learn(fact["start"], fact["bases"], "gene-rules")
        if self.bases.conflicts:
            raise ImportStopped(
                f"{self.symbol}: reference bases contradict each other: "
                + "; ".join(self.bases.conflicts))
        # One context serves both assemblies, so it may not hold a base they differ in.
        differing = {p.grch38 for p in self.positions if p.grch37_reference}
        for position in self.positions:
            if not is_indel(position.alleles):
                continue
            shifts = list(refbases.shift(self.bases, position.grch38, position.alleles))
            end = position.grch38 + len(position.alleles[0]) - 1
            end = max([end] + [stop - 1 for _, _, stop in shifts])
            position.context = self.bases.stretch(position.grch38, end, REACH, differing)
            start, bases = position.context
            before = position.alleles[0][0]
            for unit, _, _ in refbases.edits(position.alleles):
                if unit[-1] == before:
                    self.note(f"{position.id}: {'/'.join(position.alleles)} is not left-aligned")
            # What HGVS says the right-most place is, against what the bases allow.
            named = [
                refbases.right_end(
                    v["chromosomeHgvsName"], v["cpicPosition"], v["cpicToVcfAlleleMap"], v["ref"],
                    0, len(v["alts"][0]) < len(v["ref"]))
                for v in self.variants
                if v["position"] == position.grch38 and [v["ref"], *v["alts"]] == position.alleles]
            right = max(stop for _, _, stop in shifts) - 1
            if named and named[0] is not None and named[0] != right:
                self.note(
                    f"{position.id}: HGVS name {position.hgvs} ends at {named[0]}, "
                    f"the bases let the indel reach {right}")
            moves = ",".join(str(k) for k, _, _ in shifts)
            closed = all(c for _, c, _ in shifts)
            self.indels.append(
                f"{self.symbol} {position.id} {self.contig}:{position.grch38} "
                f"{'/'.join(position.alleles)} k={moves} "
                f"{'closed' if closed else 'next base unknown'} context {start} {bases}")

    # Alleles

    def cell(self, position: Position, value: str) -> str:
        if value in position.alleles:
            return value
        letters = WOBBLES.get(value, "")
        accepted = [a for a in position.alleles if a in letters]
        if not accepted:
            raise ImportStopped(
                f"{self.symbol} {position.id}: {value} is none of {'/'.join(position.alleles)}")
        return "/".join(accepted)

    def gather_alleles(self):
        if self.definition:
            variants = self.definition["variants"]
            chosen = [self.by_place.get(v["position"]) for v in variants]
            listed = sorted(self.definition["namedAlleles"], key=lambda a: not a["reference"])
            dropped = set(self.exemption.get("ignoredAlleles", []))
            for named in listed:
                if named["name"] in dropped:
                    continue
                cells = [
                    (p, self.cell(p, value))
                    for p, value in zip(chosen, named["alleles"])
                    if p is not None and value is not None]
                cells.sort(key=lambda c: self.positions.index(c[0]))
                parent = self.definition["suballelesMap"].get(named["name"])
                self.alleles.append(
                    Allele(named["name"], cells={p.id: v for p, v in cells}, reported_as=parent))
                if not cells:
                    raise ImportStopped(f"{self.symbol} {named['name']}: no cell left")
            reference = self.alleles[0]
            missing = [p.id for p in self.positions
                       if p.role == "defining" and p.id not in reference.cells]
            if missing:
                raise ImportStopped(f"{self.symbol} {reference.name}: no cell at {missing}")
        ids = {p.id: p for p in self.positions}
        for fact in self.rules.get("alleles", []):
            allele = Allele(fact["name"], cells={
                key: self.cell(ids[key], value) for key, value in fact.get("cells", {}).items()})
            allele.remark = fact.get("remark")
            self.alleles.append(allele)

    def functions(self) -> tuple[dict[str, str], dict[str, str]]:
        """Function and activity by allele, in the spelling of the definitions."""
        if not self.table:
            return {}, {}
        renamed = RENAMED.get(self.symbol, {})
        function, activity = {}, {}
        entries = self.table.get("namedAlleles") or [
            {"name": name, "functionValue": value, "activityValue": None}
            for name, value in self.table["haplotypes"].items()]
        for entry in entries:
            name = renamed.get(entry["name"], entry["name"])
            function[name] = entry["functionValue"]
            if entry["activityValue"] not in (None, "n/a"):
                activity[name] = entry["activityValue"]
        return function, activity

    def assign_functions(self):
        function, activity = self.functions()
        if self.symbol == "RYR1":
            newer = self.reference.ryr1_functions()
            changed = [n for n in function if newer.get(n) != function[n]]
            self.note(f"2025-11 functions differ from the 2023 table for {', '.join(changed)}")
            function = newer
        if self.symbol == "CYP2D6":
            for name, value in self.reference.cyp2d6_activities().items():
                if activity.get(name, "n/a") != value and name in function:
                    self.note(f"{name}: activity {value} (2025-11) replaces {activity.get(name)}")
                if value == "n/a":
                    activity.pop(name, None)
                else:
                    activity[name] = value
                if name not in function:
                    function[name] = self.function_for(Decimal(value))
        by_name = {a.name: a for a in self.alleles}
        dropped = set(self.exemption.get("ignoredAlleles", []))
        suballeles = (self.definition or {}).get("suballelesMap", {})
        for name in list(function) + [n for n in activity if n not in function]:
            if name in dropped:
                self.note(f"{name} has a function but is left out, as in PharmCAT")
                continue
            if name not in by_name:
                by_name[name] = Allele(name)
                self.alleles.append(by_name[name])
            by_name[name].function = function.get(name)
            by_name[name].activity = activity.get(name)
        for name, parent in suballeles.items():
            if parent in by_name:
                by_name[name].function = by_name[parent].function
                by_name[name].activity = by_name[parent].activity
                by_name[parent].remark = (
                    f"No cells: its suballeles ({', '.join(sorted(suballeles))}) are what is matched, "
                    "and each is reported under this name. PharmCAT's own row for it only joins theirs "
                    "with wobbles, which would also accept haplotypes of neither.")
        without = [a.name for a in self.alleles if a.function is None]
        if without:
            self.note(f"{len(without)} alleles without a function: {', '.join(without)}")
        structural = [a.name for a in self.alleles if not a.cells]
        if structural:
            self.note(f"{len(structural)} alleles without cells: {', '.join(structural)}")

    @staticmethod
    def function_for(activity: Decimal) -> str:
        """The CPIC function term a CYP2D6 structural allele's activity stands for."""
        if activity == 0:
            return "No function"
        if activity < 1:
            return "Decreased function"
        return "Normal function" if activity == 1 else "Increased function"

    # Phenotype

    def phenotype_lines(self) -> list[str]:
        if "watchedAlleles" in self.rules:
            return ["phenotype:", f"  watchedAlleles: {flow(self.rules['watchedAlleles'])}"]
        diplotypes = (self.table or {}).get("diplotypes", [])
        if not diplotypes:
            return ["phenotype:", "  diplotype: true"]
        if any(d.get("activityScore") for d in diplotypes):
            return self.score_lines(diplotypes)
        return self.pair_lines(diplotypes)

    @staticmethod
    def members(diplotype) -> list[str]:
        return [name for name, count in diplotype["diplotypekey"].items() for _ in range(count)]

    def pair_lines(self, diplotypes) -> list[str]:
        entries = self.table.get("namedAlleles")
        function = {e["name"]: e["functionValue"] for e in entries} if entries else self.table["haplotypes"]
        rules = {}
        for diplotype in diplotypes:
            key = tuple(sorted(function[name] for name in self.members(diplotype)))
            result = diplotype.get("phenotype") or diplotype["generesult"]
            if diplotype["lookupkey"] != result:
                raise ImportStopped(f"{self.symbol} {diplotype['diplotype']}: key is not the phenotype")
            if rules.setdefault(key, result) != result:
                raise ImportStopped(f"{self.symbol}: {key} gives {rules[key]} and {result}")
            self.verified += 1
        # Functions that came with a newer table: what the rules must also answer.
        for fact in self.rules.get("functionPairs", []):
            rules.setdefault(tuple(sorted(fact[:-1])), fact[-1])
        used = {a.function for a in self.alleles if a.function}
        single = all(len(key) == 1 for key in rules)
        for pair in itertools.combinations_with_replacement(sorted(used), 2):
            if not single and pair not in rules:
                self.note(f"no phenotype for {' + '.join(pair)}")
        lines = ["phenotype:", "  functionPairs:"]
        for key, result in sorted(rules.items(), key=lambda r: (len(r[0]), r[0])):
            if result in ("n/a", "No Result"):
                continue
            lines.append(f"    - {flow([*key, result])}")
        return lines

    def score_lines(self, diplotypes) -> list[str]:
        by_score: dict[Decimal, str] = {}
        for diplotype in diplotypes:
            score = diplotype["activityScore"]
            if score == "n/a":
                if diplotype["phenotype"] != "Indeterminate":
                    raise ImportStopped(f"{self.symbol} {diplotype['diplotype']}: n/a is not indeterminate")
                continue
            value = Decimal(score.lstrip("≥"))
            if by_score.setdefault(value, diplotype["phenotype"]) != diplotype["phenotype"]:
                raise ImportStopped(f"{self.symbol}: score {value} has two phenotypes")
        ranges = [
            [*map(Decimal, (group[0], group[-1])), phenotype]
            for phenotype, group in (
                (phenotype, [score for score, _ in run])
                for phenotype, run in itertools.groupby(sorted(by_score.items()), key=lambda s: s[1]))]
        if len({r[2] for r in ranges}) != len(ranges):
            raise ImportStopped(f"{self.symbol}: the scores of a phenotype are not one range")
        bounded = any(d["activityScore"].startswith("≥") for d in diplotypes)
        if bounded:
            ranges[-1][1] = None
        # Recompute every row of the table from the ranges and the table's own activity values.
        activity = {e["name"]: e["activityValue"] for e in self.table["namedAlleles"]}
        for diplotype in diplotypes:
            values = [activity[name] for name in self.members(diplotype)]
            score, phenotype = "n/a", "Indeterminate"
            if "n/a" not in values:
                total = sum(Decimal(v.lstrip("≥")) for v in values)
                bound = any(v.startswith("≥") for v in values)
                score = ("≥" if bound else "") + text_of_score(total)
                for low, high, name in ranges:
                    if low <= total and (high is None or (total <= high and not bound)):
                        phenotype = name
            if (score, phenotype) == (diplotype["activityScore"], diplotype["phenotype"]):
                self.verified += 1
            else:
                self.note(
                    f"exception: {diplotype['diplotype']} is {diplotype['activityScore']} "
                    f"{diplotype['phenotype']} in the table, {score} {phenotype} by the rules")
        lines = ["phenotype:", "  activityScore:"]
        for low, high, phenotype in ranges:
            to = f', to: "{text_of_score(high)}"' if high is not None else ""
            lines.append(f'    - {{from: "{text_of_score(low)}"{to}, phenotype: {scalar(phenotype)}}}')
        return lines

    # Calling

    def calling_lines(self) -> list[str]:
        calling = dict(self.rules.get("calling") or {})
        if "method" not in calling:
            raise ImportStopped(f"gene-rules/{self.symbol}.yaml: calling has no method")
        unknown = set(calling) - set(CALLING_ORDER)
        if unknown:
            raise ImportStopped(f"gene-rules/{self.symbol}.yaml: calling has {sorted(unknown)}")
        for key, field in (("requiredPositions", "requiredPositions"), ("tierOnePositions", "amp1Positions")):
            places = self.exemption.get(field, [])
            if places:
                calling[key] = [self.by_place[place].id for place in places]
        caps = {}
        for allele in self.alleles:
            found = re.fullmatch(r"(.+)x≥(\d+)", allele.name)
            if found:
                caps[found[1]] = int(found[2])
        if caps:
            calling["copyNumberCaps"] = caps
        groups = []
        for group in self.exemption.get("unphasedDiplotypePriorities", []):
            groups.append([group["pick"]] + [d for d in group["list"] if d != group["pick"]])
        if groups:
            calling["unphasedPriorities"] = groups
        self.check_calling(calling)
        lines = ["calling:"]
        for key in CALLING_ORDER:
            if key not in calling:
                continue
            if key == "unphasedPriorities":
                lines.append(f"  {key}:")
                lines += [
                    "    - [" + ", ".join(f'"{d}"' for d in group) + "]" for group in calling[key]]
            else:
                lines.append(f"  {key}: {flow(calling[key])}")
        return lines

    def check_calling(self, calling: dict):
        names = {a.name for a in self.alleles}
        ids = {p.id for p in self.positions}
        for group in calling.get("unphasedPriorities", []):
            for diplotype in group:
                if not set(diplotype.split("/")) <= names:
                    raise ImportStopped(f"{self.symbol}: priority {diplotype} names no allele")
        fallback = calling.get("fallback")
        if fallback and (fallback["position"] not in ids or not set(fallback["haplotypes"].values()) <= names):
            raise ImportStopped(f"gene-rules/{self.symbol}.yaml: fallback does not fit the definitions")
        linked = calling.get("linkedPair")
        if linked and not ({linked["causal"], linked["tag"]} <= ids
                           and {linked["both"], linked["causalOnly"]} <= names):
            raise ImportStopped(f"gene-rules/{self.symbol}.yaml: linkedPair does not fit the definitions")
        order = calling.get("functionOrder")
        if order and {a.function for a in self.alleles if a.function} - set(order):
            raise ImportStopped(f"gene-rules/{self.symbol}.yaml: functionOrder lacks a function")

    # The file

    def source_lines(self) -> list[str]:
        entries = []
        if self.definition:
            entries.append({
                "name": "ClinPGx", "version": self.definition["version"][:10],
                "licence": "CC-BY-SA-4.0", "url": "https://www.clinpgx.org"})
        if self.symbol in STAR_ALLELE_SOURCE:
            entries.append({
                "name": "PharmVar", "version": self.definition["version"][:10],
                "licence": "CC-BY-SA-4.0", "url": f"https://www.pharmvar.org/gene/{self.symbol}"})
        if self.table and self.symbol != "F5":
            stated = Reference.OLDER.get(self.symbol, self.table["version"])
            date = re.search(r"\d{4}-\d{2}-\d{2}", stated)[0]
            if self.symbol in NEWER_VALUES:
                date = f"{date}, {NEWER_VALUES[self.symbol]} of 2025-11"
            entries.append({
                "name": "CPIC", "version": date, "licence": "CC0-1.0", "url": "https://cpicpgx.org"})
        entries += self.rules.get("sources", [])
        lines = ["sources:"]
        for entry in entries:
            parts = ", ".join(
                f'{key}: "{value}"' if key in ("version", "url") else f"{key}: {scalar(value)}"
                for key, value in entry.items())
            lines.append("  - {" + parts + "}")
        return lines

    def text(self, weights: dict) -> str:
        self.gather_positions()
        self.place_on_grch37()
        self.cross_check_positions()
        self.add_contexts()
        self.gather_alleles()
        self.assign_functions()
        lines = [
            "# Written by scripts/import-knowledge from the sources below and gene-rules/"
            f"{self.symbol}.yaml. Don't edit."]
        for remark in self.head_remarks:
            lines += comment(remark)
        lines.append(f"gene: {self.symbol}")
        if self.contig:
            lines.append(f"contig: {self.contig}")
        inheritance = self.rules.get("inheritance")
        if inheritance is None:
            inheritance = "chromosomeX" if self.contig == "chrX" else "autosomal"
        lines.append(f"inheritance: {inheritance}")
        lines += evidence.line(self.symbol, weights)
        lines += self.source_lines()
        for key, entries in (("positions", self.positions), ("alleles", self.alleles)):
            lines.append(f"{key}:" if entries else f"{key}: []")
            for entry in entries:
                lines += entry.lines()
        lines += self.calling_lines()
        lines += self.phenotype_lines()
        return "\n".join(lines) + "\n"


def main(reference: Path, knowledgebase: Path):
    """Writes the file of every gene but those the PyPGx tables alone describe (pypgx_genes.py);
    prints what was noticed on the way."""
    tables = Reference(reference)
    weights = evidence.by_gene(reference)
    folder = knowledgebase / "gene-rules"
    rules = {path.stem: load(path) for path in folder.glob("*.yaml")}
    stated = {symbol for symbol, fact in rules.items() if "table" not in fact}
    missing = set(tables.genes()) - stated
    if missing:
        raise SystemExit(f"{folder}: no rules for {', '.join(sorted(missing))}")
    target = knowledgebase / "genes"
    target.mkdir(exist_ok=True)
    written, report, indels, counts = {}, [], [], []
    try:
        for symbol in sorted(stated):
            gene = GeneImport(symbol, tables, rules[symbol], report)
            written[symbol] = gene.text(weights)
            indels += gene.indels
            defined = sum(1 for a in gene.alleles if a.cells)
            used = sum(1 for p in gene.positions if p.role == "defining")
            counts.append(
                f"{symbol:8} {defined:4} alleles with cells, {len(gene.alleles) - defined:3} without, "
                f"{used:4} positions, {len(gene.positions) - used} more, "
                f"{gene.verified:6} of {len((gene.table or {}).get('diplotypes', [])):6} diplotypes reproduced")
    except ImportStopped as stop:
        raise SystemExit(f"gene import stopped: {stop}")
    for symbol, text in written.items():
        (target / f"{symbol}.yaml").write_text(text, encoding="utf-8")
    for heading, lines in (("Genes", counts), ("Indels", indels), ("Notes", report)):
        print(f"\n{heading}")
        for line in lines:
            print(f"  {line}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit("usage: genes.py REFERENCE KNOWLEDGEBASE")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
