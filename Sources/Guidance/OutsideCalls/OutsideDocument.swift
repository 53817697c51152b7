/// The text of an outside-call file, and what the archive it lay in says of it.
public struct OutsideDocument: Sendable, Hashable {
  /// The file's name as the user gave it.
  public var file: String
  /// Its text.
  public var text: String
  /// The `key=value` lines that stood beside it in an archive.
  public var metadata: [String: String]

  /// Makes a document.
  public init(file: String, text: String, metadata: [String: String] = [:]) {
    self.file = file
    self.text = text
    self.metadata = metadata
  }

  /// Makes a document of a file's bytes.
  ///
  /// - Throws: `OutsideCallError` if they are compressed or no text.
  public init(file: String, bytes: [UInt8]) throws(OutsideCallError) {
    let place = OutsideCallPlace(file: file, line: 0)
    if bytes.starts(with: [0x1F, 0x8B]) { throw OutsideCallError(.compressed, at: place) }
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw OutsideCallError(.notText, at: place)
    }
    self.init(file: file, text: text)
  }

  /// Reads the `key=value` lines of an archive's `metadata.txt`.
  public static func metadata(_ text: String) -> [String: String] {
    var pairs: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      guard let mark = line.firstIndex(of: "=") else { continue }
      pairs[line[..<mark].trimmed] = line[line.index(after: mark)...].trimmed
    }
    return pairs
  }
}
