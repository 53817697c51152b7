import Guidance
import Knowledge
import StarAlleles

extension ImplicationQuery {
  /// The genes whose result is one asked for; nil where none was asked for, so that all count.
  func genes(in results: [GeneResult]) -> Set<String>? {
    guard !haplotypes.isEmpty else { return nil }
    return Set(
      results.filter { result in
        let symbol = result.gene.symbol
        let names = haplotypes.filter { $0.hasPrefix("\(symbol) ") }
          .map { String($0.dropFirst(symbol.count + 1)).trimmed }
        return result.lookups.compactMap(\.diplotype).contains { diplotype in
          names.contains { name in
            name == diplotype.description || diplotype.haplotypes.contains(name)
              || diplotype.second.map { "\($0)/\(diplotype.first)" == name } ?? false
          }
        }
      }.map(\.gene.symbol))
  }

  /// Whether what is said of a medicine rests on one of some genes.
  func concerns(_ guidance: DrugGuidance, _ genes: Set<String>?) -> Bool {
    guard let genes else { return true }
    return guidance.entries.contains { entry in
      entry.rule != nil && entry.matchedGenes.contains { genes.contains($0.gene) }
    }
  }
}

extension ImplicationQuery.Treatment {
  /// The medicine as it was asked for.
  var words: String {
    switch self {
    case .rxnorm(let code): "RxNorm \(code)"
    case .name(let name): name
    }
  }
}
