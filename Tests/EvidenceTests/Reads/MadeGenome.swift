import Genome
import Knowledge

/// A made-up reference that has the true bases where the knowledge base states them, and haplotypes
/// that carry chosen alleles of its positions.
struct MadeGenome {
  let assembly: Assembly
  private static let letters = Array("ACGT".utf8)
  private var known: [Contig: [Int: UInt8]] = [:]

  /// A reference that fits the positions of some genes.
  init(genes: [Gene], assembly: Assembly = .grch38) {
    self.assembly = assembly
    for gene in genes {
      guard let contig = gene.contig else { continue }
      for position in gene.positions {
        guard let locus = position.locus(on: assembly) else { continue }
        if let context = locus.context { lay(context.bases, contig, context.start.value) }
        lay(position.alleles[locus.referenceIndex], contig, locus.position.value)
      }
    }
  }

  private mutating func lay(_ bases: String, _ contig: Contig, _ start: Int) {
    for (offset, base) in bases.utf8.enumerated() {
      known[contig, default: [:]][start + offset] = base
    }
  }

  /// The reference base at a 1-based place.
  func base(_ contig: Contig, _ place: Int) -> UInt8 {
    if let base = known[contig]?[place] { return base }
    var numbers = SeededNumbers(seed: UInt64(contig.code) << 40 | UInt64(place))
    return Self.letters[Int(numbers.next() >> 62)]
  }

  /// A change to the reference: `deleted` bases from a 1-based place on become `inserted`.
  struct Change {
    var place: Int
    var deleted: Int
    var inserted: [UInt8]
  }

  /// The changes that give a position an allele; nil for the reference's own.
  func change(_ position: DefiningPosition, to allele: Int) -> Change? {
    guard let locus = position.locus(on: assembly), allele != locus.referenceIndex else {
      return nil
    }
    var old = Array(position.alleles[locus.referenceIndex].utf8)[...]
    var new = Array(position.alleles[allele].utf8)[...]
    var place = locus.position.value
    while let a = old.first, let b = new.first, a == b {
      old.removeFirst()
      new.removeFirst()
      place += 1
    }
    while let a = old.last, let b = new.last, a == b {
      old.removeLast()
      new.removeLast()
    }
    return Change(place: place, deleted: old.count, inserted: Array(new))
  }

  /// A haplotype's bases over a stretch, each with the reference place it stands for, nil if inserted.
  ///
  /// Changes that overlap an earlier one are left out.
  func haplotype(
    _ contig: Contig, _ stretch: ClosedRange<Int>, _ changes: [Change]
  ) -> [(base: UInt8, place: Int?)] {
    var result: [(base: UInt8, place: Int?)] = []
    var place = stretch.lowerBound
    for change in changes.sorted(by: { ($0.place, $0.deleted) < ($1.place, $1.deleted) }) {
      guard change.place >= place, change.place <= stretch.upperBound else { continue }
      while place < change.place {
        result.append((base(contig, place), place))
        place += 1
      }
      for (offset, base) in change.inserted.enumerated() {
        result.append((base, offset < change.deleted ? place + offset : nil))
      }
      place += change.deleted
    }
    while place <= stretch.upperBound {
      result.append((base(contig, place), place))
      place += 1
    }
    return result
  }
}
