import Testing

struct DrugBreakTests {
  @Test(arguments: fieldBreaks + ruleBreaks + conditionBreaks + doseBreaks + contradictions)
  func `a fault in a drug is told with its line and what to do`(fault: Break) throws {
    let folder = try FixtureFolder()
    try folder.replace(fault.old, by: fault.new, in: fault.file)
    #expect(folder.errors.sorted() == fault.sentences)
  }

  private static let drug = "drugs/samplamine.yaml"

  private static let fieldBreaks = [
    Break(
      drug, "drug: samplamine", "drug: other",
      "1: the file is not named for its drug, found 'other'; name the file 'other.yaml'",
      otherFile: drugIsGone),
    Break(
      drug, "atc: [A01AA01]", "atc: A01AA01",
      "3: 'atc' of a drug must be a list, found 'A01AA01'; write it as [a, b]"),
    Break(
      drug, "atc: [A01AA01]", "atc: [[A01AA01]]",
      "3: an entry of 'atc' of a drug must be text, found 'a list'; write a single value"),
    Break(
      drug, "    licence: CC0-1.0\n", "", "6: a guideline lacks 'licence'; add the field",
      otherFile: [guidelineIsGone]),
    Break(
      drug, "genes: [ALPHA, BETA, GAMMA]", "genes: [ALPHA, BETA, GAMMA, DELTA]",
      "6: guideline 'G1' names a gene that has no file, found 'DELTA'; "
        + "add genes/DELTA.yaml or remove the gene"),
  ]

  private static let guidelineIsGone =
    "guideline-index.tsv, line 3: a guideline in the index is neither entered nor explained, "
    + "found 'CPIC G1, samplamine'; "
    + "add its rules to the drug, or a remark that says why it has none"

  private static func isUnknown(_ what: String) -> String {
    "\(what), found 'samplamine'; correct the id or add it to medicines/identity-hand.tsv"
  }

  private static let drugIsGone: [String] = [
    guidelineIsGone,
    isUnknown(
      "medicines/identity.tsv, line 4: medicine 'otheramine-samplamine' holds an ingredient that "
        + "is not known"),
    isUnknown(
      "medicines/lifestyle.yaml, line 1: factor 'smoking-samplamine' names a medicine that is not "
        + "known"),
    isUnknown("medicines/roles.tsv, line 4: a role belongs to a medicine that is not known"),
    isUnknown(
      "risks/ALPHA.yaml, line 17: risk 'samplamine-fever' names a medicine that is not known"),
    isUnknown(
      "risks/ALPHA.yaml, line 3: risk 'samplamine-rash' names a medicine that is not known"),
  ]

  private static let ruleBreaks: [Break] = [
    Break(
      drug, "alternatives: [otheramine]", "alternatives: [sugar]",
      "14: rule 'r1' names a medicine that is not known, found 'sugar'; "
        + "correct the id or add it to medicines/identity-hand.tsv"),
    Break(
      drug, "also: [reduceDose]", "also: [increaseDose]",
      "14: rule 'r1' has a dose that goes against its action, "
        + "found 'useAlternative, percentReduction 25.0'; correct the action or the dose"),
    Break(
      drug, "action: standard\n        rows: [row-2]",
      "action: noRecommendation\n        doses: [{quantity: amount, low: 7, unit: mg/day}]\n"
        + "        rows: [row-2]",
      "29: the sentence of rule 'r2' does not say a number of its dose, found '7'; "
        + "name an action that the dose belongs to"),
    Break(
      drug, "BETA: [Intermediate]", "BETA: [Poor]",
      "6: no rule of guideline 'G1' covers these results of BETA, found 'Intermediate'; "
        + "add a rule if the source has one, else list them in 'leavesOut'",
      "6: guideline 'G1' leaves out results of BETA that a rule covers, found 'Poor'; "
        + "remove them from 'leavesOut'"),
    Break(
      drug, "id: r2", "id: r1",
      "29: two rules have the same id, found 'r1'; rename it; see drugs/samplamine.yaml, line 14"),
    Break(
      drug, "action: useAlternative", "action: hope",
      "18: 'action' of a rule is not known, found 'hope'; use one of avoid, useAlternative, "
        + "reduceDose, increaseDose, adjustDose, monitor, test, standard, noRecommendation"),
    Break(
      drug, "also: [reduceDose]", "also: [hope]",
      "20: an entry of 'also' of a rule is not known, found 'hope'; use one of avoid, "
        + "useAlternative, reduceDose, increaseDose, adjustDose, monitor, test, standard, "
        + "noRecommendation"),
    Break(
      drug, "        rows: [row-2]\n", "",
      "29: rule 'r2' names no row of its source; add 'rows' with its row ids"),
    Break(
      drug, "strength: Strong", "strenght: Strong",
      "17: a rule has no field of that name, found 'strenght'; use one of id, when, population, "
        + "audience, strength, action, consider, contraindicated, also, doses, alternatives, "
        + "alternativeKind, excludedAlternatives, titration, tests, monitor, implications, remark, "
        + "rows"),
    Break(
      drug, "alternatives: [otheramine]", "alternatives: [samplamine]",
      "14: rule 'r1' names the drug itself as an alternative, found 'samplamine'; remove it"),
    Break(
      drug, "alternatives: [otheramine]", "alternatives: [thirdamine]",
      "14: rule 'r1' names a drug as an alternative and excludes it, found 'thirdamine'; "
        + "keep one of the two"),
    Break(
      drug, "{ALPHA: [higherExposure]", "{DELTA: [higherExposure]",
      "14: rule 'r1' has an implication of a gene its guideline does not list, found 'DELTA'; "
        + "use one of ALPHA, BETA, GAMMA"),
    Break(
      drug, "remark: only a sample", "remark: \"\"",
      "27: 'remark' of a rule is empty, found ''; give it a value or leave the field out"),
  ]

  private static let conditionBreaks = [
    Break(
      drug, "when: {ALPHA: [Poor]}", "when: {}",
      "14: rule 'r1' has no condition; name a result in 'when'"),
    Break(
      drug, "when: {ALPHA: [Poor]}", "when: {ALPHA: []}",
      "15: the condition on ALPHA of rule 'r1' names no result, found '[]'; name at least one"),
    Break(
      drug, "when: {ALPHA: [Poor]}", "when: {ALPHA: [Weak]}",
      "14: rule 'r1' looks for a result ALPHA can't have, found 'Weak'; "
        + "use one of Normal, Intermediate, Poor, Indeterminate, No Result"),
    Break(
      drug, "when: {ALPHA: [Poor]}", "when: {DELTA: [Poor]}",
      "14: rule 'r1' looks at a gene its guideline does not list, found 'DELTA'; "
        + "add it to 'genes' of the guideline"),
    Break(
      drug, "when: {ALPHA: [Poor]}", "when: {ALPHA: {score: [\"1.0\"]}}",
      "14: rule 'r1' looks for an activity score, found 'ALPHA'; "
        + "name phenotypes, since the gene has no activity scores"),
    Break(
      drug, "\"0.25...0.5\"", "\"0.5...0.25\"",
      "34: the condition on BETA of rule 'r3' is no activity score, found '0.5...0.25'; "
        + "write it as \"0.0\", \"0.25...1.0\" or \"≥2.5\""),
    Break(
      drug, "*57:01 positive", "*57:01 maybe",
      "45: rule 'r6' looks for a result GAMMA can't have, found '*57:01 maybe'; "
        + "use one of *57:01 positive, *57:01 negative, No Result",
      "6: no rule of guideline 'G1' covers these results of GAMMA, found '*57:01 positive'; "
        + "add a rule if the source has one, else list them in 'leavesOut'"),
    Break(
      drug, "{diplotype: [\"*1/*2\"]}", "{diplotype: [\"*1/*9\"]}",
      "49: rule 'r7' looks for a diplotype ALPHA can't have, found '*1/*9'; "
        + "write two alleles of the gene as A/B"),
    Break(
      drug, "{diplotype: [\"*1/*2\"]}", "{diplotype: [\"*1/*2\"], score: none}",
      "50: the condition on ALPHA of rule 'r7' must be one of its forms, found 'a mapping'; "
        + "give score or diplotype"),
  ]

  private static let doseBreaks = [
    Break(
      drug, "low: 25, high: 50", "low: 25, high: 150",
      "21: a dose of rule 'r1' is out of range, found '150.0'; "
        + "give a number above 0 and at most 100"),
    Break(
      drug, "low: 25, high: 50", "low: 0",
      "21: a dose of rule 'r1' is out of range, found '0.0'; give a number above 0 and at most 100"
    ),
    Break(
      drug, "low: 25, high: 50", "low: 50, high: 25",
      "21: a dose of rule 'r1' ends at or below its start, found '50.0 to 25.0'; "
        + "give the lower number first"),
    Break(
      drug, "low: 25, high: 50", "low: 25, high: 50, unit: mg",
      "21: a percentage of rule 'r1' has a unit, found 'mg'; remove the unit"),
    Break(
      drug, "quantity: percentReduction, low: 25, high: 50", "quantity: percentOfUsual, low: 501",
      "14: rule 'r1' has a dose that goes against its action, "
        + "found 'useAlternative, percentOfUsual 501.0'; correct the action or the dose",
      "21: a dose of rule 'r1' is out of range, found '501.0'; "
        + "give a number above 0 and at most 500"),
    Break(
      drug, "low: 5, unit: mg/day", "low: 5",
      "21: a dose of rule 'r1' has no unit, found '5.0'; add one, such as mg/day"),
    Break(
      drug, "low: 5, unit: mg/day", "low: -5, unit: mg/day",
      "21: a dose of rule 'r1' is out of range, found '-5.0'; give a number above 0"),
    Break(
      drug, "low: 5, unit: mg/day", "low: much, unit: mg/day",
      "21: 'low' of a dose must be a number, found 'much'; write digits and a point"),
    Break(
      drug, "quantity: amount", "quantity: handful",
      "21: 'quantity' of a dose is not known, found 'handful'; use one of percentOfUsual, "
        + "percentReduction, percentIncrease, amount, minimum, maximum, percentAtMost, "
        + "percentOfMaximum"),
  ]

  private static let contradictions = [
    Break(
      drug, "when: {ALPHA: [Normal, Intermediate]}",
      "when: {ALPHA: [Normal, Poor]}\n        population: child",
      "29: rules 'r1' and 'r2' fit the same patient but ask for different things, "
        + "found 'useAlternative, standard'; "
        + "tell them apart by 'when' or 'population', or merge them with 'also'"),
    Break(
      drug, "[\"≥2.0\"]", "[\"0.5...2.0\"]",
      "37: rules 'r3' and 'r4' fit the same patient but ask for different things, "
        + "found 'avoid, standard'; "
        + "tell them apart by 'when' or 'population', or merge them with 'also'",
      "6: guideline 'G1' leaves out results of BETA that a rule covers, found 'Intermediate'; "
        + "remove them from 'leavesOut'"),
    Break(
      drug, "{score: [\"≥2.0\"]}", "[Normal, Poor]",
      "37: rules 'r3' and 'r4' fit the same patient but ask for different things, "
        + "found 'avoid, standard'; "
        + "tell them apart by 'when' or 'population', or merge them with 'also'"),
  ]
}
