internal import Knowledge

/// Reads one rule of a guideline.
struct RuleReader {
  let file: SourceFile

  /// The rule; nil, with findings, if it has no id, condition or action.
  func read(_ item: SourceValue) -> GuidanceRule? {
    guard
      let fields = item.fields(
        of: "a rule", "id", "when", "population", "audience", "strength", "action", "consider",
        "contraindicated", "also", "doses", "alternatives", "alternativeKind",
        "excludedAlternatives", "titration", "tests", "monitor", "implications", "remark", "rows"),
      let id = fields.requiredText("id")
    else { return nil }
    let conditions = fields.required("when").flatMap {
      ConditionReader(file: file, owner: "rule '\(id)'").read($0)
    }
    let doses = fields.list("doses").compactMap { DoseReader(owner: "rule '\(id)'").read($0) }
    let monitoring = fields.names("monitor", of: Monitoring.self)
    let also = fields.names("also", of: Action.self)
    guard let conditions, let action = fields.requiredName("action", of: Action.self) else {
      return nil
    }
    return GuidanceRule(
      id: id, conditions: conditions, population: fields.text("population") ?? "general",
      action: action, isConsideration: fields.flag("consider"), alsoActions: also, doses: doses,
      alternatives: fields.texts("alternatives"), alternativeKind: fields.text("alternativeKind"),
      excludedAlternatives: fields.texts("excludedAlternatives"), monitoring: monitoring,
      implications: implications(fields), remark: fields.text("remark"),
      strength: fields.text("strength") ?? "", sourceRows: fields.texts("rows"),
      audience: fields["audience"].flatMap(audience),
      isContraindicated: fields.flag("contraindicated"), titration: fields.names("titration"),
      tests: fields.names("tests"))
  }

  private func audience(_ value: SourceValue) -> Audience? {
    guard
      let fields = value.fields(
        of: "'audience' of a rule", "ageGroup", "ageYears", "weightKg", "indication")
    else { return nil }
    return Audience(
      ageGroup: fields.name("ageGroup"), ageYears: fields["ageYears"].flatMap(Bounds.init),
      weightKg: fields["weightKg"].flatMap(Bounds.init), indication: fields.text("indication"))
  }

  private func implications(_ fields: SourceFields) -> [Implication] {
    let entries = fields["implications"]?.entries("'implications' of a rule") ?? []
    return entries.flatMap { gene, effects in
      effects.texts("the effects of '\(gene.text)'").compactMap { name in
        Implication.Effect.read(name, "an effect of '\(gene.text)'", file).map {
          Implication(gene: gene.text == "all" ? "" : gene.text, effect: $0)
        }
      }
    }
  }
}
