"""Imports what guidelines and FDA say of drugs: tables and readings in, `drugs/*.yaml` out."""

import argparse
import itertools
import sys
from pathlib import Path

import changes, conditions, coverage, drugtext, guideline_rows, indextext, levels
from conditions import Unmappable
from fda import Fda
from handread import audience
from medicines import Medicines
from otherguidelines import OtherGuidelines
from readings import FIELDS, Readings, drug_id
from yamltext import load

LICENCES = {"CPIC": "CC0-1.0", "DPWG": "CC-BY-SA-4.0"}
URL = "https://www.clinpgx.org/guidelineAnnotation/"


class Import:
    """One run over the tables."""

    def __init__(self, reference, knowledgebase):
        self.reference, self.knowledgebase = Path(reference), Path(knowledgebase)
        folder = self.knowledgebase / "readings"
        self.words = load(folder / "words.yaml")
        self.by_hand = load(folder / "guidelines.yaml")
        self.readings = {source: Readings(folder, source) for source in LICENCES}
        self.index = guideline_rows.index(reference)
        self.unmapped, self.skipped, self.superseded, self.corrected = [], [], [], []
        self.rows = self._rows()
        self.domains = self._domains()
        self._add_rows_by_hand()
        self.by_rule = [Fda(reference, knowledgebase), OtherGuidelines(reference, knowledgebase)]
        self.genes = coverage.genes(knowledgebase)
        self.changed = changes.Changes(reference, self.words)

    # Rows

    def _tokens(self, row):
        """Every combination of tokens a row stands for, one for each of its genes in order."""
        table = self.words["keys"].get(row.source, {})
        combos = [()]
        for gene in sorted(row.lookup):
            found = conditions.tokens(gene, row.lookup[gene], table, self.words["remarks"])
            combos = [combo + (token,) for combo in combos for token in found]
        return combos

    def _populations(self, row):
        """The populations in our words; empty is general."""
        found = self.words["populations"].get(row.population, row.population)
        found = found or self.words["populationOf"].get(row.guideline, "")
        return found if isinstance(found, list) else [found]

    def _rows(self):
        """(source, drug, guideline, genes, tokens, population) → the newest row."""
        held = {}
        older = guideline_rows.older(self.reference)
        self._correct(older)
        for row in older + guideline_rows.newer(self.reference, self.words["editions"]):
            try:
                combos = self._tokens(row)
            except Unmappable as reason:
                self.unmapped.append((row, str(reason)))
                continue
            for combo, population in itertools.product(combos, self._populations(row)):
                place = (row.source, row.drug, row.guideline, tuple(sorted(row.lookup)), combo,
                         population)
                before = held.get(place)
                if before is not None:
                    row_id = row.row_id or before.row_id
                    if before.text != row.text:
                        self.superseded.append(before)
                    row = guideline_rows.Row(**{**vars(row), "row_id": row_id,
                                                "genes": before.genes})
                held[place] = row
        return held

    def _correct(self, rows):
        """Gives the rows known to be wrong the texts of the row they should equal."""
        by_id = {row.row_id: row for row in rows}
        for entry in self.words.get("corrections", []):
            wrong, right = by_id[entry["row"]], by_id[entry["as"]]
            wrong.text, wrong.implications = right.text, right.implications
            wrong.strength = right.strength
            self.corrected.append((wrong, entry["why"]))
        keyed = {}
        for row in rows:
            if len(row.lookup) == 1:
                (gene, value), = row.lookup.items()
                keyed[row.source, row.drug, row.guideline, row.population, gene, str(value)] = row
        for place, wrong in keyed.items():
            value = self.words["readAs"].get(place[0], {}).get(place[4], {}).get(place[5])
            right = keyed.get(place[:5] + (value,))
            if right and right.text != wrong.text:
                wrong.text, wrong.implications = right.text, right.implications
                wrong.strength = right.strength
                self.corrected.append((wrong, f"{place[5]} is read as {value}"))

    def _domains(self):
        """(source, gene) → every token the source uses for the gene."""
        domains = {}
        for source, _, _, genes, combo, _ in self.rows:
            for gene, token in zip(genes, combo):
                domains.setdefault((source, gene), set()).add(token)
        return domains

    def _add_rows_by_hand(self):
        """Rows a person took from a guideline's page.

        A table's row for the same key stands, unless ours says that it is to be used `instead`.
        """
        for entry in self.by_hand:
            for drug in entry["drugs"]:
                for place, row in list(self.rows.items()):
                    if place[:3] == (entry["source"], entry.get("rowsOf"), entry["id"]):
                        copy = guideline_rows.Row(**{**vars(row), "row_id": entry["id"]})
                        self.rows.setdefault((place[0], drug) + place[2:], copy)
                for given in entry.get("rows", []):
                    self._add_row_by_hand(entry, drug, given)

    def _add_row_by_hand(self, entry, drug, given):
        genes = sorted(given["when"])
        combos = [()]
        for gene in genes:
            written = given["when"][gene]
            domain = self.domains.get((entry["source"], gene), set())
            if isinstance(written, list):
                found = [("phenotype", value) for value in written]
            elif "diplotype" in written:
                found = [("diplotype", value) for value in written["diplotype"]]
            else:
                found = [token for token in domain if conditions.fulfils(written, token)]
            self.domains.setdefault((entry["source"], gene), set()).update(found)
            combos = [combo + (token,) for combo in combos for token in found]
        for combo in combos:
            place = (entry["source"], drug, entry["id"], tuple(genes), combo,
                     given.get("population", ""))
            before = self.rows.get(place)
            if before and not given.get("instead"):
                continue
            self.rows[place] = guideline_rows.Row(
                source=entry["source"], drug=drug, guideline=entry["id"], genes=genes,
                lookup={}, population="", strength=given.get("strength", ""), text="",
                implications=[], row_id=before.row_id if before else entry["id"],
                version=given.get("version") or entry["version"],
                pmids=before.pmids if before else entry.get("citations", []),
                fields={name: given[name] for name in FIELDS if name in given},
                effects=given.get("implications", {}))
            if before:
                self.superseded.append(before)

    # Rules

    def _read(self, row, drug):
        """The row's fields and effects, or None while a sentence is unread."""
        if row.fields is not None:
            return row.fields, row.effects
        readings = self.readings[row.source]
        fields = readings.advice_for(row.text, drug)
        effects, complete = {}, fields is not None
        for gene, text in row.implications:
            found = readings.effects_for(text, drug)
            if found is None:
                complete = False
            elif found:
                effects[gene] = list(dict.fromkeys(effects.get(gene, []) + found))
        return (fields, effects) if complete else None

    def _strength(self, row):
        return "" if row.strength in self.words["ungraded"] else row.strength

    def rules(self, source, drug, guideline, prefix):
        """The rules of one guideline for one drug, and the rows they stand for."""
        groups, used = {}, []
        for place, row in self.rows.items():
            if place[:3] != (source, drug, guideline):
                continue
            read = self._read(row, self._read_as(source, drug, guideline))
            if read is None:
                self.skipped.append((place, row))
                continue
            fields, effects = read
            said = (place[3], place[5], self._strength(row), repr(sorted(fields.items())),
                    repr(sorted(effects.items())))
            groups.setdefault(said, (fields, effects, {}))[2][place[4]] = row
            used.append((place, row))
        written = []
        for (genes, population, strength, _, _), (fields, effects, members) in groups.items():
            for product in conditions.products(set(members)):
                domains = [self.domains[source, gene] for gene in genes]
                when = {
                    gene: conditions.requirement(chosen, domain)
                    for gene, chosen, domain in zip(genes, product, domains)}
                ids = sorted({
                    row.row_id or guideline for combo, row in members.items()
                    if all(token in chosen for token, chosen in zip(combo, product))})
                place = [min(map(conditions.phenotype_order, chosen)) for chosen in product]
                rule = {"id": "", "when": when, "population": population,
                        "audience": audience(self.words, population), "strength": strength,
                        **{name: fields[name] for name in FIELDS if name in fields},
                        "implications": effects, "rows": ids}
                rule = {key: value for key, value in rule.items()
                        if key == "id" or value not in ("", {}, [])}
                if "remark" in rule:
                    rule["remark"] = rule.pop("remark")
                    rule["rows"] = rule.pop("rows")
                written.append(((genes, place, population, ids), rule))
        rules = []
        for number, (_, rule) in enumerate(sorted(written, key=lambda pair: pair[0]), 1):
            rules.append({**rule, "id": f"{prefix}-{number:02d}"})
        return rules, used

    def _read_as(self, source, drug, guideline):
        """The drug whose readings count, for a drug that shares another's rows."""
        for entry in self.by_hand:
            if (entry["source"], entry["id"]) == (source, guideline) and drug in entry["drugs"]:
                return entry.get("rowsOf", drug)
        return drug

    def _remarks(self, source, drug, guideline, rules):
        """What the rows need said of the guideline as a whole."""
        words = {value for row, value in self.unmapped
                 if (row.source, row.drug, row.guideline) == (source, drug, guideline)}
        kinds = {isinstance(need, dict) and "diplotype" in need
                 for rule in rules for need in rule["when"].values()}
        if kinds == {True, False}:
            words.add("diplotypeFirst")
        return [self.words["remarks"][word] for word in sorted(words)]

    # Drugs

    def guideline_ids(self, source, drug):
        """The guidelines of a source for a drug."""
        ids = {place[2] for place in self.rows if place[:2] == (source, drug)}
        ids |= {e["id"] for e in self.by_hand if e["source"] == source and drug in e["drugs"]}
        return sorted(ids)

    def guideline(self, source, drug, guideline, alone):
        """One guideline of a drug."""
        hand = next((e for e in self.by_hand
                     if (e["source"], e["id"]) == (source, guideline) and drug in e["drugs"]), {})
        rows = [row for place, row in self.rows.items() if place[:3] == (source, drug, guideline)]
        genes = hand.get("genes") or sorted({gene for row in rows for gene in row.genes})
        prefix = f"{source.lower()}-{drug_id(drug)}"
        if not alone:
            prefix += "-" + "-".join(gene.lower() for gene in genes)
        rules, used = self.rules(source, drug, guideline, prefix)
        citations = {p for row in rows for p in row.pmids} | set(hand.get("citations", []))
        remarks = [hand["remark"]] if hand.get("remark") else []
        remarks += self._remarks(source, drug, guideline, rules)
        remarks += self.changed.remarks(source, drug, genes)
        versions = [row.version for _, row in used] or [row.version for row in rows]
        return {
            "source": source, "id": guideline,
            "url": dict(self.index.get((source, drug), [])).get(guideline, URL + guideline),
            "version": hand.get("version") or max(versions), "licence": LICENCES[source],
            "genes": genes, "citations": sorted(citations, key=int),
            "remark": " ".join(remarks), "rules": rules}

    def drugs(self):
        """Every drug of the tables, by name."""
        names = {place[1] for place in self.rows} | {d for e in self.by_hand for d in e["drugs"]}
        names = names.union(*(readings.names() for readings in self.by_rule))
        medicines = Medicines(self.reference, self.knowledgebase, sorted(names, key=drug_id))
        graded = levels.Levels(self.reference, self.words)
        for name in sorted(names, key=drug_id):
            guidelines = []
            for source in LICENCES:
                ids = self.guideline_ids(source, name)
                guidelines += [self.guideline(source, name, g, len(ids) == 1) for g in ids]
            for readings in self.by_rule:
                guidelines += readings.guidelines(name)
            for guideline in guidelines:
                rules = guideline.pop("rules")
                guideline["leavesOut"] = coverage.left_out(guideline["genes"], rules, self.genes)
                guideline["rules"] = rules
            shown = {} if name == drug_id(name) else {"name": name}
            known = medicines.fields(name)
            yield {"drug": drug_id(name), **shown, **known,
                   "evidence": graded.of(name), "guidelines": guidelines}


def unread_report(run):
    """One line for each sentence nobody has read."""
    for source, readings in run.readings.items():
        for (hash_, kind), drugs in sorted(readings.unread.items()):
            yield f"{source} {kind} {hash_}: {', '.join(sorted(drugs))}"
    for readings in run.by_rule:
        yield from readings.unread_report()


def main(reference, knowledgebase, allow_unread=False):
    """Rewrites `drugs/`; stops before that if a sentence is unread. Returns the run."""
    run = Import(reference, knowledgebase)
    drugs = list(run.drugs())
    unread = list(unread_report(run))
    if unread:
        print("\n".join(unread), file=sys.stderr)
        print(f"{len(unread)} sentences have no reading; {len(run.skipped)} rows wait for them",
              file=sys.stderr)
        if not allow_unread:
            raise SystemExit("someone must read them: add them to knowledgebase/readings")
    index = indextext.index(run, drugs)
    folder = Path(knowledgebase) / "drugs"
    folder.mkdir(exist_ok=True)
    texts = {f"{drug['drug']}.yaml": drugtext.drug_text(drug) for drug in drugs}
    for path in folder.glob("*.yaml"):
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (Path(knowledgebase) / indextext.FILE).write_text(indextext.text(index), encoding="utf-8")
    rules = sum(len(g["rules"]) for drug in drugs for g in drug["guidelines"])
    print(f"{len(drugs)} drugs, {rules} rules")
    return run


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("reference")
    parser.add_argument("knowledgebase")
    parser.add_argument("--allow-unread", action="store_true")
    options = parser.parse_args()
    main(options.reference, options.knowledgebase, options.allow_unread)
