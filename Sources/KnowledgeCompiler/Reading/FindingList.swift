/// Collects findings while files are read, so that a curator sees all of them at once.
final class FindingList {
  private(set) var all: [CurationFinding] = []

  func add(_ finding: CurationFinding) { all.append(finding) }

  var errors: [CurationFinding] { all.filter { $0.severity == .error } }
  var notes: [CurationFinding] { all.filter { $0.severity == .note } }
}

/// One file of the knowledge base as findings name it.
struct SourceFile {
  let name: String
  let findings: FindingList

  /// Reports an error at a line of the file; 0 stands for the file as a whole.
  func error(_ line: Int, _ what: String, found: String? = nil, remedy: String) {
    report(.error, line, what, found, remedy)
  }

  /// Reports a note at a line of the file.
  func note(_ line: Int, _ what: String, found: String? = nil, remedy: String) {
    report(.note, line, what, found, remedy)
  }

  private func report(
    _ severity: CurationFinding.Severity, _ line: Int, _ what: String, _ found: String?,
    _ remedy: String
  ) {
    findings.add(
      CurationFinding(severity, file: name, line: line, what: what, found: found, remedy: remedy))
  }

  /// The last part of the name without its extension.
  var stem: String {
    let last = name.split(separator: "/").last ?? ""
    return String(last.prefix { $0 != "." })
  }
}
