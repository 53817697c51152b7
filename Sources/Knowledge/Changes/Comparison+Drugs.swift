extension Comparison where Value == Drug {
  /// Drugs, by id.
  static var drugs: Comparison {
    Comparison(
      subject: "drug", name: \.id,
      summary: {
        $0.guidelines.map { "\($0.source) \($0.genes.joined(separator: "+"))" }.joined(
          separator: ", ")
      },
      fields: [
        Field("name", \.name), Field("rxnorm", \.rxnorm),
        Field("atc", { $0.atc.joined(separator: ", ") }),
        Field("kind", \.kind.rawValue), Field("brands", \.brands.commaSeparated),
        Field("synonyms", \.synonyms.commaSeparated),
        Field("ingredients", \.ingredients.commaSeparated),
      ],
      entries: { $0.evidence.map { ("evidence for \($0.gene)", $0.text) } },
      parts: [
        Part(
          "guidelines",
          { Comparison<Guideline>.guidelines.changes(from: $0.guidelines, to: $1.guidelines) })
      ], others: ["id", "evidence"])
  }
}

extension Comparison where Value == Guideline {
  /// Guidelines, by source and its own id.
  static var guidelines: Comparison {
    Comparison(
      subject: "guideline", name: { "\($0.source) \($0.id)" },
      summary: { "\($0.genes.joined(separator: "+")), \($0.version), \($0.rules.count) rules" },
      fields: [
        Field("version", \.version), Field("url", \.url), Field("licence", \.licence),
        Field("genes", { $0.genes.joined(separator: ", ") }),
        Field("citations", { $0.citations.joined(separator: ", ") }),
        Field("leavesOut", { $0.leavesOut.map(\.text).joined(separator: "; ") }),
        Field("remark", \.remark),
      ],
      parts: [
        Part(
          "rules",
          { old, new in
            Comparison<GuidanceRule>.rules.changes(
              pairing: Pairing(rules: old.rules, new.rules), old.rules, new.rules)
          })
      ], others: ["source", "id"])
  }
}

extension Comparison where Value == GuidanceRule {
  /// Rules, by condition and population; their running number means nothing.
  static var rules: Comparison {
    let fields = [
      Field("conditions", label: "when", \.conditionText), Field("population", \.population),
      Field("action", \.action.rawValue),
      Field("isConsideration", label: "consider", { $0.isConsideration ? "yes" : nil }),
      Field(
        "alsoActions", label: "also", { $0.alsoActions.map(\.rawValue).joined(separator: ", ") }),
      Field("doses", { $0.doses.map(\.text).joined(separator: "; ") }),
      Field("alternatives", { $0.alternatives.joined(separator: ", ") }),
      Field("alternativeKind", \.alternativeKind),
      Field("excludedAlternatives", { $0.excludedAlternatives.joined(separator: ", ") }),
      Field(
        "monitoring", label: "monitor", { $0.monitoring.map(\.rawValue).joined(separator: ", ") }),
      Field("implications", { $0.implications.map(\.text).joined(separator: ", ") }),
      Field("remark", \.remark), Field("strength", \.strength),
      Field("audience", \.audience?.text),
      Field("isContraindicated", label: "contraindicated", { $0.isContraindicated ? "yes" : nil }),
      Field("titration", { $0.titration.map(\.rawValue).commaSeparated }),
      Field("tests", { $0.tests.map(\.rawValue).commaSeparated }),
      Field("sourceRows", label: "rows", { $0.sourceRows.joined(separator: ", ") }),
    ]
    return Comparison(
      subject: "rule", name: \.situation,
      summary: { rule in
        fields.dropFirst(2).dropLast().compactMap { field in
          field.text(rule).flatMap { $0.isEmpty ? nil : "\(field.label) \($0)" }
        }.joined(separator: ", ")
      }, fields: fields, others: ["id"])
  }
}

extension GuidanceRule {
  /// What the genes must show.
  var conditionText: String { conditions.map(\.text).joined(separator: "; ") }

  /// Whom the rule is for: condition and population.
  var situation: String {
    population.isEmpty || population == "general"
      ? conditionText : "\(conditionText) [\(population)]"
  }
}

extension Pairing {
  /// Pairs rules for the same condition and population, and then, of those left, rules that stand
  /// for the same row of their source.
  init(rules old: [GuidanceRule], _ new: [GuidanceRule]) {
    var steps = Pairing(old.map(\.situation), new.map(\.situation)).steps
    var added = steps.compactMap { step in
      if case .added(let index) = step { index } else { nil }
    }
    for (place, step) in steps.enumerated() {
      guard case .removed(let index) = step else { continue }
      let rows = Set(old[index].sourceRows)
      let shared = added.map { rows.intersection(new[$0].sourceRows).count }
      guard let most = shared.max(), most > 0, let best = shared.firstIndex(of: most) else {
        continue
      }
      steps[place] = .both(index, added.remove(at: best))
    }
    self.init(
      steps: steps.filter { step in
        if case .added(let index) = step { added.contains(index) } else { true }
      })
  }
}
