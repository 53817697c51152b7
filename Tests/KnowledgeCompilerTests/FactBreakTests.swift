import Testing

struct FactBreakTests {
  @Test(arguments: medicineBreaks + roleBreaks + factorBreaks + riskBreaks + frequencyBreaks)
  func `a fault in a table or a list of facts is told with its line`(fault: Break) throws {
    let folder = try FixtureFolder()
    try folder.replace(fault.old, by: fault.new, in: fault.file)
    #expect(folder.errors.sorted() == fault.sentences)
  }

  private static let identity = "medicines/identity.tsv"
  private static let roles = "medicines/roles.tsv"
  private static let lifestyle = "medicines/lifestyle.yaml"
  private static let risk = "risks/ALPHA.yaml"
  private static let alleles = "frequencies/alleles.tsv"

  private static let medicineBreaks: [Break] = [
    Break(
      identity, "id\tname", "name\tid",
      "2: the columns are not those of this table, "
        + "found 'name id kind rxnorm atc brands synonyms ingredients source'; "
        + "use id name kind rxnorm atc brands synonyms ingredients source",
      otherFile: knownByNobody),
    Break(
      identity, "\t3rd\t\tsample", "\t3rd\tsample",
      "5: the row has 8 cells where the table has 9 columns; add or remove tabs",
      otherFile: [thirdUnknown]),
    Break(
      identity, "Thirdamine\tingredient", "Thirdamine\telement",
      "5: 'kind' of a row is not known, found 'element'; "
        + "use one of ingredient, combination, class, substance",
      otherFile: [thirdUnknown]),
    Break(
      identity, "\t3rd\t", "\tOTHERA\t",
      "5: medicine 'thirdamine' has a name that belongs to 'otheramine' too, found 'OTHERA'; "
        + "leave it to one of them"),
    Break(
      identity, "otheramine|samplamine", "otheramine|sugar",
      "4: medicine 'otheramine-samplamine' holds an ingredient that is not known, found 'sugar'; "
        + "correct the id or add it to medicines/identity-hand.tsv"),
  ]

  /// What the drug says once its rule's medicine is gone.
  private static let thirdUnknown =
    "drugs/samplamine.yaml, line 14: rule 'r1' names a medicine that is not known, "
    + "found 'thirdamine'; correct the id or add it to medicines/identity-hand.tsv"

  private static let knownByNobody: [String] = [
    "drugs/samplamine.yaml, line 14: rule 'r1' names a medicine that is not known, "
      + "found 'otheramine'; correct the id or add it to medicines/identity-hand.tsv",
    thirdUnknown,
    "medicines/lifestyle.yaml, line 1: factor 'smoking-samplamine' names a medicine that is not "
      + "known, found 'otheramine'; correct the id or add it to medicines/identity-hand.tsv",
    "medicines/roles.tsv, line 3: a role belongs to a medicine that is not known, "
      + "found 'otheramine'; correct the id or add it to medicines/identity-hand.tsv",
  ]

  private static let roleBreaks: [Break] = [
    Break(
      roles, "otheramine\tALPHA", "sugar\tALPHA",
      "3: a role belongs to a medicine that is not known, found 'sugar'; "
        + "correct the id or add it to medicines/identity-hand.tsv"),
    Break(
      roles, "inhibitor\tstrong", "substrate\tstrong",
      "3: a role has a strength of another kind of role, found 'substrate, strong'; "
        + "substrates are sensitive or moderatelySensitive, the others strong, moderate, weak"),
    Break(
      roles, "\t2\tlabel", "\t0\tlabel",
      "3: a role has no source, found 'otheramine'; name one or remove the row"),
  ]

  private static let factorBreaks: [Break] = [
    Break(
      lifestyle, "medicines: [samplamine]", "medicines: [sugar]",
      "1: factor 'smoking-samplamine' names a medicine that is not known, found 'sugar'; "
        + "correct the id or add it to medicines/identity-hand.tsv"),
    Break(
      lifestyle, "from: 7, below: 12", "from: 12, below: 7",
      "4: a stretch ends at or below its start, found '12.0 to 7.0'; "
        + "give 'below' a larger number"),
    Break(
      lifestyle, "low: 0.5, high: 0.7", "low: 0.7, high: 0.5",
      "7: a range ends below its start, found '0.7 to 0.5'; give the lower number first"),
    Break(
      lifestyle, "direction: exposureDown", "direction: sideways",
      "6: 'direction' of a factor is not known, found 'sideways'; use one of exposureUp, "
        + "exposureDown, effectUp, effectDown, riskUp, none"),
    Break(
      lifestyle, "factor: smoking\n", "factor: age\n",
      "1: factor 'smoking-samplamine' is about age and has none; "
        + "give 'people' or a 'threshold' of ageYears"),
    Break(
      lifestyle, "threshold: {measure: cigarettesPerDay, from: 7, below: 12}",
      "people: elderly\n  threshold: {measure: ageYears, from: 70}",
      "1: factor 'smoking-samplamine' gives an age and a word for it, found 'elderly'; keep the age"
    ),
    Break(
      lifestyle, "medicines: [samplamine]", "medicines: [samplamine]\n  conditions: [nearTerm]",
      "1: factor 'smoking-samplamine' is limited to a pregnancy near term but not about pregnancy, "
        + "found 'smoking'; make it pregnancy or take the condition out"),
    Break(
      lifestyle, "only a sample", "only in old patients",
      "1: factor 'smoking-samplamine' speaks of some people and is not limited to them, "
        + "found 'old'; limit it by 'people' or ageYears, or say it in other words"),
    Break(
      lifestyle, "only a sample", "Child-Pugh apart, for children",
      "1: factor 'smoking-samplamine' speaks of some people and is not limited to them, "
        + "found 'children'; limit it by 'people' or ageYears, or say it in other words"),
    Break(
      lifestyle, "only a sample", "in dementia",
      "1: factor 'smoking-samplamine' speaks of some people and is not limited to them, "
        + "found 'dementia'; limit it by 'conditions', or say it in other words"),
  ]

  private static let riskBreaks: [Break] = [
    Break(
      risk, "topic: ALPHA", "topic: BETA",
      "1: the file is not named for its topic, found 'BETA'; name the file 'BETA.yaml'"),
    Break(
      risk, "carries: [\"*2\"]", "carries: [\"*9\"]",
      "3: risk 'samplamine-rash' looks for an allele ALPHA does not have, found '*9'; "
        + "name an allele of the gene"),
    Break(
      risk, "{ALPHA: {carries", "{OMEGA: {carries",
      "3: risk 'samplamine-rash' looks at a gene that has no file, found 'OMEGA'; "
        + "add the gene or write its state in 'unassessed'"),
    Break(
      risk, "    unassessed: {gene: OMEGA, state: \"*1 carrier\"}\n", "",
      "17: risk 'samplamine-fever' must have one of its forms; give 'when' or 'unassessed'"),
    Break(
      risk, "percent: 40", "percent: 140",
      "3: risk 'samplamine-rash' has a figure out of range, found 'carrierRisk 140.0'; "
        + "give 0 to 100 percent"),
    Break(
      risk, "percent: 40", "value: 40",
      "13: an estimate has the wrong kind of figure, found 'value'; "
        + "give 'percent' for a carrierRisk",
      "13: an estimate has no figure, found 'a mapping'; give 'percent', or 'low' and 'high'"),
    Break(
      risk, "value: 5, low: 2", "value: 1, low: 2",
      "3: risk 'samplamine-rash' has a figure outside its interval, found '1.0, 2.0 to 9.0'; "
        + "correct one of them"),
    Break(
      risk, "medicines: [samplamine]\n    reaction: rash", "medicines: []\n    reaction: rash",
      "3: risk 'samplamine-rash' names no medicine; name at least one"),
    Break(
      risk, "id: samplamine-fever", "id: samplamine-rash",
      "17: two risks have the same id, found 'ALPHA samplamine-rash'; "
        + "rename; see risks/ALPHA.yaml, line 3"),
  ]

  private static let frequencyBreaks: [Break] = [
    Break(
      alleles, "*2\tglobal\t0.3", "*2\tglobal\t1.3",
      "4: a frequency is out of range, found '1.3'; give a share from 0 to 1",
      "4: the frequencies of ALPHA in global add up to more than 1, found '2.0'; "
        + "correct them or remove what is counted twice"),
    Break(
      alleles, "*2\tglobal", "*9\tglobal",
      "4: a frequency is of an allele ALPHA does not have, found '*9'; "
        + "name an allele of the gene"),
    Break(
      alleles, "ALPHA\t*2", "OMEGA\t*2",
      "4: a frequency is of a gene that has no file, found 'OMEGA'; "
        + "add the gene or remove the row"),
    Break(
      alleles, "*2\tglobal\t0.3", "*1\tglobal\t0.3",
      "4: a frequency is given twice, found '*1'; keep one of them"),
    Break(
      "guideline-index.tsv", "samplamine\tG1", "samplamine\tG2",
      "3: a guideline in the index is neither entered nor explained, "
        + "found 'CPIC G2, samplamine'; "
        + "add its rules to the drug, or a remark that says why it has none"),
  ]
}
