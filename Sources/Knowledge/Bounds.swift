/// A stretch of a measurement, from the first end and below the second.
public struct Bounds: Sendable, Hashable {
  /// The lowest value; nil for no lower end.
  public var from: Double?
  /// The value it lies below; nil for no upper end.
  public var below: Double?

  /// Makes a stretch.
  public init(from: Double?, below: Double?) {
    self.from = from
    self.below = below
  }

  /// Whether a value lies inside.
  public func contains(_ value: Double) -> Bool {
    value >= from ?? -.infinity && value < below ?? .infinity
  }
}
