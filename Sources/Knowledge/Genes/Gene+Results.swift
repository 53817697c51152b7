extension Gene {
  /// The keys that a result of this gene can have, each once, in the order of the rules.
  ///
  /// They are its phenotypes, or its watched-allele keys such as `*57:01 positive`; there are none
  /// if the diplotype itself is the key.
  /// `Indeterminate` can come out of every gene with phenotypes and is listed last unless a rule
  /// names it.
  public var resultKeys: [String] {
    let named: [String] =
      switch phenotyping {
      case .functionPair(let rules): rules.map(\.phenotype)
      case .activityScore(let rules): rules.map(\.phenotype)
      case .watchedAlleles(let names): names.flatMap { ["\($0) positive", "\($0) negative"] }
      case .diplotype: []
      }
    var seen: Set<String> = []
    var keys = named.filter { seen.insert($0).inserted }
    switch phenotyping {
    case .functionPair, .activityScore:
      if !seen.contains(Self.indeterminate) { keys.append(Self.indeterminate) }
    case .watchedAlleles, .diplotype: break
    }
    return keys
  }

  /// The result of a gene whose rules do not cover what was found.
  public static let indeterminate = "Indeterminate"

  /// What a rule writes for a gene that has no result at all: not tested, or not called.
  public static let noResult = "No Result"
}
