internal import Knowledge

/// Reads `medicines/lifestyle.yaml`.
struct FactorReader {
  let file: SourceFile

  /// The factors, each with the line it stands on.
  func read(_ root: SourceValue) -> [Located<PatientFactor>] {
    root.list("the factors").compactMap { item in
      factor(item).map { Located(value: $0, file: file, line: item.line) }
    }
  }

  private func factor(_ item: SourceValue) -> PatientFactor? {
    guard
      let fields = item.fields(
        of: "a factor", "id", "factor", "medicines", "people", "conditions", "threshold",
        "mechanism", "direction", "fold",
        "severity", "action", "contraindicated", "doses", "monitor", "alternatives", "remark",
        "sources"),
      let id = fields.requiredText("id")
    else { return nil }
    guard let factor = fields.requiredName("factor", of: PatientFactor.Factor.self),
      let direction = fields.requiredName("direction", of: PatientFactor.Direction.self),
      let severity = fields.requiredName("severity", of: InteractionSeverity.self),
      let action = fields.requiredName("action", of: Action.self),
      let mechanism = fields.requiredText("mechanism"), fields.required("medicines") != nil
    else { return nil }
    let sources = FactSourceReader.read(fields.requiredList("sources"))
    let fold = fields["fold"].flatMap { value in
      value.fields(of: "'fold'", "low", "high").flatMap { ClosedNumbers($0, value) }
    }
    return PatientFactor(
      id: id, factor: factor, medicines: fields.texts("medicines"), people: fields.name("people"),
      conditions: fields.names("conditions"),
      threshold: fields["threshold"].flatMap(threshold), mechanism: mechanism,
      direction: direction, fold: fold, severity: severity, action: action,
      isContraindicated: fields.flag("contraindicated"),
      doses: fields.list("doses").compactMap { DoseReader(owner: "factor '\(id)'").read($0) },
      monitoring: fields.names("monitor"), alternatives: fields.texts("alternatives"),
      remark: fields.text("remark"), sources: sources)
  }

  private func threshold(_ value: SourceValue) -> PatientFactor.Threshold? {
    guard let fields = value.fields(of: "a threshold", "measure", "from", "below", "unit"),
      let measure = fields.requiredName("measure", of: PatientFactor.Threshold.Measure.self),
      let bounds = Bounds(fields, value)
    else { return nil }
    return PatientFactor.Threshold(
      measure: measure, bounds: bounds, unit: fields.text("unit") ?? "")
  }
}
