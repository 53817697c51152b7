import Foundation
import Genome
import GenomeFiles
import Knowledge
import Structures

/// A genome made by hand, whose reads are placed by chance from a seed.
struct SimulatedGenome {
  /// A generator with a fixed seed: SplitMix64 (Steele, Lea and Flood 2014).
  struct Generator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }

    /// A number between 0 and 1.
    mutating func share() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
  }

  /// How reads are made.
  struct Library {
    var depth = 30.0
    var readLength = 150
    /// The length of a molecule; nil for single reads.
    var insert: Int? = 400
    /// How the depth of each stretch varies: it is multiplied by 1 ± this, at random.
    var scatter = 0.0
    /// The depth relative to the mean by the share of G and C; with it reads bear bases.
    var gcBias: ((Double) -> Double)?
  }

  static let contig = Contig(name: "chr7")

  static func interval(_ start: Int, _ length: Int, on name: String = "chr7") throws
    -> GenomicInterval
  {
    guard let contig = Contig(name: name), let first = Position(start),
      let last = Position(start + length - 1),
      let interval = GenomicInterval(contig: contig, start: first, end: last)
    else { throw Impossible() }
    return interval
  }

  struct Impossible: Error {}

  /// Forty stable regions of 3,000 bases on ten contigs, ten on X and eight on Y.
  static func stableRegions() throws -> [StableRegion] {
    var regions: [StableRegion] = []
    func add(_ role: StableRegion.Role, _ contig: String, _ start: Int) throws {
      let place = try interval(start, 3000, on: contig)
      regions.append(
        StableRegion(role: role, name: "S", grch38: place, grch37: place, source: "made"))
    }
    for number in 0..<40 { try add(.autosome, "chr\(1 + number % 10)", 100_000 * (number + 1)) }
    for number in 0..<10 { try add(.chromosomeX, "chrX", 100_000 * (number + 1)) }
    for number in 0..<8 { try add(.chromosomeY, "chrY", 100_000 * (number + 1)) }
    try add(.mitochondrion, "chrM", 1001)
    return regions
  }

  var library: Library
  private var generator: Generator

  init(_ library: Library = Library(), seed: UInt64) {
    self.library = library
    generator = Generator(seed: seed)
  }

  /// Draws numbers away, so that what follows is another sample of the same kind.
  mutating func skip(_ draw: UInt64) { generator = Generator(seed: generator.next() &+ draw) }

  /// Adds the reads of a stretch that is there in so many copies, with a margin around it.
  ///
  /// The number of molecules is what the depth asks for in the mean; each lies anywhere. A share of
  /// them fits elsewhere as well.
  mutating func cover(
    _ place: GenomicInterval, copies: Double, margin: Int? = nil, unsure: Double = 0,
    into collector: inout DepthCollector
  ) {
    cover(
      place.start.value...place.end.value, on: place.contig, copies: copies, margin: margin,
      unsure: unsure, into: &collector)
  }

  /// The same for a stretch of a chromosome, or of another contig by its number in the header.
  mutating func cover(
    _ place: ClosedRange<Int>, on contig: Contig?, number: Int = 0, copies: Double,
    margin: Int? = nil, unsure: Double = 0, into collector: inout DepthCollector
  ) {
    let molecule = library.insert ?? library.readLength
    let margin = margin ?? molecule
    let first = place.lowerBound - margin
    let span = place.count + 2 * margin
    let scatter = 1 + library.scatter * (2 * generator.share() - 1) * 3.0.squareRoot()
    let gc = 0.3 + 0.35 * generator.share()
    let bias = library.gcBias?(gc) ?? 1
    let basesPerMolecule = Double(library.readLength * (library.insert == nil ? 1 : 2))
    let mean =
      library.depth * copies / 2 * scatter * bias * Double(span) / basesPerMolecule
    for _ in 0..<poisson(mean) {
      let start = first + Int(generator.share() * Double(span))
      let quality: UInt8 = generator.share() < unsure ? 0 : 60
      let template = generator.next()
      let starts =
        library.insert.map { [start, start + $0 - library.readLength] } ?? [start]
      for begin in starts where begin > 0 {
        var read = AlignedRead(
          template: template, flags: library.insert == nil ? [] : [.paired, .properPair],
          contig: contig, start: begin, mappingQuality: quality,
          cigar: [CigarOperation(.match, library.readLength)])
        read.contigIndex = number
        if library.gcBias != nil {
          read.bases = (0..<library.readLength).map { _ in
            generator.share() < gc ? UInt8(ascii: "G") : UInt8(ascii: "A")
          }
        }
        collector.add(read)
      }
    }
  }

  /// A Poisson number by counting exponential gaps (Knuth), in pieces so that no factor vanishes.
  private mutating func poisson(_ mean: Double) -> Int {
    var drawn = 0
    var left = mean
    while left > 0 {
      let piece = min(left, 100)
      left -= piece
      let limit = exp(-piece)
      var product = generator.share()
      while product > limit {
        drawn += 1
        product *= generator.share()
      }
    }
    return drawn
  }
}
