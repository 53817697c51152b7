internal import Foundation
internal import JWTKit

/// What a decision-support client's token says.
struct ClientClaims: JWTPayload, Sendable {
  var iss: String
  var aud: AudienceClaim
  /// When it ends, in seconds since 1970.
  var exp: Double
  /// When it was issued, in seconds since 1970.
  var iat: Double
  /// Its own id, good for one use.
  var jti: String

  /// The times and the rest are held against the service's clock by ``ClientTokens``.
  func verify(using algorithm: some JWTAlgorithm) async throws {}
}

/// The parts of a token's header that decide how it is read.
struct ClientTokenHeader: Decodable, Sendable {
  var alg: String
  var kid: String?
  var crit: [String]?
}
