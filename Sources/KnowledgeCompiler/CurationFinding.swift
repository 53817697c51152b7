/// One thing that is wrong, or worth knowing, about a file of the knowledge base.
public struct CurationFinding: Sendable, Hashable {
  /// Whether it stops the compilation.
  public enum Severity: String, Sendable, Hashable {
    /// The knowledge base can't be compiled.
    case error
    /// A curator should know; nothing stops.
    case note
  }

  /// Whether it stops the compilation.
  public let severity: Severity
  /// The file, relative to the knowledge base's folder.
  public let file: String
  /// The line in the file, from 1; 0 if it is about the file as a whole.
  public let line: Int
  /// What was wrong.
  public let what: String
  /// The text that was found, as the file has it; nil if something is absent.
  public let found: String?
  /// What to do about it.
  public let remedy: String

  /// Makes a finding.
  public init(
    _ severity: Severity, file: String, line: Int, what: String, found: String?, remedy: String
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.what = what
    self.found = found
    self.remedy = remedy
  }
}

extension CurationFinding: Comparable {
  /// Orders by file, then line, then text.
  public static func < (left: CurationFinding, right: CurationFinding) -> Bool {
    (left.file, left.line, left.what, left.found ?? "")
      < (right.file, right.line, right.what, right.found ?? "")
  }
}

extension CurationFinding: CustomStringConvertible {
  /// One sentence: where, what was wrong, what was found, what to do.
  public var description: String {
    let place = line > 0 ? "\(file), line \(line)" : file
    let quoted = found.map { ", found '\(Self.escaped($0))'" } ?? ""
    return "\(place): \(what)\(quoted); \(remedy)"
  }

  /// Text from a file with control characters spelled out, at most 80 characters of it.
  private static func escaped(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(80)
    let shown = scalars.map {
      $0.value < 32 || $0.value == 127 ? $0.escaped(asASCII: true) : "\($0)"
    }
    return shown.joined() + (scalars.count < text.unicodeScalars.count ? "…" : "")
  }
}
