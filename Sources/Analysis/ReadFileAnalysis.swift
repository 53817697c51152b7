public import Evidence
public import Genome
internal import GenomeFiles
public import Knowledge

/// Reads the alignments of one sample once and keeps what they show of every gene.
public struct ReadFileAnalysis: Sendable {
  /// The assembly the reads are aligned to.
  public let assembly: Assembly
  /// How the assembly was found, in words.
  public let assemblyBasis: String
  /// The sample's name, where the header states one.
  public let sample: String?
  /// Things a reader should know of the file, one sentence each.
  public let notes: [String]
  /// What the reads show, in the order of the genes.
  public let evidence: [GeneEvidence]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - reads: the file and how to take it.
  ///   - genes: the genes to look at.
  ///   - options: what the user chose besides.
  ///   - assumed: the assembly of the variants that go with the reads, for a header that shows none.
  /// - Throws: `VariantFileError` if the file can't be read, `AnalysisError` if it can't be placed on
  ///   an assembly or holds several samples.
  public init(
    _ reads: ReadOptions, genes: [Gene], options: AnalysisOptions, assumed: Assembly? = nil
  ) throws {
    var file = try AlignmentFile(path: reads.path, reference: reads.reference)
    let header = file.header
    guard header.samples.count < 2 else {
      throw AnalysisError(path: reads.path, kind: .severalSamples(header.samples.count))
    }
    let (candidates, basis) = try AssemblyChoice.candidates(
      AssemblyRecognition(header), stated: options.assembly ?? assumed, path: reads.path)
    guard candidates.count == 1, let assembly = candidates.first else {
      throw AnalysisError(path: reads.path, kind: .assemblyUnknown)
    }
    var collector = ReadEvidenceCollector(
      genes: genes, assembly: assembly, policy: reads.policy,
      foreignContigs: header.foreignContigs(on: assembly))
    let count = try file.reads(
      overlapping: TargetRegions(collector.targets), threads: options.threads
    ) { collector.add($0) }
    self.assembly = assembly
    assemblyBasis = basis
    sample = header.samples.first
    var notes = file.notes
    if count == 0 { notes.append("no read lies on a known position, so the reads show nothing") }
    self.notes = notes
    let reference = try reads.reference.map(ReferenceSequence.init)
    evidence = collector.evidence(reference: reference)
    if let failure = reference?.failure { throw failure }
  }
}
