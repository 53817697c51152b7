public import Evidence
public import Genome
public import GenomeFiles
public import Structures

/// What a user chose for reading a file.
public struct AnalysisOptions: Sendable {
  /// The assembly, where the user states it; otherwise it is recognised.
  public var assembly: Assembly?
  /// What counts as data.
  public var policy = EvidencePolicy()
  /// Which samples to look at.
  public var samples = SampleSelection.all
  /// Regions in which an absent position is reference.
  public var callable: CallableRegions?
  /// The person's sex, where the user states it.
  public var sex: SexChromosomes.Statement?
  /// The reads, if there are any.
  public var reads: ReadOptions?
  /// Whether a record whose REF is not the assembly's gives no data rather than refusing the file.
  public var toleratesReferenceMismatch = false
  /// Threads for decompression.
  public var threads = 1
  /// Told now and then how many compressed bytes were read, and of how many where that is known.
  public var progress: (@Sendable (_ bytesRead: Int, _ totalBytes: Int?) -> Void)?
  /// Whether records out of order are read all the same.
  public var sortOrder = RecordOrder.required

  /// The defaults.
  public init() {}
}
