internal import Genome

extension DefiningPosition {
  /// A place on an assembly: coordinate, reference allele, known bases around it.
  func text(of locus: Locus) -> String {
    let reference =
      alleles.indices.contains(locus.referenceIndex) ? alleles[locus.referenceIndex] : "?"
    let context = locus.context.map { ", \($0.bases) from \($0.start)" } ?? ""
    return "\(locus.position) \(reference)\(context)"
  }
}

extension Phenotyping {
  /// What decides the phenotype.
  var kind: String {
    switch self {
    case .functionPair: "allele functions"
    case .activityScore: "activity score"
    case .watchedAlleles: "watched alleles"
    case .diplotype: "diplotype"
    }
  }

  /// Its rules: functions and what they give, a phenotype and its scores, or the alleles watched.
  var entries: [(label: String, text: String)] {
    switch self {
    case .functionPair(let rules):
      rules.map { ($0.functions.joined(separator: " + "), $0.phenotype) }
    case .activityScore(let rules): rules.map { ($0.phenotype, "score \($0.range.text)") }
    case .watchedAlleles(let names): names.map { ($0, "watched") }
    case .diplotype: []
    }
  }
}

extension ScoreRange {
  /// Spelled `0.0`, `0.25 to 1.0` or `2.5 and more`.
  var text: String {
    let low = ActivityScore(hundredths: lowest)
    guard let highest else { return "\(low) and more" }
    return lowest == highest ? "\(low)" : "\(low) to \(ActivityScore(hundredths: highest))"
  }
}

extension GeneCondition {
  /// The gene and what it must show, in a line.
  var text: String { "\(gene) \(requirement.text)" }
}

extension GeneCondition.Requirement {
  /// What is asked for, in a line.
  var text: String {
    switch self {
    case .phenotypes(let names): names.joined(separator: " or ")
    case .scores(let ranges): "score " + ranges.map(\.text).joined(separator: " or ")
    case .noScore: "no activity score"
    case .diplotypes(let names): names.joined(separator: " or ")
    }
  }
}

extension DoseAdvice {
  /// Phase, quantity and numbers, as in the text of the knowledge base.
  var text: String {
    let range = "\(low)" + (high.map { " to \($0)" } ?? "")
    return ([phase == .any ? "" : phase.rawValue, quantity.rawValue, range, unit])
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Implication {
  /// The effect, after the gene it comes from.
  var text: String { gene.isEmpty ? effect.rawValue : "\(gene) \(effect.rawValue)" }
}
