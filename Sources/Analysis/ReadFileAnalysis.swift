public import Evidence
public import Genome
internal import GenomeFiles
public import Knowledge
public import StarAlleles
public import Structures

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
  /// What the alignments at known positions are like.
  public let tally: ReadTally
  /// What the reads show, in the order of the genes.
  public let evidence: [GeneEvidence]
  /// The depth of X and Y; nil if it tells nothing.
  public let sexDepth: SexDepth?
  /// By gene symbol: what depth says of deletions, duplications and hybrids.
  public let copyFindings: [String: CopyFinding]
  /// By gene symbol: the calls of genes that their paralogs recombine with.
  public let structures: [String: GeneCall]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - reads: the file and how to take it.
  ///   - genes: the genes to look at.
  ///   - options: what the user chose besides.
  ///   - assumed: the assembly of the variants that go with the reads, for a header that shows none.
  /// - Throws: `GenomeFileError` if the file can't be read, `AnalysisError` if it can't be placed on
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
      AssemblyRecognition(header), stated: options.assembly, path: reads.path)
    guard let assembly = candidates.count == 1 ? candidates.first : assumed else {
      let foreign = header.contigs.first { Contig(name: $0.name) != nil && $0.length != nil }
      throw AnalysisError(
        path: reads.path,
        kind: foreign.map { .assemblyForeign(contig: $0.name, length: $0.length ?? 0) }
          ?? .assemblyUnknown)
    }
    var collection = ReadCollection(
      genes: genes, facts: reads.facts, assembly: assembly, policy: reads.policy,
      foreignContigs: header.foreignContigs(on: assembly),
      alternates: try Self.alternates(of: reads.facts, on: assembly, in: &file))
    let count = try file.reads(overlapping: collection.regions, threads: options.threads) {
      collection.add($0)
    }
    for (contig, place) in collection.depth.alternateRegions {
      try file.reads(onContig: contig, from: place.start.value, to: place.end.value) {
        collection.add($0)
        return true
      }
    }
    let copies = CopyEventCaller(collection.depth)
    let sexDepth = SexDepth(copies)
    let sex = SexChromosomes(stated: options.sex, depth: sexDepth)
    let reference = try reads.reference.map(ReferenceSequence.init)
    evidence = collection.evidence.evidence(
      copies: Self.copies(of: genes, sex), reference: reference)
    if let failure = reference?.failure { throw failure }
    self.assembly = assembly
    assemblyBasis = basis
    sample = header.samples.first
    tally = collection.tally
    self.sexDepth = sexDepth
    copyFindings = Dictionary(
      copies.findings().map { ($0.gene, $0) }, uniquingKeysWith: { one, _ in one })
    structures = Dictionary(
      collection.paralogs.map { caller, reads in
        let call = caller.call(reads)
        return (call.gene, call)
      }, uniquingKeysWith: { one, _ in one })
    var notes: [String] = []
    if count == 0 {
      notes.append("no read lies where one was looked for, so the reads show nothing")
    }
    self.notes = notes
  }

  /// Which sequences beside the chromosomes that events are measured on the file has.
  private static func alternates(
    of facts: StructureFacts, on assembly: Assembly, in file: inout AlignmentFile
  ) throws -> AlternateContigs {
    var found = AlternateContigs()
    let places = facts.copyEvents.flatMap(\.intervals).compactMap { $0.alternate(on: assembly) }
    for sequence in Set(places.map(\.sequence)) {
      guard let contig = file.header.contigIndex(of: sequence) else { continue }
      found.add(
        sequence, contigIndex: contig, hasReads: try file.hasReads(onContig: contig))
    }
    return found
  }

  /// How many copies of its genes on X a person has, where that is known to be one.
  private static func copies(of genes: [Gene], _ sex: SexChromosomes) -> [String: Int] {
    guard sex.xCount == 1 else { return [:] }
    let single = genes.filter { $0.inheritance == .chromosomeX }
    return Dictionary(single.map { ($0.symbol, 1) }, uniquingKeysWith: { one, _ in one })
  }
}
