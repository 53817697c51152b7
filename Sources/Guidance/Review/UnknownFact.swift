import Knowledge

/// Something about a patient that is not known and would matter for a medicine.
struct UnknownFact {
  /// What would have to be known, such as `eGFR`.
  let measure: String
  /// How much it would matter.
  let severity: InteractionSeverity
  /// What it would change.
  let sentence: Sentence
  /// Whether it stands among the findings, so that what it would change is told there.
  let isFound: Bool

  init(
    measure: String, factor: PatientFactor, name: String, _ knowledge: ReviewKnowledge,
    isFound: Bool = false
  ) {
    self.measure = measure
    self.isFound = isFound
    severity = factor.severity
    let wording = FactorWording(factor, for: name, names: knowledge.names)
    var trace = Trace(factor.id, factor.sources)
    trace.missing = [measure]
    sentence = Sentence("\(wording.occasion.sentenceCased): \(wording.text.lowercasedFirst)", trace)
  }

  /// What is not known, each once with all rules that ask for it; only what matters much.
  static func notTested(_ unknown: [UnknownFact]) -> [Sentence] {
    let weighty = unknown.filter(\.isWeighty)
    return weighty.map(\.measure).distinct.map { measure in
      let asking = weighty.filter { $0.measure == measure }
      let trace = asking[0].sentence.trace
      return Sentence(
        "Not known: \(measure).",
        Trace(
          rule: "unknown-fact", source: trace.source,
          rows: asking.map(\.sentence.trace.rule), url: trace.url, missing: [measure]))
    }
  }

  /// What each would change, the gravest first.
  static func wouldChange(_ unknown: [UnknownFact]) -> [Sentence] {
    unknown.filter { $0.isWeighty && !$0.isFound }.enumerated().sorted { left, right in
      (left.element.severity.rank, left.offset) < (right.element.severity.rank, right.offset)
    }.map(\.element.sentence)
  }

  /// Whether it is worth asking for.
  private var isWeighty: Bool { severity == .contraindicated || severity == .major }
}
