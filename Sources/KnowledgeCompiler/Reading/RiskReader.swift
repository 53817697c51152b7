internal import Knowledge

/// Reads `risks/<topic>.yaml`.
struct RiskReader {
  let file: SourceFile

  /// The risks, each with the line it stands on.
  func read(_ root: SourceValue) -> [Located<SideEffectRisk>] {
    guard let fields = root.fields(of: "a topic of risks", "topic", "risks"),
      let topic = fields.requiredText("topic")
    else { return [] }
    if topic != file.stem {
      file.error(
        root.line, "the file is not named for its topic", found: topic,
        remedy: "name the file '\(topic).yaml'")
    }
    return fields.requiredList("risks").compactMap { item in
      risk(item, topic).map { Located(value: $0, file: file, line: item.line) }
    }
  }

  private func risk(_ item: SourceValue, _ topic: String) -> SideEffectRisk? {
    guard
      let fields = item.fields(
        of: "a risk", "id", "medicines", "reaction", "severity", "when", "unassessed", "class",
        "action", "contraindicated", "monitor", "onset", "estimates", "remark", "sources"),
      let id = fields.requiredText("id"), let reaction = fields.requiredText("reaction"),
      let severity = fields.requiredName("severity", of: SideEffectRisk.Severity.self),
      fields.required("medicines") != nil
    else { return nil }
    var conditions: [GeneCondition] = []
    if let when = fields["when"] {
      let reader = ConditionReader(file: file, owner: "risk '\(id)'", allowsCarriers: true)
      guard let read = reader.read(when) else { return nil }
      conditions = read
    }
    return SideEffectRisk(
      id: id, topic: topic, medicines: fields.texts("medicines"), reaction: reaction,
      severity: severity, conditions: conditions,
      unassessed: fields["unassessed"].flatMap(unassessed), riskClass: fields.name("class"),
      action: fields.name("action"), isContraindicated: fields.flag("contraindicated"),
      monitoring: fields.names("monitor"), onset: fields.text("onset"),
      estimates: fields.list("estimates").compactMap(estimate), remark: fields.text("remark"),
      sources: FactSourceReader.read(fields.requiredList("sources")))
  }

  private func unassessed(_ value: SourceValue) -> SideEffectRisk.Unassessed? {
    guard let fields = value.fields(of: "'unassessed' of a risk", "gene", "state"),
      let gene = fields.requiredText("gene"), let state = fields.requiredText("state")
    else { return nil }
    return SideEffectRisk.Unassessed(gene: gene, state: state)
  }

  private func estimate(_ item: SourceValue) -> RiskEstimate? {
    guard
      let fields = item.fields(
        of: "an estimate", "measure", "value", "percent", "low", "high", "population", "source",
        "basis", "label", "url", "readOn", "text"),
      let measure = fields.requiredName("measure", of: RiskEstimate.Measure.self),
      let basis = fields.requiredName("basis", of: RiskEstimate.Basis.self),
      let source = fields.requiredText("source")
    else { return nil }
    let field = measure.isPercentage ? "percent" : "value"
    let other = measure.isPercentage ? "value" : "percent"
    if fields[other] != nil {
      item.error(
        "an estimate has the wrong kind of figure", found: other,
        remedy: "give '\(field)' for a \(measure.rawValue)")
    }
    let value = fields.number(field)
    let interval = ClosedNumbers(fields, item)
    if value == nil && interval == nil {
      item.error("an estimate has no figure", remedy: "give '\(field)', or 'low' and 'high'")
    }
    return RiskEstimate(
      measure: measure, value: value, interval: interval,
      population: fields.text("population") ?? "",
      source: [source, fields.text("label") ?? ""].filter { !$0.isEmpty }.joined(separator: ", "),
      basis: basis)
  }
}
