package import Guidance
package import Knowledge

/// Puts the answers of a review into plain words, from the rules that the answers rest on.
package struct PlainAnswers: Sendable {
  private let knowledge: KnowledgeBase
  private let factors: [String: PatientFactor]
  private let names: [String: String]

  /// Reads the rules on patients and the names from a knowledge base.
  package init(_ knowledge: KnowledgeBase) throws(KnowledgeError) {
    self.knowledge = knowledge
    factors = Dictionary(
      try knowledge.allFactors().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    names = Dictionary(
      try knowledge.allMedicines().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// The answers in the review's order.
  package func of(_ review: MedicationReview) throws(KnowledgeError) -> [PlainAnswer] {
    var plain: [PlainAnswer] = []
    for answer in review.answers {
      plain.append(
        PlainAnswer(name: answer.name, state: answer.state, text: try text(answer)))
    }
    return plain
  }

  private func text(_ answer: MedicationAnswer) throws(KnowledgeError) -> String {
    guard answer.state != .notAssessed else {
      return "Your results do not tell us how this medicine works for you. That is not the same as "
        + "a good result."
    }
    var sentences: [String] = []
    if let rule = try rule(answer) {
      let words = PatientWording(rule: rule, names: names).text
      sentences.append(
        words.hasSuffix(PatientWording.closing)
          ? words.dropLast(PatientWording.closing.count).trimmed : words)
    }
    let urgent = answer.findings.filter { $0.state < .noChange }
    let partners = urgent.flatMap(\.partners).distinct.compactMap { names[$0] }
    if !partners.isEmpty {
      sentences.append(
        "You also take \(partners.listed("and")), which can change how this medicine works.")
    }
    let habits = urgent.compactMap { factors[$0.sentence.trace.rule]?.factor.plainWords }.distinct
    sentences += habits.map { "\($0.sentenceCased) can change how this medicine works for you." }
    if sentences.isEmpty {
      sentences.append(
        answer.state == .noChange
          ? "Nothing that was looked at speaks against the usual dose."
          : "Your doctor or pharmacist will want to look at this medicine with you.")
    }
    return sentences.joined(separator: " ")
  }

  /// The rule the answer rests on: that of the action, or of the source that leads.
  private func rule(_ answer: MedicationAnswer) throws(KnowledgeError) -> GuidanceRule? {
    guard let drug = try knowledge.drug(answer.medicine) else { return nil }
    let rules = drug.guidelines.flatMap(\.rules)
    let leading = answer.sources.filter { $0.state == answer.state }.map(\.sentence.trace.rule)
    let found = answer.findings.filter { $0.state == answer.state }.map(\.sentence.trace.rule)
    for id in [answer.action.trace.rule] + leading + found {
      if let rule = rules.first(where: { $0.id == id }) { return rule }
    }
    return nil
  }
}

extension PatientFactor.Factor {
  /// What it is, in plain words to begin a sentence.
  var plainWords: String {
    switch self {
    case .smoking: "smoking"
    case .smokingStopped: "stopping smoking"
    case .grapefruit: "grapefruit"
    case .stJohnsWort: "St John’s wort"
    case .alcohol: "alcohol"
    case .caffeine: "coffee and the like"
    case .charcoalGrill: "food grilled on charcoal"
    case .food: "food"
    case .renalFunction: "how well your kidneys work"
    case .hepaticFunction: "how well your liver works"
    case .pregnancy: "pregnancy"
    case .breastfeeding: "breast-feeding"
    case .age: "your age"
    }
  }
}
