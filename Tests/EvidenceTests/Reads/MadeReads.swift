import Genome
import GenomeFiles

/// Reads drawn from a haplotype, aligned as an aligner would: an insertion or deletion within a few
/// bases of an end is not found, so that those bases come out as mismatches or unaligned.
struct MadeReads {
  var length = 150
  /// The fragment lengths; nil for single reads.
  var fragment: ClosedRange<Int>? = 400...500
  var quality: UInt8 = 35
  var mappingQuality: UInt8 = 60
  private var numbers: SeededNumbers
  private var template: UInt64 = 0

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  /// Reads that give a haplotype a mean depth.
  ///
  /// - Parameter base: the reference base at a place, for reads laid out without their gaps.
  mutating func draw(
    _ haplotype: [(base: UInt8, place: Int?)], contig: Contig, depth: Double,
    base: (Int) -> UInt8
  ) -> [AlignedRead] {
    let perFragment = fragment == nil ? length : 2 * length
    let expected = depth * Double(haplotype.count) / Double(perFragment)
    var count = Int(expected)
    if Double.random(in: 0..<1, using: &numbers) < expected - Double(count) { count += 1 }
    var reads: [AlignedRead] = []
    for _ in 0..<count {
      let size = fragment.map { Int.random(in: $0, using: &numbers) } ?? length
      guard haplotype.count > size else { continue }
      let start = Int.random(in: 0...(haplotype.count - size), using: &numbers)
      template += 1
      let isTurned = Bool.random(using: &numbers)
      guard fragment != nil else {
        reads += read(haplotype, start, contig, isTurned ? [.reverseStrand] : [], base)
        continue
      }
      let pair: AlignmentFlags = [.paired, .properPair]
      let (one, other): (AlignmentFlags, AlignmentFlags) =
        isTurned
        ? (.lastInTemplate, .firstInTemplate) : (.firstInTemplate, .lastInTemplate)
      reads += read(haplotype, start, contig, pair.union(one), base)
      reads += read(
        haplotype, start + size - length, contig, pair.union(other).union(.reverseStrand), base)
    }
    return reads
  }

  private mutating func read(
    _ haplotype: [(base: UInt8, place: Int?)], _ start: Int, _ contig: Contig,
    _ flags: AlignmentFlags, _ base: (Int) -> UInt8
  ) -> [AlignedRead] {
    let part = haplotype[start..<(start + length)]
    let error = Self.chance(quality)
    let bases = part.map { entry -> UInt8 in
      guard Double.random(in: 0..<1, using: &numbers) < error else { return entry.base }
      let others = Array("ACGT".utf8).filter { $0 != entry.base }
      return others[Int.random(in: 0..<3, using: &numbers)]
    }
    guard
      let (first, cigar) = MadeAlignment(places: part.map(\.place), bases: bases, base: base).result
    else { return [] }
    return [
      AlignedRead(
        template: template, flags: flags, contig: contig, start: first,
        mappingQuality: mappingQuality, cigar: cigar, bases: bases,
        qualities: Array(repeating: quality, count: bases.count))
    ]
  }

  private static func chance(_ quality: UInt8) -> Double {
    var chance = 1.0
    for _ in 0..<(quality / 5) { chance *= 0.316_227_766 }
    return chance
  }
}
