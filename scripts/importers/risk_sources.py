"""What is staged of the sources that risks/*.yaml names, and whether a figure stands in it."""

import json
import re
from decimal import Decimal
from pathlib import Path

from guideline_rows import table
from readings import drug_id, key, sentence

VALUES = {"oddsRatio", "relativeRisk", "hazardRatio", "numberNeededToTest", "foldExposure",
          "per100PersonYears"}
PERCENTAGES = {"positivePredictiveValue", "negativePredictiveValue", "carrierRisk",
               "baselineRisk", "incidence", "carrierFrequency", "sensitivity", "specificity"}
FIGURES = ["value", "percent", "low", "high"]
NEWER = "derived/recommendations_seen_in_example_reports_2024-05_to_2025-11.tsv"
NAMES = re.compile(r"\*\s?\d+(?::\d+)*[A-Z]?|[A-Za-z]\w*\d\w*")  # alleles, genes, identifiers
NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
RATIO = re.compile(
    rf"({NUMBER})(?:\s*(?:-|to)\s*({NUMBER}))?\s+(?:in|per|out of)\s+({NUMBER})", re.I)
GUIDELINE = re.compile(r"PA\d+")
COLUMNS = {"positivePredictiveValue": ["ppv_pct"], "negativePredictiveValue": ["npv_pct"],
           "numberNeededToTest": ["nnt_or_nng"], "carrierFrequency": ["carrier_frequency"]}
GROUPS = {"fluoropyrimidines": "fluorouracil", "anti-TB": "isoniazid",
          "combined oral contraceptive": "ethinyl estradiol"}  # of the facts table
LABEL_NAMES = {"valproic-acid": "divalproex"}  # a medicine's name on labels, if not its id
NO_DRUG = {"-", "none (no OC)"}


def number(text):
    return Decimal(text.replace(",", "")).normalize()


def without_names(text):
    """A text whose alleles and identifiers are out, and all of whose dashes are hyphens."""
    return NAMES.sub(" ", re.sub("[–—]", "-", text))


def numbers(text):
    """Every number of a text, and `1-2 per 1000` as percentages too; none out of names."""
    text = without_names(text)
    return {number(n) for n in re.findall(rf"(?<![\w.]){NUMBER}", text)} | of_ratios(text)


def percentages(text):
    """The numbers of a text that it gives as percentages, or as `1-2 per 1000`."""
    text = without_names(text)
    found = set()
    for first, second in re.findall(
            rf"(?<![\w.])({NUMBER})\s*%?(?:\s*(?:-|to|and)\s*({NUMBER}))?\s*(?:%|percent)",
            text):
        found |= {number(part) for part in (first, second) if part}
    return found | of_ratios(text)


def multiples(text):
    """The numbers of a text that it gives as `3- to 7-fold`, `3 times` or `a factor 3-7`."""
    text = without_names(text)
    said = re.findall(
        rf"(?<![\w.])((?:{NUMBER}[\s,-]*(?:(?:to|and|or)\s+)?)+)(?:fold|times|x\b)", text)
    said += re.findall(rf"factor(?: of)?\s+({NUMBER}(?:\s*-\s*{NUMBER})?)", text)
    return {number(n) for part in said for n in re.findall(NUMBER, part)}


def of_ratios(text):
    """`1-2 per 1000` as percentages."""
    return {(number(part) * 100 / number(whole)).normalize()
            for first, second, whole in RATIO.findall(text) for part in (first, second)
            if part and number(whole)}


def words_of(medicines):
    """The words that tell these medicines from others."""
    names = [*medicines, *(LABEL_NAMES[name] for name in medicines if name in LABEL_NAMES)]
    return {word for name in names for word in name.split("-") if len(word) > 3}


def figures(estimate):
    """The numbers of an estimate."""
    return [Decimal(str(estimate[name])).normalize() for name in FIGURES if name in estimate]


READERS = {"foldExposure": multiples, "relativeRisk": multiples, "oddsRatio": numbers,
           "hazardRatio": numbers, "numberNeededToTest": numbers}  # percentages for the rest


class Staged:
    """The staged tables, each read once."""

    def __init__(self, reference):
        self.reference = Path(reference)
        self.pieces, self.dates, self.subjects = {}, {}, {}
        self._annotations()
        self._rows()
        self.labels = self._labels()
        self.clinical = {line["Clinical Annotation ID"]: line for line in table(
            self.reference / "clinpgx/clinical_annotations.2025-01-05.tsv")}
        self.associations = [line for line in table(
            self.reference / "derived/fda_pgx_associations_merged.tsv")
            if line["interaction_text"]]
        self.facts = table(self.reference / "adr/pgx_adr_risk_facts.tsv")
        self.classes = table(self.reference / "adr/g6pd_drug_risk_classes_cpic.tsv")
        self._numbers = {}

    def _annotations(self):
        path = self.reference / "clinpgx/guideline_annotations.2025-01-05.compact.json"
        for entry in json.loads(path.read_text(encoding="utf-8")):
            text = "\n".join([entry["summary"], entry["pediatric"], entry["text"]])
            self.pieces[entry["id"]] = text.split("\n")
            self.dates[entry["id"]] = {entry["lastHistory"] or "2025-01-05"}
            self.subjects[entry["id"]] = (set(entry["genes"]), set(map(drug_id, entry["drugs"])))

    def _add(self, id_, date, genes, drug, text):
        self.pieces.setdefault(id_, []).append(text)
        self.dates.setdefault(id_, set()).add(date)
        known = self.subjects.setdefault(id_, (set(), set()))
        known[0].update(genes)
        known[1].add(drug_id(drug))

    def _rows(self):
        for line in table(self.reference / "derived/recommendations_cpic_dpwg_2024-03.tsv"):
            self._add(line["guideline_id"], line["data_version"][:10],
                      line["guideline_genes"].split("; "), line["drug"],
                      f"{line['implications']} {line['recommendation']}")
        for line in table(self.reference / NEWER):
            genes = re.findall(r'"([A-Z][\w-]+)":', line["lookup"])
            self._add(line["gid"], line["ver"][:10], genes, line["drug"],
                      f"{line['impl']} {line['rec']}")
        path = self.reference / "cpic/cpic_new_2024_2025.json"
        for entry in json.loads(path.read_text(encoding="utf-8"))["items"]:
            id_, drug, gene = (entry["guideline"].split() + ["", ""])[:3]
            if GUIDELINE.fullmatch(id_):
                for row in entry["rows"]:
                    self._add(id_, "2025-11-05", [gene], drug, json.dumps(row))

    def _labels(self):
        """`BRAND date` → its excerpts: section, hash, text, names of the substance."""
        found = {}
        names = {line["set_id"]: f"{line['brand']} {line['generic']} {line['substance']}"
                 for line in table(self.reference / "fda/fda_labels_index.tsv")}
        path = self.reference / "fda/fda_label_pgx_excerpts.jsonl"
        for line in map(json.loads, path.open(encoding="utf-8")):
            day = line["effective"]
            found.setdefault(f"{line['brand']} {day[:4]}-{day[4:6]}-{day[6:]}", []).append({
                "section": line["section"].split(" (")[0].replace("_", " "),
                "hash": key(line["text"]), "text": sentence(line["text"]),
                "names": names.get(line["set_id"], line["generic"]).lower()})
        return found

    def texts(self):
        """Every text whose wording must not be ours."""
        for pieces in self.pieces.values():
            yield from pieces
        for excerpts in self.labels.values():
            yield from (excerpt["text"] for excerpt in excerpts)
        yield from (line["interaction_text"] for line in self.associations)

    # Tracing

    def _holding(self, wanted, read, texts, place):
        """Whether one of the texts holds all the numbers; `place` names them for the cache."""
        if (place, read) not in self._numbers:
            self._numbers[place, read] = [read(text) for text in texts]
        return any(all(n in held for n in wanted) for held in self._numbers[place, read])

    def untraced(self, estimate, risk, gene):
        """Why an estimate's figures can't be found where it says they are, or None."""
        wanted, source = figures(estimate), str(estimate["source"])
        read = READERS.get(estimate["measure"], percentages)
        if not wanted:
            return "no figure"
        if estimate["basis"] == "guideline":
            named = GUIDELINE.search(source)
            if not named or named[0] not in self.pieces:
                return f"no staged guideline '{source}'"
            if not self._holding(wanted, read, self.pieces[named[0]], named[0]):
                return f"not in one passage of {source}"
        elif estimate["basis"] == "label":
            if estimate.get("label") not in self.labels:
                return f"no staged label '{estimate.get('label')}'"
            texts = [excerpt["text"] for excerpt in self.labels[estimate["label"]]]
            if not self._holding(wanted, read, texts, estimate["label"]):
                return f"not in one section of {estimate['label']}"
        elif "url" in estimate:
            if not re.fullmatch(r"\d{4}-\d\d-\d\d", str(estimate.get("readOn", ""))):
                return "an address without the day it was read"
        elif not self.fact(estimate, risk, gene):
            return f"no verified row of {source} about {gene} and this medicine holds it"
        return None

    def fact(self, estimate, risk, gene):
        """The verified row of the facts table that holds a published estimate, or None."""
        for line in self.facts:
            if (line["status"].startswith("verified") and "check wording" not in line["status"]
                    and str(estimate["source"]) in line["source"]
                    and self._about(line, risk, gene)):
                held = numbers(" ; ".join(line[name] for name in COLUMNS.get(
                    estimate["measure"], ["value", "ci95_or_range"])))
                if all(n in held for n in figures(estimate)):
                    return line
        return None

    @staticmethod
    def _about(line, risk, gene):
        """Whether a row of the facts table is about the gene, a medicine and an HLA allele."""
        drug = GROUPS.get(line["drug"], line["drug"])
        if gene not in line["gene"] and line["gene"] != "-":
            return False
        if drug not in NO_DRUG and not any(
                word in drug for word in words_of(risk["medicines"])):
            return False
        alleles = risk.get("when", {}).get(gene, {}) if gene.startswith("HLA") else {}
        return not alleles or any(
            name in line["variant_or_phenotype"] for name in alleles["carries"])
