import Guidance

/// Reads a trace back.
struct ReviewTraceReader {
  let file: String

  private static let keys = [
    "layout", "engine", "knowledge", "request", "requestSHA256", "answer", "answerSHA256", "seal",
  ]

  /// Reads a trace's text.
  func read(_ text: String) throws(ReviewTraceError) -> ReviewTrace {
    do throws(PatientDocumentError) {
      return try trace(text)
    } catch {
      throw ReviewTraceError(.unreadable("\(error)"), file: file)
    }
  }

  /// The hashes a trace states for request and answer.
  func hashes(_ text: String) -> (request: String, answer: String)? {
    guard let value = try? JSONReader.read(text), let request = value["requestSHA256"]?.text,
      let answer = value["answerSHA256"]?.text
    else { return nil }
    return (request, answer)
  }

  private func trace(_ text: String) throws(PatientDocumentError) -> ReviewTrace {
    let value: JSONValue
    do throws(JSONReader.Fault) {
      value = try JSONReader.read(text)
    } catch {
      throw PatientDocumentError(.notJSON(error.problem), file: file, line: error.line)
    }
    let object = try JSONObject(value, "the trace", Self.keys, file: file, line: 1)
    let layout = try object.text("layout")
    guard layout == ReviewTrace.layout else {
      throw PatientDocumentError(
        .wrongKind(
          key: "layout", found: layout.map { "the text '\($0)'" } ?? "missing",
          wanted: "\"\(ReviewTrace.layout)\""), file: file)
    }
    let knowledge = try self.object("knowledge", ["identity", "version", "sha256"], in: object)
    return ReviewTrace(
      engine: try self.text("engine", in: object),
      knowledge: ReviewTrace.Knowledge(
        identity: try self.text("identity", in: knowledge),
        version: try self.text("version", in: knowledge),
        sha256: try self.text("sha256", in: knowledge)),
      request: try request(
        self.object(
          "request", ["format", "file", "patient", "change", "remarks"], in: object)),
      answer: try answer(object))
  }

  private func answer(_ object: JSONObject) throws(PatientDocumentError) -> String {
    guard let member = object.member("answer"), let answer = member.value.text else {
      throw PatientDocumentError(.missing(key: "answer"), file: file)
    }
    return answer
  }

  private func request(_ object: JSONObject) throws(PatientDocumentError) -> ReviewRequest {
    guard let format: ReviewRequest.Format = try object.choice("format") else {
      throw PatientDocumentError(.missing(key: "format"), file: file)
    }
    guard let patient = object.member("patient") else {
      throw PatientDocumentError(.missing(key: "patient"), file: file)
    }
    var request = ReviewRequest(
      patient: try PatientDocumentReader(file: file, sample: nil, reference: nil)
        .read(patient.value), format: format)
    request.file = object.member("file")?.value.text ?? ""
    if let member = object.member("change") {
      let change = try JSONObject(
        member.value, "change", ["facts", "medications"], file: file, line: member.line)
      guard let facts = change.member("facts") else {
        throw PatientDocumentError(.missing(key: "facts"), file: file, line: member.line)
      }
      request.change = ReviewRequest.Change(
        medications: try change.texts("medications"),
        facts: try FactsReader(file: file).read(facts.value, line: facts.line))
    }
    request.remarks = try object.texts("remarks")
    return request
  }

  private func object(
    _ key: String, _ keys: [String], in object: JSONObject
  ) throws(PatientDocumentError) -> JSONObject {
    guard let member = object.member(key) else {
      throw PatientDocumentError(.missing(key: key), file: file)
    }
    return try JSONObject(member.value, key, keys, file: file, line: member.line)
  }

  private func text(
    _ key: String, in object: JSONObject
  ) throws(PatientDocumentError) -> String {
    guard let text = try object.text(key) else {
      throw PatientDocumentError(.missing(key: key), file: file)
    }
    return text
  }
}
