/// The weight of what is published on a gene, apart from guidelines.
public struct LiteratureWeight: Sendable, Hashable {
  /// The best level among ClinPGx's clinical annotations of the gene, `1A` to `4`.
  public var clinpgxLevel: String
  /// The number of those annotations.
  public var annotations: Int

  /// Makes a weight.
  public init(clinpgxLevel: String, annotations: Int) {
    self.clinpgxLevel = clinpgxLevel
    self.annotations = annotations
  }
}
