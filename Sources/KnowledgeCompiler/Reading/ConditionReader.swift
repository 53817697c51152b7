internal import Knowledge
internal import Yams

/// Reads `when` of a rule.
struct ConditionReader {
  let file: SourceFile
  let owner: String
  /// Whether `carries` may be written: risks look at single alleles, rules don't.
  var allowsCarriers = false

  /// The conditions sorted by gene; nil, with findings, if one of them can't be read.
  func read(_ value: SourceValue, field: String = "when") -> [GeneCondition]? {
    let entries = value.entries("'\(field)' of \(owner)")
    let conditions = entries.compactMap { gene, value in
      requirement(value, of: gene.text).map { GeneCondition(gene: gene.text, requirement: $0) }
    }
    guard conditions.count == entries.count else { return nil }
    return conditions.sorted { $0.gene < $1.gene }
  }

  private func requirement(_ value: SourceValue, of gene: String) -> GeneCondition.Requirement? {
    let what = "the condition on \(gene) of \(owner)"
    if case .sequence = value.node { return .phenotypes(nonEmpty(value, what)) }
    let forms = ["score", "diplotype"] + (allowsCarriers ? ["carries"] : [])
    guard let fields = value.fields(of: what, forms) else { return nil }
    guard fields.values.count == 1 else {
      value.error(
        "\(what) must be one of its forms", remedy: "give \(forms.joined(separator: " or "))")
      return nil
    }
    if let alleles = fields["carries"] { return .carries(nonEmpty(alleles, what)) }
    if let diplotypes = fields["diplotype"] { return .diplotypes(nonEmpty(diplotypes, what)) }
    guard let scores = fields["score"] else { return nil }
    if case .scalar(let scalar) = scores.node, scalar.string == "none" { return .noScore }
    let ranges = scores.texts(what).compactMap { text in
      let range = ScoreRange(written: text.text)
      if range == nil {
        file.error(
          text.line, "\(what) is no activity score", found: text.text,
          remedy: "write it as \"0.0\", \"0.25...1.0\" or \"≥2.5\"")
      }
      return range
    }
    return ranges.isEmpty ? nil : .scores(ranges)
  }

  private func nonEmpty(_ value: SourceValue, _ what: String) -> [String] {
    let texts = value.texts(what).map(\.text)
    if case .sequence(let items) = value.node, items.isEmpty {
      value.error("\(what) names no result", found: "[]", remedy: "name at least one")
    }
    return texts
  }
}

extension ScoreRange {
  /// Reads `0.0`, `0.25...1.0` or `≥2.5`; nil for anything else.
  init?(written text: String) {
    if let dots = text.firstRange(of: "...") {
      guard let low = ActivityScore(String(text[..<dots.lowerBound])),
        let high = ActivityScore(String(text[dots.upperBound...])), !low.isLowerBound,
        !high.isLowerBound, low.hundredths <= high.hundredths
      else { return nil }
      self.init(lowest: low.hundredths, highest: high.hundredths)
    } else {
      guard let score = ActivityScore(text) else { return nil }
      self.init(
        lowest: score.hundredths, highest: score.isLowerBound ? nil : score.hundredths)
    }
  }
}
