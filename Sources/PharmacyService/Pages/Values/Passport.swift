package import Guidance

/// Gene results as compact JSON for the QR code of a wallet card: all of it is in the code, no server.
///
/// `{"f":"stardose-passport/1","id":…,"on":…,"kb":…,"g":{GENE:[diplotype, meaning]},"na":[GENE]}`.
/// Meanings in title case are cut to their initials, spelled out on the card; a diplotype too long for
/// a card is left out where there is a meaning.
package struct Passport: Sendable, Hashable {
  /// The JSON.
  package let text: String

  /// Makes a passport.
  ///
  /// - Parameters:
  ///   - id: What the card carries: the patient's id or a pseudonym.
  ///   - printedOn: The day as `yyyy-mm-dd`.
  package init(id: String, results: [GeneResult], knowledgeVersion: String, printedOn: String) {
    let summaries = results.map(GeneSummary.init)
    let known = summaries.filter(\.hasResult).map { summary in
      let terms = summary.terms.map(Self.short).joined(separator: "; ")
      let parts = [summary.shortDiplotypes, terms].map(Self.quoted).joined(separator: ",")
      return "\(Self.quoted(summary.symbol)):[\(parts)]"
    }
    let unknown = summaries.filter { !$0.hasResult }.map { Self.quoted($0.symbol) }
    text =
      "{\"f\":\"stardose-passport/1\",\"id\":\(Self.quoted(id)),\"on\":\(Self.quoted(printedOn)),"
      + "\"kb\":\(Self.quoted(knowledgeVersion)),\"g\":{\(known.joined(separator: ","))},"
      + "\"na\":[\(unknown.joined(separator: ","))]}"
  }

  /// A meaning cut to its initials where every word has a capital; as it is otherwise.
  static func short(_ term: String) -> String {
    let words = term.split(separator: " ")
    guard words.count > 1, words.allSatisfy({ $0.first?.isUppercase ?? false }) else { return term }
    return String(words.compactMap(\.first))
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\u{00}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
