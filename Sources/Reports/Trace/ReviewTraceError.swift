/// Why a trace can't be read or replayed.
public struct ReviewTraceError: Error, Sendable, Hashable {
  /// What is wrong with it.
  public var kind: Kind
  /// The file as the user named it.
  public var file: String

  /// What can be wrong with a trace.
  public enum Kind: Sendable, Hashable {
    /// It can't be read, and why, as a whole sentence.
    case unreadable(String)
    /// It was made with another knowledge base.
    case otherKnowledge(needed: ReviewTrace.Knowledge, found: ReviewTrace.Knowledge)
    /// The replay is not the same; the first difference as a clause.
    case differs(String)
  }

  /// Makes an error about a trace.
  public init(_ kind: Kind, file: String) {
    self.kind = kind
    self.file = file
  }
}

extension ReviewTraceError: CustomStringConvertible {
  /// One sentence: where, what was wrong, what was found, what to do.
  public var description: String {
    switch kind {
    case .unreadable(let sentence): sentence
    case .differs(let clause): "\(file): \(clause)"
    case .otherKnowledge(let needed, let found):
      if needed.identity != found.identity {
        "\(file): the answer was made with knowledge base \(needed.identity) "
          + "(newest source \(needed.version)) and this one is \(found.identity) "
          + "(newest source \(found.version)), so nothing was replayed; "
          + "name the right one with --knowledge"
      } else {
        "\(file): the answer was made with knowledge base \(needed.identity) as the file with "
          + "SHA-256 \(needed.sha256), and this file of the same name has \(found.sha256), "
          + "so nothing was replayed; name the right one with --knowledge"
      }
    }
  }
}
