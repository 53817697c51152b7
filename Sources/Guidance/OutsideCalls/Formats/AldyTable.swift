/// Aldy's `.aldy` table: a row a variant and copy, one or several solutions.
///
/// Format: README of 0xTCG/aldy, "Output" (versions 2 and 3), and for version 4 the solution lines
/// `#Solution 1: *1.001, *4.021; gene=...; cpic=normal; cpic_score=2.0` as public pipelines that
/// read them describe it. The diplotype is the column Major; the rows of one SolutionID repeat it,
/// and solutions with different numbers are alternatives.
enum AldyTable: OutsideFormat {
  static let caller = "Aldy"

  static func recognises(_ content: OutsideContent) -> Bool {
    content.lines.contains { row in
      row.cells.map { $0.lowercased() }.starts(
        with: ["#sample", "gene", "solutionid", "major", "minor"])
    }
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    var calls: [StatedCall] = []
    var told: [String: [String: String]] = [:]
    var solutions: Set<[String]> = []
    for row in content.lines {
      if row.text.hasPrefix("#") {
        if let (number, facts) = solution(row.text) { told[number] = facts }
        continue
      }
      try content.require(5, in: row, of: caller)
      let (sample, gene, number, major) = (row.cells[0], row.cells[1], row.cells[2], row.cells[3])
      guard solutions.insert([sample, gene, number, major]).inserted else { continue }
      let facts = told[number] ?? [:]
      let alternatives = StatedCall.alternatives(in: major)
      let known = calls.firstIndex { $0.sample == sample && $0.subject == .symbol(gene) }
      if let known {
        calls[known].alternatives += alternatives
        if calls[known].phenotype != facts["cpic"] { calls[known].phenotype = nil }
      } else {
        calls.append(
          StatedCall(
            sample: sample, subject: .symbol(gene), alternatives: alternatives,
            phenotype: facts["cpic"], line: row.number))
      }
    }
    return OutsideStatements(caller: OutsideCaller(name: caller), calls: calls)
  }

  /// The number of a `#Solution` line and the `key=value` pairs after its alleles.
  private static func solution(_ text: String) -> (number: String, facts: [String: String])? {
    let words = text.dropFirst().trimmed
    guard words.lowercased().hasPrefix("solution"), let colon = words.firstIndex(of: ":") else {
      return nil
    }
    let number = words[..<colon].dropFirst("solution".count).trimmed
    var facts: [String: String] = [:]
    for part in words[words.index(after: colon)...].split(separator: ";") {
      guard let mark = part.firstIndex(of: "=") else { continue }
      facts[part[..<mark].trimmed.lowercased()] = part[part.index(after: mark)...].trimmed
    }
    return (number, facts)
  }
}
