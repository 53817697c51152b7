package import Guidance
package import Knowledge

/// The genes that some guideline of a knowledge base looks at; the others are called for their own sake.
package struct GuidedGenes: Sendable {
  /// Their symbols.
  package let symbols: Set<String>

  /// Reads them from a knowledge base.
  package init(_ knowledge: KnowledgeBase) throws(KnowledgeError) {
    symbols = Set(try knowledge.allDrugs().flatMap(\.guidelines).flatMap(\.genes))
  }

  /// How many guided genes were asked for, and how many of them have a result.
  package func counts(_ results: [GeneResult]) -> (asked: Int, withResult: Int) {
    let guided = results.filter { symbols.contains($0.gene.symbol) }
    return (guided.count, guided.count { !$0.lookups.isEmpty })
  }
}
