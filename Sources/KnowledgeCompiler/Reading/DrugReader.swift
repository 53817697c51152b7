internal import Knowledge

/// Reads `drugs/<drug>.yaml`.
struct DrugReader {
  let file: SourceFile

  /// The drug; nil, with findings, if it has no id.
  func read(_ root: SourceValue) -> DrugSource? {
    guard
      let fields = root.fields(
        of: "a drug", "drug", "name", "kind", "rxnorm", "atc", "brands", "synonyms", "ingredients",
        "evidence", "guidelines"),
      let id = fields.requiredText("drug")
    else { return nil }
    if id != file.stem {
      file.error(
        root.line, "the file is not named for its drug", found: id,
        remedy: "name the file '\(id).yaml'")
    }
    let guidelines = fields.requiredList("guidelines").compactMap(guideline)
    return DrugSource(
      drug: Drug(
        id: id, name: fields.text("name") ?? id, rxnorm: fields.text("rxnorm") ?? "",
        atc: fields.texts("atc"), kind: fields.name("kind") ?? .ingredient,
        brands: fields.texts("brands"), synonyms: fields.texts("synonyms"),
        ingredients: fields.texts("ingredients"),
        evidence: fields.list("evidence").compactMap(evidence),
        guidelines: guidelines.map(\.value)),
      file: file, guidelineLines: guidelines.map(\.line), ruleLines: guidelines.map(\.ruleLines))
  }

  private func evidence(_ item: SourceValue) -> PairEvidence? {
    guard
      let fields = item.fields(
        of: "'evidence' of a drug", "gene", "cpicLevel", "clinpgxLevel", "fdaTesting"),
      let gene = fields.requiredText("gene")
    else { return nil }
    return PairEvidence(
      gene: gene, cpicLevel: fields.text("cpicLevel") ?? "",
      clinpgxLevel: fields.text("clinpgxLevel") ?? "", fdaTesting: fields.text("fdaTesting") ?? "")
  }

  private func guideline(_ item: SourceValue)
    -> (value: Guideline, line: Int, ruleLines: [Int])?
  {
    guard
      let fields = item.fields(
        of: "a guideline", "source", "id", "url", "version", "licence", "genes", "citations",
        "leavesOut", "remark", "rules")
    else { return nil }
    let rules = fields.requiredList("rules").compactMap { value in
      RuleReader(file: file).read(value).map { (rule: $0, line: value.line) }
    }
    guard let source = fields.requiredText("source"), let id = fields.requiredText("id"),
      let version = fields.requiredText("version"), let licence = fields.requiredText("licence"),
      fields.required("genes") != nil
    else { return nil }
    let guideline = Guideline(
      source: source, id: id, url: fields.text("url") ?? "", version: version, licence: licence,
      genes: fields.texts("genes"), citations: fields.texts("citations"), rules: rules.map(\.rule),
      leavesOut: fields["leavesOut"].flatMap {
        ConditionReader(file: file, owner: "guideline '\(id)'").read($0, field: "leavesOut")
      } ?? [],
      remark: fields.text("remark"))
    return (guideline, item.line, rules.map(\.line))
  }
}
