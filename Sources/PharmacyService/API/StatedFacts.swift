internal import Hummingbird
internal import Foundation
internal import Guidance
internal import Reports

/// Facts out of a body, read as strictly as those of a patient document: an unknown name is an error,
/// since a fact that is misspelt and dropped would read as not known.
struct StatedFacts {
  let facts: PatientFacts

  /// The facts of a JSON object's members.
  init(_ members: [String: Any]) throws {
    let document: [String: Any] = [
      "layout": PatientDocument.layout, "id": "body", "facts": members,
    ]
    let data = try JSONSerialization.data(withJSONObject: document, options: .sortedKeys)
    facts = try PatientDocument(
      String(decoding: data, as: UTF8.self), file: "body", sample: nil, reference: nil
    ).facts
  }

  /// The facts with those members in their place; a member that is null becomes not known.
  init(_ members: [String: Any], over old: PatientFacts) throws {
    let known = try JSONObjectText.members(of: JSONCoding.text(old))
    try self.init(known.merging(members) { _, new in new })
  }
}

/// A body that is one JSON object.
enum JSONObjectText {
  /// Its members.
  static func members(of text: String) throws(Problem) -> [String: Any] {
    guard let value = try? JSONSerialization.jsonObject(with: Data(text.utf8)),
      let members = value as? [String: Any]
    else { throw Problem(.badRequest, "The body is no JSON object; send one in braces.") }
    return members
  }
}
