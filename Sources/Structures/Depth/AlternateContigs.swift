public import Genome

/// Which sequences that an assembly holds beside its chromosomes a file of reads has.
public struct AlternateContigs: Sendable, Hashable {
  private enum Presence: Hashable {
    /// The header has it by this number, and reads lie on it.
    case held(Int)
    /// The header has it, but no read lies on it.
    case withoutReads
  }

  private var presences: [AlternateSequence: Presence] = [:]

  /// None.
  public init() {}

  /// Takes in a sequence that the header has.
  ///
  /// - Parameters:
  ///   - sequence: the sequence.
  ///   - contigIndex: its number in the header.
  ///   - hasReads: whether any read lies on it, in the gene of interest or elsewhere.
  public mutating func add(_ sequence: AlternateSequence, contigIndex: Int, hasReads: Bool) {
    presences[sequence] = hasReads ? .held(contigIndex) : .withoutReads
  }

  /// The number in the header of a sequence with reads; nil for others.
  func contigIndex(of sequence: AlternateSequence) -> Int? {
    if case .held(let index) = presences[sequence] { index } else { nil }
  }

  /// Whether the header has a sequence, reads or not.
  func isNamed(_ sequence: AlternateSequence) -> Bool { presences[sequence] != nil }
}
