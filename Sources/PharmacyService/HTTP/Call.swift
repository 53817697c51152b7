internal import Foundation
internal import Hummingbird

/// A request as a handler sees it: matched, checked, its body read.
struct Call: Sendable {
  var method: HTTPRequest.Method
  /// The path without its query.
  var path: String
  /// The values of the route's `{names}`, decoded.
  var parameters: [String: String]
  /// The query's names and values in order, decoded.
  var queryItems: [(name: String, value: String)]
  /// The body as text; empty where there is none.
  var body: String
  var contentType: String
  var authority: String
  var authorization: String?
  /// Cookies by name.
  var cookies: [String: String]
  /// `X-CSRF-Token`, where sent.
  var csrfHeader: String?
  /// Whether the answer goes to a browser's page rather than to a program.
  var wantsPage: Bool

  /// The first value of a name in the query.
  func query(_ name: String) -> String? { queryItems.first { $0.name == name }?.value }

  /// The value of a `{name}` of the route.
  func parameter(_ name: String) throws(Problem) -> String {
    guard let value = parameters[name], !value.isEmpty, value.utf8.count <= 256 else {
      throw Problem(.badRequest, "The address lacks a usable '\(name)'; see /api/v1/openapi.json.")
    }
    return value
  }

  /// The body's form fields; nil if it is no form.
  var form: FormFields? {
    contentType == "application/x-www-form-urlencoded" ? FormFields(body: body) : nil
  }

  /// The body read as JSON.
  func json<Value: Decodable>(_ type: Value.Type) throws(Problem) -> Value {
    try JSONCoding.read(type, from: body)
  }
}
