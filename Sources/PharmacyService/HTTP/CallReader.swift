internal import Foundation
internal import Hummingbird

/// Makes a ``Call`` of a request, within the limits.
struct CallReader: Sendable {
  let largestBody: Int
  let deepestJSON: Int
  let seconds: Double

  func call(_ request: Request, parameters: [String: String], route: Route) async throws -> Call {
    var call = Call(
      method: request.method, path: request.uri.path,
      parameters: parameters.compactMapValues { $0.removingPercentEncoding },
      queryItems: Self.query(request.uri.query ?? ""), body: "",
      contentType: Self.mediaType(request.headers[Field.contentType] ?? ""),
      authority: request.head.authority ?? "",
      authorization: request.headers[Field.authorization],
      cookies: Self.cookies(request.headers[values: Field.cookie]),
      csrfHeader: request.headers[Field.csrf], wantsPage: !route.isForPrograms)
    guard route.isWriting else { return call }
    call.body = try await body(of: request)
    guard !call.body.isEmpty else { return call }
    try checkType(call, route)
    return call
  }

  private func checkType(_ call: Call, _ route: Route) throws(Problem) {
    switch call.contentType {
    case "application/json", "application/fhir+json":
      guard JSONDepth.of(call.body, limit: deepestJSON) <= deepestJSON else {
        throw Problem(
          .badRequest, "The body is nested deeper than \(deepestJSON) levels; send a flatter one.")
      }
    case "application/x-www-form-urlencoded" where !route.isForPrograms: break
    default:
      throw Problem(
        .unsupportedMediaType,
        route.isForPrograms
          ? "The body is of a type this address does not take; send application/json."
          : "The form is of a type this address does not take; send it from the page.")
    }
  }

  private func body(of request: Request) async throws -> String {
    let tooLarge = Problem(
      .contentTooLarge, "The body is larger than \(largestBody) bytes; send a smaller one.")
    if let stated = request.headers[Field.contentLength].flatMap(Int.init), stated > largestBody {
      throw tooLarge
    }
    let limit = largestBody
    let seconds = seconds
    let bytes = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      group.addTask {
        var bytes: [UInt8] = []
        for try await part in request.body {
          guard bytes.count + part.readableBytes <= limit else { throw tooLarge }
          bytes.append(contentsOf: part.readableBytesView)
        }
        return bytes
      }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        throw Problem(
          .requestTimeout, "The body did not arrive in \(seconds) seconds; send it again.")
      }
      defer { group.cancelAll() }
      return try await group.next() ?? []
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Problem(.badRequest, "The body is no UTF-8 text; send UTF-8.")
    }
    return text
  }

  static func mediaType(_ header: String) -> String {
    header.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
  }

  static func query(_ text: String) -> [(name: String, value: String)] {
    text.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.replacing("+", with: " ").removingPercentEncoding ?? "" }
      return (name: parts[0], value: parts.count > 1 ? parts[1] : "")
    }
  }

  static func cookies(_ headers: [String]) -> [String: String] {
    var cookies: [String: String] = [:]
    for pair in headers.flatMap({ $0.split(separator: ";") }) {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let name = parts[0].trimmingCharacters(in: .whitespaces)
      cookies[name] = cookies[name] ?? parts[1].trimmingCharacters(in: .whitespaces)
    }
    return cookies
  }
}
