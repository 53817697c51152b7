internal import Knowledge

/// Reads `medicines/interactions.yaml`.
struct InteractionReader {
  let file: SourceFile

  /// The interactions, each with the line it stands on.
  func read(_ root: SourceValue) -> [Located<MedicineInteraction>] {
    root.list("the interactions").compactMap { item in
      interaction(item).map { Located(value: $0, file: file, line: item.line) }
    }
  }

  private func interaction(_ item: SourceValue) -> MedicineInteraction? {
    guard
      let fields = item.fields(
        of: "an interaction", "id", "medicines", "with", "mechanism", "genes", "direction", "fold",
        "severity", "action", "contraindicated", "doses", "monitor", "alternatives",
        "partnerAlternatives", "remark", "sources"),
      let id = fields.requiredText("id"),
      let direction = fields.requiredName("direction", of: PatientFactor.Direction.self),
      let severity = fields.requiredName("severity", of: InteractionSeverity.self),
      let action = fields.requiredName("action", of: Action.self),
      let mechanism = fields.requiredText("mechanism"), fields.required("medicines") != nil,
      fields.required("with") != nil
    else { return nil }
    let fold = fields["fold"].flatMap { value in
      value.fields(of: "'fold'", "low", "high").flatMap { ClosedNumbers($0, value) }
    }
    return MedicineInteraction(
      id: id, medicines: fields.texts("medicines"), partners: fields.texts("with"),
      mechanism: mechanism, genes: fields.texts("genes"), direction: direction, fold: fold,
      severity: severity, action: action, isContraindicated: fields.flag("contraindicated"),
      doses: fields.list("doses").compactMap { DoseReader(owner: "interaction '\(id)'").read($0) },
      monitoring: fields.names("monitor"), alternatives: fields.texts("alternatives"),
      partnerAlternatives: fields.texts("partnerAlternatives"), remark: fields.text("remark"),
      sources: FactSourceReader.read(fields.requiredList("sources")))
  }
}
