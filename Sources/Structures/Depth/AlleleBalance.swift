internal import Evidence
internal import Foundation
internal import Knowledge

/// Which of two haplotypes stands several times, by how often reads show what they differ in.
struct AlleleBalance {
  /// How many times likelier one must be than the other.
  private static let leastRatio = 99.0
  /// How far the share of reads may be from the one expected.
  private static let largestDeviation = 0.12

  private let evidence: GeneEvidence

  init(_ evidence: GeneEvidence) { self.evidence = evidence }

  /// The one of two haplotypes that is there `multiple` times beside the other once; nil if reads
  /// don't tell.
  func multiplied(_ one: String, _ other: String, by multiple: Int) -> String? {
    let counts = evidence.positions.indices.compactMap { reads(at: $0, of: one, other) }
    let first = counts.map(\.0).reduce(0, +)
    let total = first + counts.map(\.1).reduce(0, +)
    guard total > 0 else { return nil }
    let larger = Double(multiple) / Double(multiple + 1)
    // Binomial with a share of `larger` for the one against a share of `larger` for the other.
    let ratio = Double(2 * first - total) * log(larger / (1 - larger))
    guard abs(ratio) >= log(Self.leastRatio) else { return nil }
    let share = Double(ratio > 0 ? first : total - first) / Double(total)
    guard abs(share - larger) <= Self.largestDeviation else { return nil }
    return ratio > 0 ? one : other
  }

  /// The reads of each haplotype at a position they differ in; nil elsewhere.
  private func reads(at index: Int, of one: String, _ other: String) -> (Int, Int)? {
    guard case .observed(let value) = evidence.positions[index], value.isHeterozygous,
      let support = value.basis.reads, let first = allele(of: one, at: index),
      let second = allele(of: other, at: index), first != second
    else { return nil }
    return (support.count(of: .documented(first)), support.count(of: .documented(second)))
  }

  /// The allele a haplotype has at a position; nil if its definition leaves it open.
  private func allele(of name: String, at index: Int) -> Int? {
    guard let haplotype = evidence.gene.alleles.first(where: { $0.name == name }) else {
      return nil
    }
    let cell =
      haplotype.cells.first { $0.position == index }
      ?? evidence.gene.alleles.first?.cells.first { $0.position == index }
    guard let accepted = cell?.accepted, accepted.nonzeroBitCount == 1 else { return nil }
    return accepted.trailingZeroBitCount
  }
}

extension Observation.Basis {
  /// The reads it rests on, if any.
  fileprivate var reads: ReadSupport? {
    switch self {
    case .reads(let support), .recordAndReads(_, let support): support
    case .record, .referenceBlock, .callableRegion, .assumedReference: nil
    }
  }
}
