/// Why a stored result can't be read back.
public struct StoredReportError: Error, Sendable, Hashable {
  /// What is wrong with it.
  public var kind: Kind
  /// The file as the user named it.
  public var file: String

  /// What can be wrong with a stored result.
  public enum Kind: Sendable, Hashable {
    /// It is no result in JSON; the text says where it stops being one.
    case notAResult(String)
    /// It has another edition of the layout.
    case otherLayout(String)
    /// The folder has no file that could be one.
    case emptyFolder
  }

  /// Makes an error about a file or folder.
  public init(_ kind: Kind, file: String) {
    self.kind = kind
    self.file = file
  }
}

extension StoredReportError: CustomStringConvertible {
  /// One sentence: where, what was wrong, what was found, what to do.
  public var description: String {
    switch kind {
    case .notAResult(let detail):
      "\(file): the file is not a result of 'stardose call' or 'stardose report' in JSON, \(detail); "
        + "write it anew with --format json"
    case .otherLayout(let found):
      "\(file): the layout is '\(found)' and this stardose reads '\(JSONReport.layout)'; "
        + "write it anew with --format json"
    case .emptyFolder:
      "\(file): the folder has no file whose name ends in .json; "
        + "name one that holds results of 'stardose call --format json'"
    }
  }
}
