/// StellarPGx' `.alleles` report: a heading that names the gene, then sections.
///
/// Format: README of SBIMB/StellarPGx, "Expected output"; its long-read version names the sample too. The diplotype stands under `Result:`, the
/// rest under `Activity score:` and `Metaboliser status:`; text under `Result:` that is no diplotype
/// (`No_call`, a warning of a possible novel allele) makes it no call. Several reports may stand one
/// after the other.
enum StellarReport: OutsideFormat {
  static let caller = "StellarPGx"
  private static let heading = "Star Allele Calling with StellarPGx"

  static func recognises(_ content: OutsideContent) -> Bool {
    content.lines.contains { $0.text.contains(heading) }
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    var calls: [StatedCall] = []
    var section = ""
    var sections: Set<String> = []
    for row in content.lines {
      let text = row.text.trimmed
      if let found = text.firstRange(of: heading) {
        try check(sections, of: calls.last, in: content)
        calls.append(
          StatedCall(
            subject: .symbol(text[..<found.lowerBound].trimmed), alternatives: [],
            line: row.number))
        (section, sections) = ("", [])
      } else if text.hasPrefix("Sample ID:"), !calls.isEmpty {
        calls[calls.count - 1].sample = text.dropFirst("Sample ID:".count).trimmed
      } else if !calls.isEmpty, text.hasSuffix(":") || text.contains(" CN = ") {
        section = text.lowercased()
        sections.insert(section)
      } else if !calls.isEmpty {
        read(text, under: section, into: &calls[calls.count - 1])
      }
    }
    try check(sections, of: calls.last, in: content)
    return OutsideStatements(caller: OutsideCaller(name: caller), calls: calls)
  }

  private static func read(_ text: String, under section: String, into call: inout StatedCall) {
    switch section {
    case "result:":
      let named = StatedCall.alternatives(in: bare(text))
      if !named.isEmpty, named.allSatisfy({ $0.count == 2 && $0.allSatisfy { $0.hasPrefix("*") } })
      {
        call.alternatives += named
      } else {
        call.marks.append("says \(text.quoted)")
      }
    case "activity score:": call.score = call.score ?? text
    case "metaboliser status:":
      // The abbreviation stands in brackets behind the words.
      call.phenotype = call.phenotype ?? text.prefix { $0 != "(" }.trimmed
    default: break
    }
  }

  private static func bare(_ text: String) -> String {
    text.filter { $0 != "[" && $0 != "]" }
  }

  private static func check(
    _ sections: Set<String>, of call: StatedCall?, in content: OutsideContent
  ) throws(OutsideCallError) {
    guard let call, !sections.contains("result:") else { return }
    throw OutsideCallError(
      .lacks(caller: caller, part: "section 'Result:'"), at: content.place(call.line))
  }
}
