internal import MappedIndex

/// Why the knowledge base can't be found, opened or read.
public struct KnowledgeError: Error, Sendable, Equatable {
  /// What went wrong.
  public enum Kind: Sendable, Hashable {
    /// No compiled knowledge base is at the path, or at any of the usual places.
    case missing
    /// The system refuses to read the file.
    case unreadable
    /// The file is something else.
    case notAKnowledgeBase
    /// Another edition of stardose, or another machine, compiled the file.
    case otherFormat
    /// The file is cut short or changed.
    case damaged
  }

  /// What went wrong.
  public let kind: Kind
  /// The file, and the gene or drug in it where that is known; empty for a search that failed.
  public let place: String
  /// What was wrong, what was found and what to do.
  public let reason: String

  init(_ kind: Kind, place: String, reason: String) {
    self.kind = kind
    self.place = place
    self.reason = reason
  }

  /// The error for a mapped file that can't be used.
  init(_ cause: MappedIndexError) {
    let kind: Kind =
      switch cause.kind {
      case .missing: .missing
      case .unreadable, .unwritable: .unreadable
      case .notAnIndex, .otherContent: .notAKnowledgeBase
      case .otherByteOrder, .versionMismatch: .otherFormat
      case .truncated, .damaged: .damaged
      }
    let remedy =
      kind == .unreadable ? cause.remedy : "run 'stardose knowledge compile' to make it anew"
    self.init(kind, place: cause.place, reason: "\(cause.fault); \(remedy)")
  }
}

extension KnowledgeError: CustomStringConvertible {
  /// One sentence: where, what was wrong, what was found, what to do.
  public var description: String { place.isEmpty ? reason : "\(place): \(reason)" }
}
