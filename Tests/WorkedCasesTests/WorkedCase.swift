import Foundation
import TestSupport
import Testing

/// A folder of `Tests/WorkedCases`: a patient, a medication list, and what guidelines make of them.
struct WorkedCase: Sendable, CustomTestStringConvertible {
  let name: String

  static let folder = SharedCases.root.appendingPathComponent("Tests/WorkedCases")

  /// Every folder, by name.
  static let all: [WorkedCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasPrefix(".") && !$0.hasSuffix(".md") }.sorted()
      .map(WorkedCase.init)
  }()

  var testDescription: String { name }

  func text(_ file: String) throws -> String {
    try String(
      contentsOf: Self.folder.appendingPathComponent("\(name)/\(file)"), encoding: .utf8)
  }

  func expected() throws -> Expectation {
    try JSONDecoder().decode(Expectation.self, from: Data(try text("expected.json").utf8))
  }

  /// What must be so; a key that is absent asks for nothing.
  ///
  /// Words are looked for without regard to case; `a|b` is met by either.
  struct Expectation: Decodable {
    var medicines: [String: Medicine]?
    /// Conversions that must be stated.
    var conversions: [Conversion]?
    /// Genes that nothing may convert.
    var noConversions: [String]?
    /// Lines that must be shown as not recognised.
    var notRecognised: [String]?
    /// How many lines must appear, as an answer or as not recognised.
    var listed: Int?
    /// Words that must appear somewhere.
    var mentions: [String]?
    /// Whether no finding may name the medicine it is about as its partner.
    var lacksInteractionWithItself: Bool?

    static let keys: Set = [
      "medicines", "conversions", "noConversions", "notRecognised", "listed", "mentions",
      "lacksInteractionWithItself",
    ]
  }

  /// What must be so of the answer for one medicine.
  struct Medicine: Decodable {
    /// The state must be one of these.
    var state: [String]
    var action: [String]?
    var actionLacks: [String]?
    var why: [String]?
    var whyLacks: [String]?
    var dose: [String]?
    var doseLacks: [String]?
    /// Words that must be in some part of the answer.
    var anywhere: [String]?
    var sources: [String]?
    var notTested: [String]?
    /// Kinds of findings that must be there, and that must not.
    var kinds: [String]?
    var lacksKinds: [String]?
    /// Medicines offered as a good alternative, and that must not be.
    var offered: [String]?
    /// Medicines that stand among the alternatives, though perhaps with a change of dose.
    var named: [String]?
    var notOffered: [String]?

    static let keys: Set = [
      "state", "action", "actionLacks", "why", "whyLacks", "dose", "doseLacks", "anywhere",
      "sources", "notTested", "kinds", "lacksKinds", "offered", "named", "notOffered",
    ]
  }

  /// A conversion that must be stated.
  struct Conversion: Decodable {
    var gene: String
    var from: String?
    var to: String
    var causes: [String]
    var likelyOnly: Bool

    static let keys: Set = ["gene", "from", "to", "causes", "likelyOnly"]
  }

  /// The keys of `expected.json` that nothing reads, as paths.
  func strayKeys() throws -> [String] {
    guard
      let root = try JSONSerialization.jsonObject(with: Data(try text("expected.json").utf8))
        as? [String: Any]
    else { return ["the document is no object"] }
    var stray = Set(root.keys).subtracting(Expectation.keys)
    for (name, value) in root["medicines"] as? [String: [String: Any]] ?? [:] {
      stray.formUnion(Set(value.keys).subtracting(Medicine.keys).map { "\(name).\($0)" })
    }
    for value in root["conversions"] as? [[String: Any]] ?? [] {
      stray.formUnion(Set(value.keys).subtracting(Conversion.keys))
    }
    return stray.sorted()
  }
}
