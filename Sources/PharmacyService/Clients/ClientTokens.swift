internal import JWTKit
internal import Foundation
internal import Hummingbird

/// Checks the tokens of decision-support clients (CDS Hooks 2.0, "Trusting CDS Clients").
actor ClientTokens {
  private let keys: ClientKeys
  /// The ids of tokens seen, each until its token ends.
  private var seen: [Use: Double] = [:]

  /// A token's id is its issuer's affair.
  private struct Use: Hashable {
    var issuer: String
    var id: String
  }

  /// How long a token may be good for, in seconds; longer ones would fill the memory of ids seen.
  private static let longestLife = 3600.0
  /// How far clocks may be apart, in seconds.
  private static let drift = 60.0
  /// How many ids are remembered.
  private static let mostSeen = 100_000

  init(_ keys: ClientKeys) { self.keys = keys }

  /// The issuer of a good token.
  ///
  /// - Parameters:
  ///   - authorization: The `Authorization` header.
  ///   - url: The exact address the request went to.
  ///   - now: Seconds since 1970.
  func issuer(authorization: String?, url: String, now: Double) async throws(Problem) -> String {
    guard let authorization, authorization.lowercased().hasPrefix("bearer ") else {
      throw Self.refusal(
        "The request carries no token; send 'Authorization: Bearer' and a signed JWT.")
    }
    let token = String(authorization.dropFirst(7))
    let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, token.utf8.count <= 8192,
      let header = Self.decode(ClientTokenHeader.self, parts[0]), header.crit == nil,
      let stated = Self.decode(StatedIssuer.self, parts[1])
    else { throw Self.refusal("The token is no JWT of three parts; sign it again.") }
    guard let id = header.kid, let key = keys.key(issuer: stated.iss, id: id) else {
      throw Self.refusal("The token's 'iss' and 'kid' are not on this service's list of clients.")
    }
    // Safe against swapped algorithms: the key decides, the header must agree.
    guard header.alg == key.algorithm else {
      throw Self.refusal("The token's algorithm is not its key's; use ES384, ES256 or RS384.")
    }
    guard let claims = await key.claims(of: token) else {
      throw Self.refusal("The token's signature or claims are not good; sign it again.")
    }
    try admit(claims, url: url, now: now)
    return claims.iss
  }

  private func admit(_ claims: ClientClaims, url: String, now: Double) throws(Problem) {
    guard claims.aud.value == [url] else {
      throw Self.refusal("The token's 'aud' is not the address that was called; name that address.")
    }
    guard claims.exp > now, claims.exp <= now + Self.longestLife else {
      throw Self.refusal("The token has ended, or is good for over an hour; sign a new one.")
    }
    guard claims.iat <= now + Self.drift, claims.iat < claims.exp else {
      throw Self.refusal("The token's 'iat' lies in the future; set the client's clock.")
    }
    guard !claims.jti.isEmpty, claims.jti.utf8.count <= 256 else {
      throw Self.refusal("The token's 'jti' is empty or too long; give each token its own id.")
    }
    let use = Use(issuer: claims.iss, id: claims.jti)
    if let end = seen[use], end > now {
      throw Self.refusal("The token was used before; sign a new one for each request.")
    }
    if seen.count >= Self.mostSeen { seen = seen.filter { $0.value > now } }
    guard seen.count < Self.mostSeen else {
      throw Problem(
        .serviceUnavailable, "Too many tokens are still running; try again shortly.", retryAfter: 60
      )
    }
    seen[use] = claims.exp
  }

  private static func refusal(_ sentence: String) -> Problem { Problem(.unauthorized, sentence) }

  /// The issuer a token claims, read only to find its key.
  private struct StatedIssuer: Decodable { var iss: String }

  private static func decode<Value: Decodable>(_ type: Value.Type, _ part: String) -> Value? {
    var text = part.replacing("-", with: "+").replacing("_", with: "/")
    while text.utf8.count % 4 != 0 { text += "=" }
    guard let data = Data(base64Encoded: text) else { return nil }
    return try? JSONDecoder().decode(type, from: data)
  }
}
