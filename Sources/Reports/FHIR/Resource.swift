/// A resource of a bundle with its name.
struct Resource: Sendable {
  /// The FHIR type, such as `Observation`.
  let type: String
  /// The id, a UUID.
  let id: String
  /// What it holds besides type and id.
  let members: [JSONTree.Member]

  /// Makes a resource; `content` is an object.
  init(_ type: String, id: String, _ content: JSONTree) {
    self.type = type
    self.id = id
    if case .object(let members) = content { self.members = members } else { members = [] }
  }

  /// A reference to it from within the bundle.
  var reference: JSONTree { ["reference": "urn:uuid:\(id)"] }

  /// The resource itself.
  var body: JSONTree {
    .object(
      [
        JSONTree.Member(name: "resourceType", value: .text(type)),
        JSONTree.Member(name: "id", value: .text(id)),
      ] + members)
  }

  /// Its entry in a transaction: put under its own id, so that a second run replaces it.
  var entry: JSONTree {
    [
      "fullUrl": "urn:uuid:\(id)", "resource": body,
      "request": ["method": "PUT", "url": "\(type)/\(id)"],
    ]
  }
}
