import Foundation
import Hummingbird
import HummingbirdTesting

@testable import PharmacyService

/// Sends requests to a service under test.
struct Visitor: Sendable {
  let port: Int
  /// The session's cookie and the token that writing requests repeat.
  var cookie: String?
  var csrf: String?

  struct Reply: Sendable {
    var status: Int
    var headers: HTTPFields
    var body: String

    subscript(header: String) -> String? {
      HTTPFields.Element.Name(header).flatMap { headers[$0] }
    }
  }

  /// Sends a request.
  ///
  /// - Parameter host: The `Host`; nil is the right one.
  func send(
    _ method: HTTPRequest.Method, _ path: String, body: String? = nil,
    type: String = "application/json", host: String? = nil, headers extra: [String: String] = [:]
  ) async throws -> Reply {
    var headers = HTTPFields()
    func set(_ name: String, _ value: String?) {
      guard let value, let name = HTTPFields.Element.Name(name) else { return }
      headers[name] = value
    }
    if body != nil { set("Content-Type", type) }
    set("Cookie", cookie)
    set("X-CSRF-Token", csrf)
    for (name, value) in extra { set(name, value) }
    let request = TestClient.Request(
      path, method: method, authority: host ?? "localhost:\(port)", headers: headers,
      body: body.map { ByteBuffer(string: $0) })
    let response = try await TestClient.withClient(host: "localhost", port: port) { client in
      try await client.execute(request)
    }
    return Reply(
      status: Int(response.status.code), headers: response.headers,
      body: response.body.map { String(buffer: $0) } ?? "")
  }

  /// The same visitor, signed in.
  func signedIn(as user: String) async throws -> Visitor {
    let reply = try await send(
      .post, "/api/v1/session",
      body: "{\"user\":\"\(user)\",\"passphrase\":\"\(ServiceFixture.passphrase)\"}")
    guard reply.status == 201, let cookie = reply["Set-Cookie"]?.split(separator: ";").first,
      let object = try JSONSerialization.jsonObject(with: Data(reply.body.utf8)) as? [String: Any],
      let csrf = object["csrf"] as? String
    else { throw VisitError.noSession }
    var visitor = self
    visitor.cookie = String(cookie)
    visitor.csrf = csrf
    return visitor
  }
}
