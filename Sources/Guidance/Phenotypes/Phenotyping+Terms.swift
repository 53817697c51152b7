import Knowledge

extension Phenotyping {
  /// The phenotypes or keys a gene can have, each once; empty where the diplotype is the key.
  package var terms: [String] {
    switch self {
    case .functionPair(let rules): rules.map(\.phenotype).distinct
    case .activityScore(let rules): rules.map(\.phenotype).distinct
    case .watchedAlleles(let alleles):
      alleles.flatMap { ["\($0) positive", "\($0) negative"] }
    case .diplotype: []
    }
  }
}
