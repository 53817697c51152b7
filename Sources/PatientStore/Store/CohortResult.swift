/// How many patients are in which state, small counts withheld.
public struct CohortResult: Sendable, Hashable {
  /// How many patients were asked about; nil where it would give a withheld count away.
  public var considered: Int?
  /// The states, in order of their names.
  public var cells: [CohortCell]
  /// The smallest count that is shown.
  public var minimum: Int
}

/// One state and how many patients are in it.
public struct CohortCell: Sendable, Hashable {
  /// The state, as the question names it.
  public var state: String
  /// How many; nil if it is withheld because it is smaller than the minimum.
  public var count: Int?
  /// Who, under pseudonyms, in order; empty where the count is withheld.
  public var pseudonyms: [String]
}
