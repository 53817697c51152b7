"""Whether fields of `drugs/*.yaml` that lean on each other agree, as FORMAT.md asks."""

import coverage, indextext
from handread import audience

WORDS = 30  # the most a remark has
VALUES = {
    "titration": {"startLow", "slowly", "byResponse", "byDrugLevel", "bySideEffects",
                  "byMetaboliteLevel"},
    "tests": {"enzymeActivity", "genotype", "drugLevel", "metaboliteLevel", "uracilLevel",
              "plateletFunction", "hlaType", "heartRhythm"},
}


def faults(run, knowledgebase, drugs):
    """What is wrong with the drugs as written."""
    for drug in drugs:
        for guideline in drug["guidelines"]:
            rules = guideline["rules"] or []
            for rule in rules:
                for fault in rule_faults(rule, run.words):
                    yield f"{rule['id']}: {fault}"
            if guideline.get("leavesOut", {}) != coverage.left_out(
                    guideline["genes"], rules, run.genes):
                yield f"{drug['drug']} {guideline['id']}: leavesOut is not what rules leave out"
    used = {rule.get("population") for drug in drugs for guideline in drug["guidelines"]
            for rule in guideline["rules"] or []}
    for population in run.words["audiences"].keys() - used:
        yield f"words.yaml: no rule is for the population '{population}'"
    written = (knowledgebase / indextext.FILE).read_text(encoding="utf-8")
    if written != indextext.text(indextext.index(run, drugs)):
        yield f"{indextext.FILE} is not the index of these drugs"


def rule_faults(rule, words):
    """What is wrong with one rule."""
    for field, known in VALUES.items():
        values = rule.get(field, [])
        if set(values) - known or len(set(values)) != len(values):
            yield f"{field}: {values}"
    actions = [rule["action"], *rule.get("also", [])]
    if ("test" in actions) != bool(rule.get("tests")):
        yield "a test to be done must be named, and only then"
    if rule.get("contraindicated") and rule["action"] not in ("avoid", "useAlternative"):
        yield f"contraindicated, but the action is {rule['action']}"
    if rule.get("audience", {}) != audience(words, rule.get("population", "")):
        yield "audience is not that of the population"
    if len(rule.get("remark", "").split()) > WORDS:
        yield f"a remark of more than {WORDS} words"
