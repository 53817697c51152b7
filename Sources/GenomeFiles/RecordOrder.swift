/// Whether a streaming scan insists on records sorted by position.
public enum RecordOrder: Sendable, Hashable {
  /// A record before its predecessor, or a contig that comes back, is an error.
  case required
  /// Unsorted records are read all the same and mentioned in the summary's notes.
  case tolerated
}
