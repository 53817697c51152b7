internal import Glibc

/// Why an index file can't be opened, read or written.
package struct MappedIndexError: Error, Sendable, Equatable {
  /// What went wrong.
  package enum Kind: Sendable, Equatable {
    /// There is no file at the path.
    case missing
    /// The system refuses to read the file; the number is its `errno`.
    case unreadable(code: Int32)
    /// The file does not begin as an index does.
    case notAnIndex
    /// The file was written with another byte order.
    case otherByteOrder
    /// The file has another edition of the format or of its content.
    case versionMismatch(found: UInt32, expected: UInt32)
    /// The index holds something else than what was asked for.
    case otherContent(found: String, expected: String)
    /// The file ends before its content does; sizes in bytes.
    case truncated(found: Int, expected: Int)
    /// The content contradicts itself; the text says how.
    case damaged(String)
    /// The system refuses to write the file; the number is its `errno`.
    case unwritable(code: Int32)
  }

  /// What went wrong.
  package let kind: Kind
  /// The file, and the record in it where that is known.
  package let place: String

  /// Makes an error about a file or a record in it.
  package init(_ kind: Kind, place: String) {
    self.kind = kind
    self.place = place
  }
}

extension MappedIndexError {
  /// Whether it is about an output and not about a file that was to be read.
  package var isAboutWriting: Bool {
    if case .unwritable = kind { true } else { false }
  }
}

extension MappedIndexError: CustomStringConvertible {
  /// One sentence: where, what was wrong, what was found, what to do.
  package var description: String { "\(place): \(reason)" }

  /// The sentence without the place.
  package var reason: String { "\(fault); \(remedy)" }

  /// What was wrong and what was found.
  package var fault: String {
    switch kind {
    case .missing:
      "there is no such file"
    case .unreadable(let code):
      "the file can't be read (\(Self.message(code)))"
    case .notAnIndex:
      "the file is not a Stardose index"
    case .otherByteOrder:
      "the index was written on a machine with another byte order"
    case .versionMismatch(let found, let expected):
      "the index has format \(found) and this stardose reads format \(expected)"
    case .otherContent(let found, let expected):
      "the index holds '\(found)' where '\(expected)' was asked for"
    case .truncated(let found, let expected):
      "the index ends early, at byte \(found) of \(expected)"
    case .damaged(let how):
      "the index is damaged, \(how)"
    case .unwritable(let code):
      "the file can't be written (\(Self.message(code)))"
    }
  }

  /// What to do about it.
  package var remedy: String {
    switch kind {
    case .missing: "check the path"
    case .unreadable: "check its permissions"
    case .notAnIndex: "give one that stardose compiled"
    case .otherByteOrder: "compile it again on this machine"
    case .versionMismatch: "compile it again with this stardose"
    case .otherContent: "give the right file"
    case .truncated, .damaged: "copy or compile it again"
    case .unwritable(EPIPE): "let the program that reads it read to the end"
    case .unwritable: "check the folder and the free space"
    }
  }

  private static func message(_ code: Int32) -> String {
    // Safe: strerror returns a C string that stays valid until the next call on this thread.
    unsafe String(cString: strerror(code))
  }
}
