internal import Foundation
internal import Hummingbird

/// What a handler answers, before the headers every answer carries are added.
struct Answer: Sendable {
  var status: HTTPResponse.Status
  var type: String
  var body: String
  var headers: [String: String] = [:]
  /// Cookies to set, whole header values.
  var cookies: [String] = []

  init(status: HTTPResponse.Status = .ok, type: String, body: String) {
    self.status = status
    self.type = type
    self.body = body
  }

  /// A JSON document that is text already.
  static func json(_ text: String, status: HTTPResponse.Status = .ok) -> Answer {
    Answer(status: status, type: "application/json", body: text)
  }

  /// A JSON document of a value.
  static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) -> Answer {
    .json(JSONCoding.text(value), status: status)
  }

  /// A page.
  static func page(_ html: String, status: HTTPResponse.Status = .ok) -> Answer {
    Answer(status: status, type: "text/html; charset=utf-8", body: html)
  }

  /// Nothing to say: done.
  static let done = Answer(status: .noContent, type: "", body: "")

  /// Look there next.
  static func seeOther(_ place: String) -> Answer {
    var answer = Answer(status: .seeOther, type: "", body: "")
    answer.headers["Location"] = place
    return answer
  }
}
