/// What a question was answered from, and the answer, so that it can be worked out again.
///
/// The layout is `stardose-trace/1`, the schema `Schema/trace.schema.json`. A trace holds the patient's
/// genes and facts in full: keep it as you keep the patient's file. Its hashes show damage and slips;
/// they are no signature.
public struct ReviewTrace: Sendable, Hashable {
  /// The edition of the layout; a change that breaks a reader raises it.
  public static let layout = "stardose-trace/1"

  /// The program and its edition, as it is printed.
  public var engine: String
  /// The knowledge base that was asked.
  public var knowledge: Knowledge
  /// The question.
  public var request: ReviewRequest
  /// The answer's text.
  public var answer: String

  /// What names a knowledge base.
  public struct Knowledge: Sendable, Hashable {
    /// The hash that names its content, packs laid over it included.
    public var identity: String
    /// The date of its newest source.
    public var version: String
    /// The SHA-256 of the compiled file, without packs.
    public var sha256: String

    /// Makes a name.
    public init(identity: String, version: String, sha256: String) {
      self.identity = identity
      self.version = version
      self.sha256 = sha256
    }
  }

  /// Makes a trace.
  public init(engine: String, knowledge: Knowledge, request: ReviewRequest, answer: String) {
    self.engine = engine
    self.knowledge = knowledge
    self.request = request
    self.answer = answer
  }

  /// The trace as JSON, a key a line for what is short; its last key seals all lines before it.
  public var document: String {
    var writer = JSONWriter()
    writer.open("{")
    writer.string("layout", Self.layout)
    writer.string("engine", engine)
    writer.object("knowledge") { json in
      json.string("identity", knowledge.identity)
      json.string("version", knowledge.version)
      json.string("sha256", knowledge.sha256)
    }
    writer.raw("request", requestText)
    writer.string("requestSHA256", ContentHash.sha256(requestText))
    writer.string("answer", answer)
    writer.string("answerSHA256", ContentHash.sha256(answer))
    let sealed = writer.text + ",\n"
    return sealed + "  \"seal\": \"\(ContentHash.sha256(sealed))\"\n}\n"
  }

  /// How much of a trace's end is the seal's value and what follows it.
  static let sealLength = 64 + "\"\n}\n".count

  /// The question as JSON.
  var requestText: String {
    var writer = JSONWriter(depth: 1)
    writer.object { json in
      json.string("format", request.format.rawValue)
      json.string("file", request.file)
      json.key("patient")
      request.patient.write(to: &json)
      if let change = request.change {
        json.object("change") { json in
          FactsJSON(change.facts).write("facts", to: &json)
          json.strings("medications", change.medications)
        }
      }
      json.strings("remarks", request.remarks)
    }
    return writer.text
  }
}
