internal import Knowledge

/// Reads `medicines/conversions.yaml`.
struct ConversionReader {
  let file: SourceFile

  /// The conversions and the habits, each with the line it stands on.
  func read(_ root: SourceValue) -> ([Located<EnzymeConversion>], [Located<HabitSubstance>]) {
    guard let fields = root.fields(of: "the file", "conversions", "habits") else { return ([], []) }
    let conversions = fields.list("conversions").compactMap { item in
      conversion(item).map { Located(value: $0, file: file, line: item.line) }
    }
    let habits = fields.list("habits").compactMap { item in
      habit(item).map { Located(value: $0, file: file, line: item.line) }
    }
    return (conversions, habits)
  }

  private enum Certainty: String, CaseIterable { case established, likely }

  private func conversion(_ item: SourceValue) -> EnzymeConversion? {
    guard
      let fields = item.fields(
        of: "a conversion", "gene", "proteins", "certainty", "ranks", "inhibitor", "inducer",
        "remark", "sources"), let gene = fields.requiredText("gene"),
      fields.required("proteins") != nil,
      let certainty = fields.requiredName("certainty", of: Certainty.self)
    else { return nil }
    let ranks = fields.list("ranks").map { rank in rank.texts("a rank").map(\.text) }
    let effects = [ProteinRole.Role.inhibitor, .inducer].flatMap { role in
      fields[role.rawValue].map { self.effects($0, role, isScored: ranks.isEmpty) } ?? []
    }
    return EnzymeConversion(
      gene: gene, proteins: fields.texts("proteins"), isLikelyOnly: certainty == .likely,
      ranks: ranks, effects: effects, remark: fields.text("remark"),
      sources: FactSourceReader.read(fields.requiredList("sources")))
  }

  private func effects(
    _ value: SourceValue, _ role: ProteinRole.Role, isScored: Bool
  ) -> [EnzymeConversion.Effect] {
    value.entries("the effects of a conversion").compactMap { key, value in
      guard let strength = ProteinRole.Strength.read(key, "a strength", file),
        let text = value.text("an effect of a conversion")
      else { return nil }
      let change: EnzymeConversion.Change? =
        isScored
        ? ActivityScore(text).map { .multiply(hundredths: $0.hundredths) }
        : text == "lowest" ? .lowest : Int(text).map { .step($0) }
      guard let change else {
        value.error(
          "an effect of a conversion can't be read",
          remedy: isScored ? "give a factor such as 0.5" : "give a number of ranks or 'lowest'")
        return nil
      }
      return EnzymeConversion.Effect(role: role, strength: strength, change: change)
    }
  }

  private func habit(_ item: SourceValue) -> HabitSubstance? {
    guard let fields = item.fields(of: "a habit", "factor", "medicine", "gutOnly", "remark"),
      let factor = fields.requiredName("factor", of: PatientFactor.Factor.self),
      let medicine = fields.requiredText("medicine")
    else { return nil }
    return HabitSubstance(
      factor: factor, medicine: medicine, converts: !fields.flag("gutOnly"),
      remark: fields.text("remark"))
  }
}
