/// How many patients a purge erased.
public struct PurgeResult: Sendable, Hashable {
  /// Those not used for long.
  public var unused = 0
  /// Those of whom every consent has ended.
  public var expired = 0

  /// Makes a result of nothing erased.
  public init() {}
}
