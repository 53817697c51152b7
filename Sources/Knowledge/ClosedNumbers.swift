/// A number, or a range with both ends included.
public struct ClosedNumbers: Sendable, Hashable {
  /// The lower end, or the only number.
  public var low: Double
  /// The upper end; nil for a single number.
  public var high: Double?

  /// Makes a number or a range.
  public init(low: Double, high: Double? = nil) {
    self.low = low
    self.high = high
  }
}
