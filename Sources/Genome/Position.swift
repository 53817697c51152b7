/// A place on a contig, 1-based as in VCF; zero can't be written.
public struct Position: Sendable, Hashable, Comparable {
  /// The 1-based coordinate, at least 1.
  public let value: Int

  /// The position, or nil for anything below 1.
  public init?(_ value: Int) {
    guard value >= 1 else { return nil }
    self.value = value
  }

  private init(unchecked value: Int) { self.value = value }

  /// The position `distance` bases further on; stops at 1 going left.
  public func advanced(by distance: Int) -> Position {
    Position(unchecked: max(1, value + distance))
  }

  /// Orders positions from left to right.
  public static func < (left: Position, right: Position) -> Bool { left.value < right.value }
}

extension Position: CustomStringConvertible {
  /// The 1-based coordinate in decimal.
  public var description: String { String(value) }
}
