/// Everything that keeps a knowledge base from being compiled.
public struct CurationError: Error, Sendable, Equatable {
  /// Each error, by file and line.
  public let findings: [CurationFinding]

  /// Makes an error of findings; they are sorted.
  public init(_ findings: [CurationFinding]) { self.findings = findings.sorted() }
}

extension CurationError: CustomStringConvertible {
  /// A line for each error, then their number.
  public var description: String {
    let count = findings.count == 1 ? "1 error" : "\(findings.count) errors"
    return findings.map { "\($0)\n" }.joined()
      + "\(count) in the knowledge base; nothing was written"
  }
}
