"""Checks `risks/*.yaml`: form, sources, and that each figure stands in the text it names."""

import re
from collections import Counter
from pathlib import Path

from guideline_rows import word_runs
from handread import strings
from readings import drug_id
from risk_sources import PERCENTAGES, VALUES, Staged, numbers, words_of
from yamltext import load

SCORE = re.compile(r"≥?\d\.\d{1,2}")
RUN = 8  # words in a row that count as a source's wording
RISK = ["id", "medicines", "reaction", "severity", "when", "unassessed", "class", "action",
        "contraindicated", "monitor", "onset", "estimates", "sources", "remark"]
CHOICES = {
    "severity": {"lifeThreatening", "severe", "moderate", "mild"},
    "class": {"high", "medium", "lowToNone", "noRecommendation"},
    "action": {"avoid", "useAlternative", "reduceDose", "increaseDose", "adjustDose", "monitor",
               "test", "standard", "noRecommendation"},
    "basis": {"published", "guideline", "label"},
    "monitor": {"drugLevel", "response", "sideEffects", "electrocardiogram", "inr", "bloodCount",
                "liverFunction", "bloodPressure", "creatineKinase", "lipids", "bilirubin",
                "haemolysis", "metaboliteLevel", "skinReaction", "hearing", "bodyTemperature",
                "bleeding", "heartRate", "renalFunction"},
}
DRUG_CLASSES = {"antiepileptics"}  # what ClinPGx names instead of each medicine
CPIC_NAMES = {"vitamin-c": "ascorbic-acid-vitamin-c-plain",
              "vitamin-k-and-analogues": "phytonadione"}
CLASSES = {"high": {"high"}, "medium": {"medium"}, "low-to-no": {"lowToNone"},
           "no recommendation": {"noRecommendation"}}


class Genes:
    """What each gene of the knowledge base can show."""

    def __init__(self, folder):
        self.files = {path.stem: load(path) for path in Path(folder).glob("*.yaml")}

    def can_match(self, gene):
        """Whether a condition on the gene can come true."""
        return gene in self.files

    def is_list(self, gene):
        """Whether the gene is a list of genotypes, which can't tell two copies or a deficiency."""
        return self.files[gene]["calling"]["method"] == "variants"

    def faults(self, gene, need):
        """What is wrong with a condition on a gene."""
        if not self.can_match(gene):
            return [f"nothing can match {gene}; say `unassessed`"]
        file = self.files[gene]
        if self.is_list(gene) and not (isinstance(need, dict) and "carries" in need):
            return [f"{gene} is a list of genotypes, which only `carries` can match"]
        alleles = {allele["name"] for allele in file.get("alleles") or []}
        if isinstance(need, list):
            phenotype = file["phenotype"]
            results = {pair[-1] for pair in phenotype.get("functionPairs", [])}
            results |= {step["phenotype"] for step in phenotype.get("activityScore", [])}
            return [f"{gene} can't be '{item}'" for item in set(need) - results]
        if "score" in need:
            if "activityScore" not in file["phenotype"]:
                return [f"{gene} has no activity score"]
            parts = " ".join(need["score"]).replace("...", " ").split()
            return [f"{gene} score '{part}'" for part in parts if not SCORE.fullmatch(part)]
        if not alleles:  # known from outside only, as HLA
            return [f"{gene} {name} is no allele" for name in need["carries"]
                    if not re.fullmatch(r"\*\d\d:\d\d", name)]
        names = need.get("carries") or [
            name for pair in need["diplotype"] for name in pair.split("/")]
        return [f"{gene} has no allele '{name}'" for name in names if name not in alleles]


class Check:
    """One pass over the risks; `faults` and the counts are its outcome."""

    def __init__(self, reference, knowledgebase):
        self.folder = Path(knowledgebase)
        self.staged = Staged(reference)
        self.genes = Genes(self.folder / "genes")
        self.risks, self.faults, self.used = [], [], set()
        for path in sorted((self.folder / "risks").glob("*.yaml")):
            read = load(path)
            if read.get("topic") != path.stem:
                self.faults.append(f"{path.name}: its topic is '{read.get('topic')}'")
            self.risks += [(path.stem, risk) for risk in read.get("risks", [])]
        for id_, times in Counter(risk["id"] for _, risk in self.risks).items():
            if times > 1:
                self.faults.append(f"{id_}: there {times} times")
        for topic, risk in self.risks:
            said = self._form(risk) + self._evidence(risk)
            self.faults += [f"{topic} {risk['id']}: {fault}" for fault in said]
        self.faults += self._classes() + self._wording()

    @staticmethod
    def gene_names(risk):
        return sorted(risk["when"]) if "when" in risk else [risk["unassessed"]["gene"]]

    def _form(self, risk):
        """What is wrong with the fields of a risk."""
        faults = [f"unknown field {name}" for name in risk if name not in RISK]
        faults += [f"no {name}" for name in ("medicines", "reaction", "severity", "sources")
                   if not risk.get(name)]
        if ("when" in risk) == ("unassessed" in risk):
            return faults + ["needs either `when` or `unassessed`"]
        for gene, need in risk.get("when", {}).items():
            faults += self.genes.faults(gene, need)
        gene = risk.get("unassessed", {}).get("gene")
        if gene and self.genes.can_match(gene) and not self.genes.is_list(gene):
            faults.append(f"{gene} can be matched: say `when`")
        faults += [f"'{name}' is no drug id" for name in risk["medicines"]
                   if name != drug_id(name)]
        for name in ("severity", "class", "action"):
            if name in risk and risk[name] not in CHOICES[name]:
                faults.append(f"{name} '{risk[name]}'")
        if risk.get("contraindicated", True) is not True:
            faults.append("contraindicated is not true")
        watched = set(risk.get("monitor", []))
        faults += [f"monitor '{item}'" for item in watched - CHOICES["monitor"]]
        if len(str(risk.get("remark", "")).split()) > 30:
            faults.append("a remark of over 30 words")
        return faults

    def _evidence(self, risk):
        """What is wrong with the sources and figures of a risk."""
        faults = [fault for source in risk["sources"] for fault in self._source(source, risk)]
        for estimate in risk.get("estimates", []):
            name = f"{estimate['measure']} ({estimate.get('population')})"
            wrong = "percent" if estimate["measure"] in VALUES else "value"
            if estimate["measure"] not in VALUES | PERCENTAGES or wrong in estimate:
                faults.append(f"{name}: measure or unit")
            if estimate["basis"] not in CHOICES["basis"]:
                faults.append(f"{name}: basis '{estimate['basis']}'")
            genes = self.gene_names(risk)
            reasons = [self.staged.untraced(estimate, risk, gene) for gene in genes]
            if all(reasons):
                faults.append(f"{name}: untraced: {reasons[0]}")
            for gene in genes:
                if estimate["basis"] == "published" and "url" not in estimate:
                    line = self.staged.fact(estimate, risk, gene)
                    self.used.add(self.staged.facts.index(line) if line else None)
        if risk.get("contraindicated") and not any(
                "contraindicat" in text.lower() or "contra-indicat" in text.lower()
                for source in risk["sources"] for text in self._texts(source)):
            faults.append("contraindicated, and no source of it says so")
        said = re.sub(r"level \w+", "", f"{risk.get('remark', '')} {risk.get('onset', '')}")
        held = {figure for source in risk["sources"] for text in self._texts(source)
                for figure in numbers(text)}
        return faults + [f"no source of it has {figure}" for figure in numbers(said) - held]

    def _texts(self, source):
        """The staged texts a source stands for; none for literature."""
        if source["name"] == "FDA-label":
            return [excerpt["text"] for excerpt in self.staged.labels.get(source["label"], [])
                    if excerpt["hash"] == source["text"]]
        if source["name"] == "FDA-table":
            return [line["interaction_text"] for line in self._table_rows(source)]
        return self.staged.pieces.get(source.get("id"), [])

    def _table_rows(self, source):
        return [line for line in self.staged.associations
                if line["url"].split("#")[-1] == str(source.get("id", ""))]

    def _source(self, source, risk):
        """What is wrong with one source: not staged, or not about this gene and medicine."""
        genes, medicines = self.gene_names(risk), risk["medicines"]
        name, id_ = source["name"], str(source.get("id", ""))
        if name == "literature":
            return [] if source.get("url") else [f"no address for {id_}"]
        if name == "FDA-label":
            excerpts = [excerpt for excerpt in self.staged.labels.get(source["label"], [])
                        if excerpt["hash"] == source["text"]]
            if not excerpts or excerpts[0]["section"] != source["section"]:
                return [f"no such section of {source['label']}"]
            named = any(word in excerpts[0]["names"] for word in words_of(medicines))
            return [] if named else [f"{source['label']} is of another medicine"]
        if name == "FDA-table":
            held = [line for line in self._table_rows(source)
                    if any(set(medicine.split("-")) <= set(drug_id(line["drug"]).split("-"))
                           for medicine in medicines)
                    and any(gene in line["gene"] or line["gene"] == "Nonspecific (NAT)"
                            for gene in genes)]
            return [] if held else [f"FDA-table {id_} is not about these"]
        if id_ in self.staged.clinical:
            line = self.staged.clinical[id_]
            faults = [] if line["Latest History Date (YYYY-MM-DD)"] == source["version"] else [
                f"{id_} is not of {source['version']}"]
            drugs = set(map(drug_id, line["Drug(s)"].split(";")))
            if not drugs & (set(medicines) | DRUG_CLASSES):
                faults.append(f"{id_} is about {line['Drug(s)']}")
            if not set(line["Gene"].split(";")) & set(genes):
                faults.append(f"{id_} is about {line['Gene']}")
            return faults + self._alleles(line["Variant/Haplotypes"], risk, id_)
        if id_ not in self.staged.pieces:
            return [f"{name} {id_} is not staged"]
        about_genes, about_drugs = self.staged.subjects[id_]
        faults = [] if source["version"] in self.staged.dates[id_] else [
            f"{id_} is not of {source['version']}"]
        faults += [] if about_genes & set(genes) else [f"{id_} is about {about_genes}"]
        text = " ".join(self.staged.pieces[id_]).lower()
        if not about_drugs & set(medicines) and not any(
                medicine.replace("-", " ") in text for medicine in medicines):
            faults.append(f"{id_} is about other medicines")
        return faults

    @staticmethod
    def _alleles(variants, risk, id_):
        """HLA annotations must name one of the risk's alleles."""
        for gene, need in risk.get("when", {}).items():
            if gene.startswith("HLA") and not any(
                    f"{gene}{name}" in variants for name in need["carries"]):
                return [f"{id_} is about {variants}"]
        return []

    def _classes(self):
        """Where G6PD.yaml ranks a medicine otherwise than the staged table."""
        ranked = {}
        for topic, risk in self.risks:
            if topic == "G6PD" and "class" in risk and "Deficient" in risk["when"]["G6PD"]:
                for medicine in risk["medicines"]:
                    ranked.setdefault(medicine, set()).add(risk["class"])
        table = {}
        for line in self.staged.classes:
            medicine = CPIC_NAMES.get(drug_id(line["drug"]), drug_id(line["drug"]))
            table[medicine] = CLASSES.get(line["cpic_risk_class"], {"high", "medium"})
        table["aspirin"] = {"lowToNone", "noRecommendation"}  # up to 1 g a day, and above
        return [f"G6PD {name}: ranked {ranked.get(name)}, in the table {table.get(name)}"
                for name in sorted(table.keys() | ranked.keys())
                if ranked.get(name) != table.get(name)]

    def _wording(self):
        """Runs of words shared with a staged text."""
        own = {}
        for topic, risk in self.risks:
            said = [risk["reaction"], risk.get("onset", ""), risk.get("remark", ""),
                    risk.get("unassessed", {}).get("state", "")]
            said += [estimate.get("population", "") for estimate in risk.get("estimates", [])]
            for text in strings(said):
                for run in word_runs(text, RUN):
                    own.setdefault(run, f"{topic} {risk['id']}")
        shared = {run for text in self.staged.texts() for run in word_runs(text, RUN)} & set(own)
        return [f"{own[run]}: a source's wording: {run}" for run in sorted(shared)]

    def report(self):
        """The counts, as text."""
        estimates = [estimate for _, risk in self.risks for estimate in risk.get("estimates", [])]
        medicines = {medicine for _, risk in self.risks for medicine in risk["medicines"]}
        known = {path.stem for path in (self.folder / "drugs").glob("*.yaml")}
        for path in (self.folder / "medicines").glob("identity*.tsv"):
            known |= {line.split("\t")[0] for line in path.read_text("utf-8").splitlines()}
        bases = Counter(estimate["basis"] for estimate in estimates)
        yield (f"{len({topic for topic, _ in self.risks})} topics, {len(self.risks)} risks, "
               f"{sum('unassessed' in risk for _, risk in self.risks)} of them unassessed; "
               f"{len(medicines)} medicines, {len(medicines - known)} of them described nowhere")
        yield (f"{len(estimates)} estimates: "
               + ", ".join(f"{count} {basis}" for basis, count in sorted(bases.items()))
               + f"; {sum('url' in estimate for estimate in estimates)} of the published ones by "
               "an address read, the others by a row of the facts table")
        verified = [i for i, line in enumerate(self.staged.facts)
                    if line["status"].startswith("verified")]
        yield (f"{len(self.used & set(verified))} of {len(verified)} verified rows of the facts "
               "table are cited as published")
        described = {source["name"] for source in load(self.folder / "sources.yaml")}
        named = {source["name"] for _, risk in self.risks for source in risk["sources"]}
        if named - described:
            yield f"sources.yaml does not describe {', '.join(sorted(named - described))}"
        yield f"{len(self.faults)} faults"
        yield from self.faults


def main(reference, knowledgebase):
    """Prints the report; false if anything is wrong."""
    check = Check(reference, knowledgebase)
    print("\n".join(check.report()))
    return not check.faults
