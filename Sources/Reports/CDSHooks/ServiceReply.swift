/// What an endpoint answers: status, media type, body; also thrown where a request is refused.
public struct ServiceReply: Error, Sendable, Hashable {
  /// The HTTP status: 200, 400, 404, 412, 422 or 500.
  public var status: Int
  /// The media type of the body.
  public var contentType: String
  /// The body as UTF-8; empty where there is none.
  public var body: [UInt8]

  /// Makes a reply.
  public init(status: Int, contentType: String, body: [UInt8]) {
    self.status = status
    self.contentType = contentType
    self.body = body
  }

  /// A reply in JSON.
  init(_ tree: JSONTree, status: Int = 200, contentType: String = "application/json") {
    self.init(status: status, contentType: contentType, body: Array((tree.json + "\n").utf8))
  }

  /// A refusal with a sentence, as a FHIR OperationOutcome.
  static func refusal(_ status: Int, _ sentence: String) -> ServiceReply {
    let code =
      switch status {
      case 404: "not-found"
      case 412: "incomplete"
      case 422: "processing"
      case 500: "exception"
      default: "invalid"
      }
    return ServiceReply(
      [
        "resourceType": "OperationOutcome",
        "issue": [["severity": "error", "code": .text(code), "diagnostics": .text(sentence)]],
      ], status: status, contentType: "application/fhir+json")
  }
}
