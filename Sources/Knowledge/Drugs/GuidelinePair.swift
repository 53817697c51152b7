/// A guideline and a drug it speaks of, as the list of all guidelines has them.
public struct GuidelinePair: Sendable, Hashable {
  /// Who speaks, such as `CPIC`.
  public var source: String
  /// The drug's id.
  public var drug: String
  /// The guideline's id.
  public var guideline: String

  /// Makes a pair.
  public init(source: String, drug: String, guideline: String) {
    self.source = source
    self.drug = drug
    self.guideline = guideline
  }
}
