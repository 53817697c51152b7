public import GenomeFiles

/// Counts alignments as they pass, for the sample check: duplicates, sureness of place, lengths.
///
/// Feed it every alignment that is read over the known positions, left-out ones included.
public struct ReadTally: Sendable, Hashable {
  /// First places of reads: neither secondary, supplementary nor unaligned.
  public private(set) var reads = 0
  /// Those of them that copy another read's molecule.
  public private(set) var duplicates = 0
  /// Those of them whose mapping quality is below the policy's; a quality not stated is not.
  public private(set) var unsurePlaces = 0
  /// Bases of all of them.
  public private(set) var bases = 0

  private let sureMappingQuality: Int
  private var fragmentLengths = [Int](repeating: 0, count: Self.longestFragment + 1)

  /// Proper pairs further apart than this are left out of the median.
  private static let longestFragment = 2000

  /// Starts at zero.
  public init(policy: CheckPolicy = .init()) { sureMappingQuality = policy.sureMappingQuality }

  /// Takes in one alignment.
  public mutating func add(_ read: AlignedRead) {
    guard read.flags.isDisjoint(with: [.unmapped, .secondary, .supplementary]) else { return }
    reads += 1
    bases += read.cigar.reduce(0) { $0 + ($1.kind.consumesRead ? $1.length : 0) }
    guard !read.flags.contains(.duplicate) else {
      duplicates += 1
      return
    }
    if read.mappingQuality < 255, Int(read.mappingQuality) < sureMappingQuality {
      unsurePlaces += 1
    }
    // The left mate states its pair's length as a positive number.
    if read.flags.contains(.properPair), (1...Self.longestFragment).contains(read.templateLength) {
      fragmentLengths[read.templateLength] += 1
    }
  }

  /// The share of duplicates, 0 to 1; nil without reads.
  public var duplicateShare: Double? { reads == 0 ? nil : Double(duplicates) / Double(reads) }

  /// The share of reads of unsure place among those that are no duplicates; nil without any.
  public var unsureShare: Double? {
    reads == duplicates ? nil : Double(unsurePlaces) / Double(reads - duplicates)
  }

  /// The mean length of a read in bases; nil without reads.
  public var meanLength: Int? { reads == 0 ? nil : bases / reads }

  /// The median length of the fragments that proper pairs span, in bases; nil without pairs.
  public var medianFragmentLength: Int? {
    let total = fragmentLengths.reduce(0, +)
    guard total > 0 else { return nil }
    var passed = 0
    return fragmentLengths.firstIndex { count in
      passed += count
      return passed * 2 >= total
    }
  }
}
