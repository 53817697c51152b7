public import Knowledge

/// What is known of copies, hybrids and stable stretches, for reads to be held against.
public struct StructureFacts: Sendable {
  /// Where everybody has the same number of copies.
  public var stableRegions: [StableRegion]
  /// Deletions, duplications and hybrids that depth can show, by gene.
  public var copyEvents: [CopyEvents]
  /// How genes and their paralogs differ, by gene.
  public var paralogs: [ParalogFacts]
  /// How common the alleles of the genes with paralogs are.
  public var frequencies: [String: GeneFrequencies]

  /// Facts; none by default.
  public init(
    stableRegions: [StableRegion] = [], copyEvents: [CopyEvents] = [],
    paralogs: [ParalogFacts] = [], frequencies: [String: GeneFrequencies] = [:]
  ) {
    self.stableRegions = stableRegions
    self.copyEvents = copyEvents
    self.paralogs = paralogs
    self.frequencies = frequencies
  }

  /// What a knowledge base has on some genes.
  public init(_ knowledge: KnowledgeBase, genes: [Gene]) throws(KnowledgeError) {
    let wanted = Set(genes.map(\.symbol))
    var paralogs: [ParalogFacts] = []
    var frequencies: [String: GeneFrequencies] = [:]
    for gene in genes {
      guard let facts = try knowledge.paralogFacts(of: gene.symbol) else { continue }
      paralogs.append(facts)
      frequencies[gene.symbol] = try knowledge.frequencies(of: gene.symbol)
    }
    self.init(
      stableRegions: try knowledge.allStableRegions(),
      copyEvents: try knowledge.allCopyEvents().filter { wanted.contains($0.gene) },
      paralogs: paralogs, frequencies: frequencies)
  }
}
