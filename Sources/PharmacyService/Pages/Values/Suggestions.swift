import Foundation
package import Knowledge

/// What the type-ahead gets.
package enum Suggestions {
  private struct Item: Encodable {
    let name: String
    let matched: String
    let kind: String
    let hasGuidance: Bool
  }

  /// The matches as a JSON list: `name`, `matched` (the name that fits), `kind`, `hasGuidance`.
  package static func json(_ matches: [MedicineMatch]) -> String {
    let items = matches.map { match in
      Item(
        name: match.medicine.name, matched: match.matchedName, kind: match.nameKind.rawValue,
        hasGuidance: match.hasGuidance)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(items) else { return "[]" }
    return String(decoding: data, as: UTF8.self)
  }
}
