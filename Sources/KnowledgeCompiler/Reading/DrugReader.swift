internal import Knowledge

/// Reads `drugs/<drug>.yaml`.
struct DrugReader {
  let file: SourceFile

  /// The drug; nil, with findings, if it has no id.
  func read(_ root: SourceValue) -> DrugSource? {
    guard
      let fields = root.fields(
        of: "a drug", "drug", "name", "rxnorm", "atc", "synonyms", "guidelines"),
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
        atc: fields.texts("atc"), synonyms: fields.texts("synonyms"),
        guidelines: guidelines.map(\.value)),
      file: file, guidelineLines: guidelines.map(\.line), ruleLines: guidelines.map(\.ruleLines))
  }

  private func guideline(_ item: SourceValue)
    -> (value: Guideline, line: Int, ruleLines: [Int])?
  {
    guard
      let fields = item.fields(
        of: "a guideline", "source", "id", "url", "version", "licence", "genes", "citations",
        "remark", "rules")
    else { return nil }
    let rules = fields.requiredList("rules").compactMap { value in
      RuleReader(file: file).read(value).map { (rule: $0, line: value.line) }
    }
    guard let source = source(fields), let id = fields.requiredText("id"),
      let version = fields.requiredText("version"), let licence = fields.requiredText("licence"),
      fields.required("genes") != nil
    else { return nil }
    let guideline = Guideline(
      source: source, id: id, url: fields.text("url") ?? "", version: version, licence: licence,
      genes: fields.texts("genes"), citations: fields.texts("citations"), rules: rules.map(\.rule),
      remark: fields.text("remark"))
    return (guideline, item.line, rules.map(\.line))
  }

  private func source(_ fields: SourceFields) -> String? {
    guard let text = fields.requiredText("source") else { return nil }
    let known = ["CPIC", "DPWG", "FDA-label", "FDA-table"]
    if known.contains(text) { return text }
    fields["source"]?.error(
      "'source' of a guideline is not known", remedy: "use one of \(known.joined(separator: ", "))")
    return nil
  }
}
