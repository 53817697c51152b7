public import Evidence
public import Genome
public import GenomeFiles
public import Knowledge

/// Reads a variant file once and keeps what it shows of every gene in every sample.
///
/// The file is read against the assembly its header shows. Where the header shows none, the file
/// is read against both and the one whose reference bases agree is taken.
public struct VariantFileAnalysis: Sendable {
  /// The assembly the records were placed on.
  public let assembly: Assembly
  /// How the assembly was found, in words.
  public let assemblyBasis: String
  /// Whether neither the header nor a record shows the assembly.
  public let isAssemblyAssumed: Bool
  /// The samples, in file order.
  public let samples: [String]
  /// What the scan read.
  public let summary: ScanSummary
  /// Things a reader should know of the file, one sentence each.
  public let notes: [String]

  private let collector: EvidenceCollector

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: the file, or `-` for standard input.
  ///   - genes: the genes to call.
  ///   - options: what the user chose.
  /// - Throws: `GenomeFileError` if the file can't be read whole, `AnalysisError` if it can't be
  ///   placed on an assembly.
  public init(path: String, genes: [Gene], options: AnalysisOptions) throws {
    var file = try VariantFile(path: path)
    let header = file.header
    guard !header.samples.isEmpty else { throw AnalysisError(path: path, kind: .noSamples) }
    let (candidates, basis) = try AssemblyChoice.candidates(
      AssemblyRecognition(header), stated: options.assembly, path: path)
    let count =
      switch options.samples {
      case .all: header.samples.count
      case .named(let names): names.count
      case .none: 0
      }
    var collectors = candidates.map {
      EvidenceCollector(
        genes: genes, assembly: $0, sampleCount: count, policy: options.policy,
        callable: options.callable)
    }
    let targets = TargetRegions(collectors.flatMap(\.targets))
    summary = try file.records(
      overlapping: targets, samples: options.samples, threads: options.threads,
      order: options.sortOrder, progress: options.progress
    ) { record in
      for index in collectors.indices { collectors[index].add(record) }
    }
    for index in collectors.indices { collectors[index].limitAssumptions(to: summary.contigs) }
    let best = collectors.indices.max { one, other in
      let (left, right) = (collectors[one], collectors[other])
      return (left.agreeingRecords - left.disagreeingRecords, -one)
        < (right.agreeingRecords - right.disagreeingRecords, -other)
    }
    guard let best else { throw AnalysisError(path: path, kind: .noSamples) }
    collector = collectors[best]
    assembly = collector.assembly
    samples = summary.samples
    isAssemblyAssumed = collectors.count > 1 && collector.agreeingRecords == 0
    assemblyBasis =
      collectors.count == 1
      ? basis
      : collector.agreeingRecords == 0
        ? "assumed, since neither the header nor a record shows it"
        : "recognised from the reference bases of \(collector.agreeingRecords) records"
    var notes = summary.notes
    if summary.recordsRead == 0 { notes.append("the file has no records, so nothing is assessed") }
    if collectors.count > 1 { notes.append("assembly \(assembly) \(assemblyBasis)") }
    try Self.refuseMismatch(collector, path: path, tolerates: options.toleratesReferenceMismatch)
    if collector.disagreeingRecords > 0 {
      let count = collector.disagreeingRecords
      notes.append(
        "REF disagrees with \(assembly) in \(count) record\(count == 1 ? "" : "s") at known "
          + "positions; \(count == 1 ? "it gives" : "they give") no data")
    }
    self.notes = notes
  }

  /// Records at known positions whose REF is the assembly's, and those whose is not.
  public var referenceAgreement: (agreeing: Int, disagreeing: Int) {
    (collector.agreeingRecords, collector.disagreeingRecords)
  }

  /// What one sample shows, in the order of the genes.
  ///
  /// - Parameter index: the sample's index in `samples`.
  public func evidence(sample index: Int) -> [GeneEvidence] { collector.evidence(sample: index) }

  /// Refuses a file in which an unfiltered record's REF is not the assembly's.
  ///
  /// One such record is a sign that the file was lifted over, edited or called on something else,
  /// so nothing in it can be trusted unasked; where most disagree, the assembly is wrong for sure.
  private static func refuseMismatch(
    _ collector: EvidenceCollector, path: String, tolerates: Bool
  ) throws(AnalysisError) {
    let (wrong, right) = (collector.disagreeingRecords, collector.agreeingRecords)
    guard wrong > right || wrong > 0 && !tolerates, let first = collector.firstDisagreement else {
      return
    }
    let record = first.record.ordinal.map { "record \($0) " } ?? ""
    throw AnalysisError(
      path: path,
      kind: .wrongAssembly(
        assumed: collector.assembly,
        place: "\(record)(\(first.record.contigName):\(first.record.position))",
        found: first.record.reference, expected: first.expected, disagreeing: wrong,
        of: wrong + right))
  }
}
