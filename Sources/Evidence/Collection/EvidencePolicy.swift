/// What counts as data; the README states the defaults.
public struct EvidencePolicy: Sendable, Hashable {
  /// Whether a record that failed a filter gives no data.
  public var honoursFilters = true
  /// Filter names that mark a confident reference call rather than a failure.
  public var reassuringFilters: Set<String> = ["PASS", "RefCall"]
  /// The least read depth a genotype needs, where the record states one.
  public var minimumDepth = 1
  /// The least genotype quality a genotype needs, where the record states one.
  public var minimumGenotypeQuality = 10
  /// The least genotype quality a reference block needs, where it states one.
  public var minimumBlockQuality = 20
  /// The least depth a reference block needs, where it states one.
  public var minimumBlockDepth = 5
  /// Whether a position no record covers counts as reference.
  public var absentIsReference = false

  /// The default policy.
  public init() {}

  /// Whether a record or genotype that failed these filters gives no data.
  func refuses(_ filters: [String]) -> Bool {
    honoursFilters && !filters.allSatisfy(reassuringFilters.contains)
  }
}
