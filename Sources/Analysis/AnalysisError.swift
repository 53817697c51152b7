public import Genome
internal import GenomeFiles

/// Why a file that can be read can't be interpreted.
public struct AnalysisError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// The header points to two assemblies; the finding, in words.
    case assemblyConflict(String)
    /// The user says one assembly, the header another.
    case assemblyContradicted(stated: Assembly, recognised: Assembly, because: String)
    /// REF of unfiltered records at known positions is not the assembly's.
    case wrongAssembly(
      assumed: Assembly, place: String, found: String, expected: String, disagreeing: Int,
      of: Int)
    /// The file has no samples.
    case noSamples
    /// Neither the header of the reads nor the user says which assembly they are aligned to.
    case assemblyUnknown
    /// A contig of the reads has the length of neither assembly.
    case assemblyForeign(contig: String, length: Int)
    /// Reads and variants are on different assemblies.
    case assembliesDiffer(reads: Assembly, variants: Assembly)
    /// A file of reads names this many samples.
    case severalSamples(Int)
    /// None of this many samples with variants is the one the reads are of.
    case readsOfNoSample(Int)
  }

  /// Whether the file is on the wrong assembly rather than unreadable.
  public var isAboutAssembly: Bool {
    switch kind {
    case .assemblyConflict, .assemblyContradicted, .wrongAssembly, .assemblyUnknown,
      .assemblyForeign, .assembliesDiffer:
      true
    case .noSamples, .severalSamples, .readsOfNoSample: false
    }
  }

  /// The file.
  public let path: String
  /// What is wrong.
  public let kind: Kind

  /// Makes an error.
  public init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }
}

extension AnalysisError: CustomStringConvertible {
  /// One sentence: where, what was wrong, what was found, what to do.
  public var description: String {
    switch kind {
    case .assemblyConflict(let finding):
      "\(path): \(finding); put the header right or state the assembly with --assembly"
    case .assemblyContradicted(let stated, let recognised, let reason):
      "\(path): --assembly says \(stated) but the header says \(recognised) (\(reason)); "
        + "leave --assembly out or put the header right"
    case .wrongAssembly(let assumed, let place, let found, let expected, let disagreeing, let count):
      "\(path), \(place): REF is '\(found)' but \(assumed) has '\(expected)' "
        + "(\(disagreeing) of \(count) records at known positions disagree); was this called on "
        + "\(assumed == .grch38 ? Assembly.grch37 : .grch38)?"
        + (disagreeing * 2 > count
          ? "" : " If not, --allow-ref-mismatch reads such positions as no data")
    case .noSamples:
      "\(path): the file has no sample columns, so there are no genotypes to interpret; "
        + "give a VCF with samples"
    case .assemblyUnknown:
      "\(path): the header does not show which assembly the reads are aligned to; "
        + "state it with --assembly"
    case .assemblyForeign(let contig, let length):
      "\(path): contig \(quoted(contig)) is \(length) bases long, which it is on neither GRCh38 nor "
        + "GRCh37; align the reads to one of them, or state it with --assembly if you know better"
    case .assembliesDiffer(let reads, let variants):
      "\(path): the reads are on \(reads) and the variants on \(variants); "
        + "give both on one assembly"
    case .severalSamples(let count):
      "\(path): the reads are of \(count) samples; take one out with 'samtools view -b -R'"
    case .readsOfNoSample(let count):
      "\(path): none of the \(count) samples with variants is the one the reads are of; "
        + "name it with --sample"
    }
  }
}
