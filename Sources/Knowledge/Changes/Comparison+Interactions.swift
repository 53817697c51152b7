extension Comparison where Value == MedicineInteraction {
  /// Interactions of two medicines, by id.
  static var interactions: Comparison {
    Comparison(
      subject: "interaction", name: \.id,
      summary: {
        "\($0.medicines.commaSeparated) with \($0.partners.commaSeparated): \($0.action.rawValue)"
      },
      fields: [
        Field("medicines", \.medicines.commaSeparated),
        Field("partners", \.partners.commaSeparated),
        Field("mechanism", \.mechanism), Field("genes", \.genes.commaSeparated),
        Field("direction", \.direction.rawValue), Field("fold", \.fold?.text),
        Field("severity", \.severity.rawValue), Field("action", \.action.rawValue),
        Field(
          "isContraindicated", label: "contraindicated", { $0.isContraindicated ? "yes" : nil }),
        Field("doses", { $0.doses.map(\.text).joined(separator: "; ") }),
        Field("monitoring", label: "monitor", { $0.monitoring.map(\.rawValue).commaSeparated }),
        Field("alternatives", \.alternatives.commaSeparated),
        Field(
          "partnerAlternatives", label: "alternatives of the partner",
          \.partnerAlternatives.commaSeparated), Field("remark", \.remark),
        Field("sources", { $0.sources.map(\.text).joined(separator: "; ") }),
      ], others: ["id"])
  }
}

extension Comparison where Value == EnzymeConversion {
  /// What perpetrators make of a gene's result, by gene.
  static var conversions: Comparison {
    Comparison(
      subject: "conversion", name: \.gene, summary: { $0.proteins.commaSeparated },
      fields: [
        Field("proteins", \.proteins.commaSeparated),
        Field("isLikelyOnly", label: "certainty", { $0.isLikelyOnly ? "likely" : "established" }),
        Field("ranks", { $0.ranks.map(\.commaSeparated).joined(separator: "; ") }),
        Field("remark", \.remark),
        Field("sources", { $0.sources.map(\.text).joined(separator: "; ") }),
      ],
      entries: {
        $0.effects.map { ("\($0.strength.rawValue) \($0.role.rawValue)", "\($0.change)") }
      },
      others: ["gene", "effects"])
  }
}

extension Comparison where Value == HabitSubstance {
  /// Habits and their substances, by habit.
  static var habits: Comparison {
    Comparison(
      subject: "habit", name: \.factor.rawValue, summary: \.medicine,
      fields: [
        Field("medicine", \.medicine), Field("converts", { $0.converts ? nil : "no" }),
        Field("remark", \.remark),
      ], others: ["factor"])
  }
}
