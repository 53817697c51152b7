/// Aldy 1's report: comment lines that name the gene and, for each solution, the diplotype.
///
/// Format: README.md of 0xTCG/aldy at version 1 (`# Aldy v1.0`, `# Gene: ...`,
/// `# Predicted diplotype: *2/*78+*2`).
enum AldyReport: OutsideFormat {
  static let caller = "Aldy"

  static func recognises(_ content: OutsideContent) -> Bool {
    content.lines.first?.text.lowercased().hasPrefix("# aldy v") ?? false
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    var call: StatedCall?
    for row in content.lines where row.text.hasPrefix("#") {
      if let gene = value(of: "Gene:", in: row.text) {
        call = call ?? StatedCall(subject: .symbol(gene), alternatives: [], line: row.number)
      }
      if let diplotype = value(of: "Predicted diplotype:", in: row.text) {
        call?.alternatives += StatedCall.alternatives(in: diplotype)
      }
    }
    guard let call else {
      throw OutsideCallError(.lacks(caller: caller, part: "'# Gene:'"), at: content.place(1))
    }
    let version = content.lines.first.flatMap { value(of: "Aldy v", in: $0.text) }
    return OutsideStatements(
      caller: OutsideCaller(name: caller, version: version), calls: [call])
  }

  private static func value(of name: String, in text: String) -> String? {
    let words = text.dropFirst().trimmed
    guard words.lowercased().hasPrefix(name.lowercased()) else { return nil }
    return words.dropFirst(name.count).trimmed
  }
}
