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
    case .activityScore(let rules): rules.map { ($0.phenotype, $0.range.words) }
    case .watchedAlleles(let names): names.map { ($0, "watched") }
    case .diplotype: []
    }
  }
}

extension GeneCondition {
  /// The gene and what it must show, in a line.
  var text: String { "\(gene) \(requirement.words)" }
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

extension Audience {
  /// Its fields in a line.
  var text: String {
    [
      ageGroup?.rawValue, ageYears.map { "\($0.text) years" }, weightKg.map { "\($0.text) kg" },
      indication,
    ].compactMap { $0 }.joined(separator: ", ")
  }
}

extension Bounds {
  /// Spelled `from 40 below 70`.
  var text: String {
    [from.map { "from \($0)" }, below.map { "below \($0)" }].compactMap { $0 }
      .joined(separator: " ")
  }
}

extension ClosedNumbers {
  /// A number, or a range as `1.5 to 2.0`.
  var text: String { "\(low)" + (high.map { " to \($0)" } ?? "") }
}

extension FactSource {
  /// Its fields in a line.
  var text: String {
    [name, detail, version, licence, url].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension PatientFactor.Threshold {
  /// Its fields in a line.
  var text: String {
    [measure.rawValue, bounds.text, unit].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension ProteinRole {
  /// The strength and what it rests on.
  var text: String { "\(strength.rawValue), \(sources.joined(separator: ", ")) (\(support))" }
}

extension RiskEstimate {
  /// The figure with its source.
  var text: String {
    let figure = [value.map { "\($0)" }, interval.map { "(\($0.text))" }].compactMap { $0 }
    return (figure + ["\(source), \(basis.rawValue)"]).joined(separator: " ")
  }
}

extension PairEvidence {
  /// Each body with its rank.
  var text: String {
    [("CPIC", cpicLevel), ("ClinPGx", clinpgxLevel), ("FDA label", fdaTesting)]
      .filter { !$1.isEmpty }.map { "\($0) \($1)" }.joined(separator: ", ")
  }
}

extension Sequence<String> {
  /// The texts with commas between them.
  var commaSeparated: String { joined(separator: ", ") }
}
