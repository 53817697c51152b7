internal import Evidence
internal import Foundation
public import Genome
internal import GenomeFiles
public import Knowledge
internal import StarAlleles
internal import Structures

/// Reads what a user has of some samples, variants, reads or both, and calls every gene in each.
public struct SampleAnalysis: Sendable {
  /// The assembly of the input.
  public let assembly: Assembly
  /// How the assembly was found, in words.
  public let assemblyBasis: String
  /// The samples in file order.
  public let samples: [String]
  /// Things a reader should know of the input, one sentence each.
  public let notes: [String]

  let variants: VariantFileAnalysis?
  let reads: ReadFileAnalysis?
  /// The index of the sample the reads are of.
  let sampleOfReads: Int?
  let statedSex: SexChromosomes.Statement?
  let copyOverlays: [String: CopyOverlay]
  let reconciliation: ReadReconciliation
  let caller: StarAlleleCaller
  let balanceSites: BalanceSites

  /// Reads the input.
  ///
  /// - Parameters:
  ///   - path: a variant file or `-`; nil if there are reads alone.
  ///   - genes: the genes to call.
  ///   - options: what the user chose.
  /// - Throws: `GenomeFileError` if a file can't be read whole, `AnalysisError` if the input can't
  ///   be interpreted.
  public init(variants path: String?, genes: [Gene], options: AnalysisOptions) throws {
    let variants = try path.map {
      try VariantFileAnalysis(path: $0, genes: genes, options: options)
    }
    let reads = try options.reads.map {
      try ReadFileAnalysis($0, genes: genes, options: options, assumed: variants?.assembly)
    }
    if let variants, let reads, variants.assembly != reads.assembly {
      throw AnalysisError(
        path: options.reads?.path ?? "",
        kind: .assembliesDiffer(reads: reads.assembly, variants: variants.assembly))
    }
    var notes = variants?.notes ?? []
    notes += reads?.notes ?? []
    if let variants {
      samples = variants.samples
    } else if let name = reads?.sample {
      samples = [name]
    } else {
      let url = URL(fileURLWithPath: options.reads?.path ?? "")
      samples = [url.deletingPathExtension().lastPathComponent]
    }
    sampleOfReads = try reads.map {
      try Self.sample(of: $0, among: variants?.samples, path: options.reads?.path ?? "", &notes)
    }
    assembly = variants?.assembly ?? reads?.assembly ?? .grch38
    assemblyBasis = variants?.assemblyBasis ?? reads?.assemblyBasis ?? ""
    self.notes = notes
    self.variants = variants
    self.reads = reads
    statedSex = options.sex
    let assembly = assembly
    copyOverlays = Dictionary(
      (options.reads?.facts.copyEvents ?? []).map {
        ($0.gene, CopyOverlay(events: $0, assembly: assembly))
      }, uniquingKeysWith: { one, _ in one })
    reconciliation = ReadReconciliation(policy: options.reads?.policy ?? .init())
    caller = StarAlleleCaller(genes: genes)
    balanceSites = BalanceSites(genes: genes, assembly: assembly)
  }

  /// Which of the samples with variants the reads are of.
  private static func sample(
    of reads: ReadFileAnalysis, among names: [String]?, path: String, _ notes: inout [String]
  ) throws(AnalysisError) -> Int {
    guard let names else { return 0 }
    if let name = reads.sample, let index = names.firstIndex(of: name) { return index }
    guard names.count == 1 else {
      throw AnalysisError(path: path, kind: .readsOfNoSample(names.count))
    }
    notes.append(
      reads.sample == nil
        ? "the reads state no sample; they are taken to be of the sample with the variants"
        : "the reads name another sample than the variants; they are taken to be of one person")
    return 0
  }
}
