public import Genome

/// What a scan did, for reports and checks.
public struct ScanSummary: Sendable, Hashable {
  /// The number of records in the file, or nil if an index let the scan skip most of them.
  public var recordsRead: Int?
  /// The number of records handed to the caller.
  public var recordsDecoded: Int
  /// Whether an index was used.
  public var usedIndex: Bool
  /// The primary contigs the file has records on.
  public var contigs: Set<Contig> = []
  /// The names of the samples behind each record's calls, in their order.
  public var samples: [String]
  /// Things worth telling, one sentence each.
  public var notes: [String]
}
