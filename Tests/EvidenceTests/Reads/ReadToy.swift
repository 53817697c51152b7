import Evidence
import Genome
import GenomeFiles
import Knowledge

/// A gene on chr1 with three single bases (A, G, T at 1000, 1100 and 1900) and a repeat at 2000, and
/// alignments made by hand.
enum ReadToy {
  static let chromosome: Contig = {
    guard let contig = Contig(name: "1") else { preconditionFailure("1 is a contig") }
    return contig
  }()

  static func place(_ value: Int) -> Position {
    guard let position = Position(value) else { preconditionFailure("places start at 1") }
    return position
  }

  static func gene(_ inheritance: Inheritance = .autosomal) -> Gene {
    let contig: Contig =
      switch inheritance {
      case .autosomal: chromosome
      case .chromosomeX: .x
      case .mitochondrial: .mitochondrion
      }
    let singles = [1000, 1100, 1900].map { start in
      DefiningPosition(
        id: "p\(start)", rsid: nil, hgvs: "g.\(start)A>G", alleles: ["A", "G"],
        grch38: .init(position: place(start), referenceIndex: 0),
        grch37: .init(position: place(start - 500), referenceIndex: 1), role: .defining)
    }
    let context = SequenceContext(start: place(2000), bases: "CATATATG")
    let tandem = DefiningPosition(
      id: "repeat", rsid: nil, hgvs: "g.2001AT[2]", alleles: ["CAT", "C", "CATAT"],
      grch38: .init(position: place(2000), referenceIndex: 0, context: context), grch37: nil,
      role: .defining)
    return Gene(
      symbol: "TOY", contig: contig, inheritance: inheritance, positions: singles + [tandem],
      alleles: [], calling: CallingRules(method: .diplotype), phenotyping: .diplotype, sources: [])
  }

  /// Reads of 20 bases whose bases at some of the single-base places are given.
  ///
  /// - Parameter shown: the places and the letters; a read is laid around the first one, and made
  ///   long enough for all.
  static func read(
    _ template: UInt64, _ shown: [Int: Character], quality: UInt8 = 35,
    mappingQuality: UInt8 = 60, flags: AlignmentFlags = [], contig: Contig? = nil,
    cigar: [CigarOperation]? = nil
  ) -> AlignedRead {
    let places = shown.keys.sorted()
    let start = (places.first ?? 11) - 10
    let length = (places.last ?? start) + 10 - start
    var bases = [UInt8](repeating: UInt8(ascii: "C"), count: length)
    for (place, letter) in shown { bases[place - start] = letter.asciiValue ?? 0 }
    return AlignedRead(
      template: template, flags: flags, contig: contig ?? chromosome, start: start,
      mappingQuality: mappingQuality, cigar: cigar ?? [CigarOperation(.match, length)],
      bases: bases, qualities: Array(repeating: quality, count: length))
  }

  /// Single reads over one place, half of them on each strand.
  static func pile(_ place: Int, _ letters: String, quality: UInt8 = 35) -> [AlignedRead] {
    letters.enumerated().map { index, letter in
      read(
        UInt64(index + 1), [place: letter], quality: quality,
        flags: index.isMultiple(of: 2) ? [] : .reverseStrand)
    }
  }

  static func evidence(
    _ reads: [AlignedRead], gene: Gene = gene(), assembly: Assembly = .grch38,
    policy: ReadPolicy = .init(), foreign: Set<Contig> = [], copies: [String: Int] = [:]
  ) -> GeneEvidence {
    var collector = ReadEvidenceCollector(
      genes: [gene], assembly: assembly, policy: policy, foreignContigs: foreign)
    for read in reads { collector.add(read) }
    return collector.evidence(copies: copies)[0]
  }
}

extension PositionEvidence {
  /// The alleles, or the reads' reason for none: `0/1`, `G` for an undocumented one, `tooFew`.
  var short: String {
    switch self {
    case .observed(let observation):
      observation.alleles.map { allele in
        switch allele {
        case .documented(let index): "\(index)"
        case .undocumented(let text): text
        case .unknown: "?"
        }
      }.joined(separator: observation.phase == .unphased ? "/" : "|")
    case .noData(.reads(let gap, _)): gap.rawValue
    case .noData(.readsContradictRecord): "contradicts"
    case .noData(.absent): "absent"
    case .noData: "noData"
    }
  }
}
