internal import Foundation
internal import Hummingbird

/// An answer that is a refusal: `application/problem+json` (RFC 9457) with one sentence.
struct Problem: Error, Sendable, Hashable {
  var status: HTTPResponse.Status
  /// One sentence for the person at the screen; never a name or a genotype.
  var detail: String
  /// Seconds until it is worth trying again; nil where that does not apply.
  var retryAfter: Int?

  init(_ status: HTTPResponse.Status, _ detail: String, retryAfter: Int? = nil) {
    self.status = status
    self.detail = detail
    self.retryAfter = retryAfter
  }

  /// The refusal as JSON.
  var answer: Answer {
    let body = ProblemBody(
      type: "about:blank", title: status.reasonPhrase, status: status.code, detail: detail)
    var answer = Answer(
      status: status, type: "application/problem+json", body: JSONCoding.text(body))
    if let retryAfter { answer.headers["Retry-After"] = "\(retryAfter)" }
    return answer
  }
}

/// The members of a problem document.
private struct ProblemBody: Encodable {
  var type: String
  var title: String
  var status: Int
  var detail: String
}
