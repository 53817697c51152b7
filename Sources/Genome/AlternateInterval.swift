/// A stretch of a sequence that an assembly holds beside its chromosomes, 1-based and closed.
public struct AlternateInterval: Sendable, Hashable {
  /// The sequence.
  public let sequence: AlternateSequence
  /// The first base, 1-based.
  public let start: Position
  /// The last base, 1-based, not before `start`.
  public let end: Position

  /// The stretch, or nil if it is not within the sequence.
  public init?(sequence: AlternateSequence, start: Position, end: Position) {
    guard start <= end, end.value <= sequence.length else { return nil }
    self.sequence = sequence
    self.start = start
    self.end = end
  }
}

extension AlternateInterval: CustomStringConvertible {
  /// Spelled `KI270879.1:270307-278486`, 1-based and closed.
  public var description: String { "\(sequence.accession):\(start)-\(end)" }
}
