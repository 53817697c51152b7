public import Genome

/// Where in the input a fact was read, for the chain from record to sentence.
public struct RecordTrace: Sendable, Hashable {
  /// The record, shared by all its samples.
  private let site: RecordSite
  private let call: Genotype?
  /// The genotype of a further record split from the same site.
  private var further: Genotype?
  /// Read depth; for a block its minimum.
  public let depth: Int?
  /// Reads for each allele.
  public let alleleDepths: [Int?]
  /// Genotype quality, Phred-scaled.
  public let genotypeQuality: Int?
  /// The phase set.
  public let phaseSet: Int?

  /// Makes the trace of one sample's genotype in a record.
  init(
    site: RecordSite, genotype: Genotype?, depth: Int?, alleleDepths: [Int?],
    genotypeQuality: Int?, phaseSet: Int?
  ) {
    self.site = site
    call = genotype
    self.depth = depth
    self.alleleDepths = alleleDepths
    self.genotypeQuality = genotypeQuality
    self.phaseSet = phaseSet
  }

  /// Makes a trace from the columns of a record.
  public init(
    ordinal: Int?, contigName: String, position: Position, reference: String, alternates: String,
    genotype: Genotype?, depth: Int? = nil, alleleDepths: [Int?] = [],
    genotypeQuality: Int? = nil, phaseSet: Int? = nil, filters: [String] = []
  ) {
    self.init(
      site: RecordSite(
        ordinal: ordinal, contigName: contigName, position: position, reference: reference,
        alternates: alternates, filters: filters),
      genotype: genotype, depth: depth, alleleDepths: alleleDepths,
      genotypeQuality: genotypeQuality, phaseSet: phaseSet)
  }

  /// The record's number in the file, from 1; nil after an index jump.
  public var ordinal: Int? { site.ordinal }
  /// The contig as the file spells it.
  public var contigName: String { site.contigName }
  /// The record's POS, 1-based.
  public var position: Position { site.position }
  /// REF as written.
  public var reference: String { site.reference }
  /// ALT as written, comma-joined.
  public var alternates: String { site.alternates }
  /// The filters the record failed.
  public var filters: [String] { site.filters }

  /// GT as written.
  public var genotype: String {
    let first = call.map { String(describing: $0) } ?? "."
    return further.map { "\(first),\($0)" } ?? first
  }

  /// How many alleles the genotype names.
  var copies: Int { call?.alleles.count ?? 0 }

  /// Whether the genotype names an alternate allele.
  var showsVariant: Bool { call?.alleles.contains { ($0 ?? 0) > 0 } ?? false }

  /// Whether two records were joined, so that AD speaks of the first alone.
  var isJoined: Bool { further != nil }

  /// Whether this cover is less sure than another: by quality, then depth.
  func isWeaker(than other: RecordTrace) -> Bool {
    (genotypeQuality ?? .max, depth ?? .max) < (other.genotypeQuality ?? .max, other.depth ?? .max)
  }

  /// The trace of two records split from one site.
  func joined(with other: RecordTrace) -> RecordTrace {
    var both = RecordTrace(
      site: RecordSite(
        ordinal: ordinal, contigName: contigName, position: position, reference: reference,
        alternates: "\(alternates),\(other.alternates)", filters: filters),
      genotype: call, depth: depth, alleleDepths: alleleDepths, genotypeQuality: genotypeQuality,
      phaseSet: phaseSet)
    both.further = other.call
    return both
  }
}
