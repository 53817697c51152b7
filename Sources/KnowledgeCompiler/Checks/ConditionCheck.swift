internal import Knowledge

/// Checks that what a rule or risk looks for is something its gene can show.
struct ConditionCheck {
  let genes: [String: Gene]

  /// Reports each result the gene can't have; `owner` is such as `rule 'r1'`.
  func run(_ condition: GeneCondition, of owner: String, _ line: Int, _ file: SourceFile) {
    guard let gene = genes[condition.gene] else { return }
    switch condition.requirement {
    case .phenotypes(let names):
      let known = gene.resultKeys + [Gene.noResult]
      for name in names where !known.contains(name) {
        file.error(
          line, "\(owner) looks for a result \(gene.symbol) can't have", found: name,
          remedy: "use one of \(known.joined(separator: ", "))")
      }
    case .scores, .noScore:
      if case .activityScore = gene.phenotyping { return }
      file.error(
        line, "\(owner) looks for an activity score", found: gene.symbol,
        remedy: "name phenotypes, since the gene has no activity scores")
    case .diplotypes(let names):
      for name in names where !gene.isDiplotype(name) {
        file.error(
          line, "\(owner) looks for a diplotype \(gene.symbol) can't have", found: name,
          remedy: "write two alleles of the gene as A/B")
      }
    case .carries(let names):
      // A gene known from outside only has no list of alleles, so any name may come.
      guard gene.calling.method != .outsideOnly else { return }
      let known = Set(gene.alleles.map(\.name))
      for name in names where !known.contains(name) {
        file.error(
          line, "\(owner) looks for an allele \(gene.symbol) does not have", found: name,
          remedy: "name an allele of the gene")
      }
    }
  }
}
