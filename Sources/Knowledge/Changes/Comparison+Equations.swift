extension Comparison where Value == DoseEquation {
  /// Dose equations, by id; a value for each term.
  static var equations: Comparison {
    Comparison(
      subject: "dose equation", name: \.id, summary: { "\($0.medicine): \($0.name)" },
      fields: [
        Field("medicine", \.medicine), Field("name", \.name),
        Field("withoutGenes", label: "equation without genes", \.withoutGenes),
        Field("transform", \.transform.rawValue), Field("unit", \.unit.rawValue),
        Field("intercept", { "\($0.intercept)" }),
        Field(
          "limits",
          { $0.limits.map { "\($0.measure.rawValue) \($0.range.text)" }.commaSeparated }),
        Field("plausible", \.plausible.text),
        Field(
          "spread",
          { "\($0.spread.percent) percent from \($0.spread.low) to \($0.spread.high)" }),
        Field(
          "accuracy",
          { $0.accuracy.map { "\($0.group) \($0.withinFifth) percent" }.commaSeparated }),
        Field("sources", { $0.sources.map(\.text).joined(separator: "; ") }),
      ],
      entries: { $0.terms.map { ($0.name, "\($0.kind)") } }, others: ["id", "terms"])
  }
}
