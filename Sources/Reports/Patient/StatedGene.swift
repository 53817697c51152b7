/// What a patient document states of one gene, as written.
public struct StatedGene: Sendable, Hashable {
  /// The gene symbol.
  public var gene: String
  /// The diplotype, such as `*1/*2`, in any spelling an outside-call file may use.
  public var diplotype: String?
  /// The phenotype; a stated one outranks the diplotype.
  public var phenotype: String?
  /// The activity score, such as `1.25` or `≥3.0`; a stated one outranks phenotype and diplotype.
  public var activityScore: String?
  /// The line of the document, from 1; 0 where it is from no text.
  public var line: Int

  /// Makes a statement.
  public init(
    gene: String, diplotype: String? = nil, phenotype: String? = nil,
    activityScore: String? = nil, line: Int = 0
  ) {
    self.gene = gene
    self.diplotype = diplotype
    self.phenotype = phenotype
    self.activityScore = activityScore
    self.line = line
  }
}
