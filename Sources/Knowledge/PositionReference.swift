/// Points at one position of one gene in a knowledge base.
public struct PositionReference: Sendable, Hashable {
  /// The index into `KnowledgeBase.geneSymbols`.
  public let gene: Int
  /// The index into `Gene.positions` of that gene.
  public let position: Int

  /// Makes a reference.
  public init(gene: Int, position: Int) {
    self.gene = gene
    self.position = position
  }
}
