internal import Knowledge

/// A gene as read from its file, with the lines that findings point at.
struct GeneSource {
  var gene: Gene
  let file: SourceFile
  /// The line of each position.
  let positionLines: [Int]
  /// The line of each allele.
  let alleleLines: [Int]
  /// The line of each phenotype rule; empty for kinds without rules.
  let phenotypeLines: [Int]
  /// The line of each field of `calling`.
  let callingLines: [String: Int]
}
