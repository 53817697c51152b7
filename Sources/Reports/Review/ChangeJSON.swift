import Guidance
import Knowledge

/// The JSON form of a what-if: only what differs.
///
/// Keys come in a fixed order and nothing depends on the time. The schema is
/// `Schema/change.schema.json`.
public struct ChangeJSON {
  /// The edition of the layout; a change that breaks a reader raises it.
  public static let layout = "stardose-change/1"

  private let input: ChangeInput

  /// Makes the JSON form of a what-if.
  public init(_ input: ChangeInput) { self.input = input }

  /// The whole document.
  public var document: String {
    let after = input.after
    var writer = JSONWriter()
    writer.object { json in
      json.string("layout", Self.layout)
      json.string("engine", after.engine)
      json.object("knowledge") { json in
        json.string("identity", after.knowledgeIdentity)
        json.string("version", after.knowledgeVersion)
      }
      json.string("patient", ifAny: after.patientID)
      json.object("asked") { json in
        json.strings("added", input.added)
        json.strings("stopped", input.stopped)
        FactsJSON(input.newFacts).write("facts", to: &json)
      }
      json.array("notRecognised", after.review.notRecognised) { json, line in
        json.object { json in
          json.string("text", line.text)
          json.strings("suggestions", line.suggestions.map(\.matchedName))
        }
      }
      json.array("changes", input.changes) { json, change in
        json.object { json in
          json.string("medicine", change.medicine)
          json.string("name", change.name)
          write("before", change.before, &json)
          write("after", change.after, &json)
        }
      }
      json.strings("remarks", after.remarks)
    }
    return writer.text + "\n"
  }

  private func write(_ key: String, _ shown: ReviewChange.Shown?, _ json: inout JSONWriter) {
    guard let shown else { return }
    json.object(key) { json in
      json.string("state", shown.state.rawValue)
      json.sentence("action", shown.action)
    }
  }
}
