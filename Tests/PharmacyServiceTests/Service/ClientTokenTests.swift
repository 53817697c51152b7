import Foundation
import Hummingbird
import JWTKit
import Testing

@testable import PharmacyService

@Suite struct ClientTokenTests {
  private static let url = "https://pharmacy.example/cds-services"
  private static let issuer = "https://ehr.example"
  private static let now = 1_800_000_000.0
  private let key = ES384PrivateKey()

  private func claims(_ change: (inout ClientClaims) -> Void = { _ in }) -> ClientClaims {
    var claims = ClientClaims(
      iss: Self.issuer, aud: .init(value: [Self.url]), exp: Self.now + 300, iat: Self.now,
      jti: "one")
    change(&claims)
    return claims
  }

  private func sign(_ claims: ClientClaims, kid: String = "k1") async throws -> String {
    let keys = await JWTKeyCollection().add(ecdsa: key, kid: "k1").add(ecdsa: key, kid: "k2")
    return try await keys.sign(claims, kid: JWKIdentifier(string: kid))
  }

  private func service() async throws -> ClientTokens {
    let parameters = try #require(key.parameters)
    let set = """
      {"keys":[{"kty":"EC","crv":"P-384","kid":"k1","iss":"\(Self.issuer)",
      "x":"\(parameters.x)","y":"\(parameters.y)"}]}
      """
    return ClientTokens(try await ClientKeys(set, file: "jwks.json"))
  }

  private func issuer(_ token: String, in tokens: ClientTokens) async throws -> String {
    try await tokens.issuer(authorization: "Bearer \(token)", url: Self.url, now: Self.now)
  }

  private static func part(_ json: String) -> String {
    Data(json.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  @Test func `a good token is good once`() async throws {
    let tokens = try await service()
    let token = try await sign(claims())
    #expect(try await issuer(token, in: tokens) == Self.issuer)
    await #expect(throws: Problem.self) { try await issuer(token, in: tokens) }
    let next = try await sign(claims { $0.jti = "two" })
    #expect(try await issuer(next, in: tokens) == Self.issuer)
  }

  @Test func `tokens that are not for here, not now or not by a known client are refused`()
    async throws
  {
    let wrong: [(inout ClientClaims) -> Void] = [
      { $0.aud = .init(value: ["https://pharmacy.example/"]) },
      { $0.aud = .init(value: [Self.url, "https://other.example"]) },
      { $0.exp = Self.now }, { $0.exp = Self.now + 4000 }, { $0.iat = Self.now + 100 },
      { $0.jti = "" }, { $0.iss = "https://evil.example" },
    ]
    for change in wrong {
      let token = try await sign(claims(change))
      let tokens = try await service()
      let problem = await #expect(throws: Problem.self) { try await issuer(token, in: tokens) }
      #expect(problem?.status.code == 401)
    }
    let stranger = try await sign(claims(), kid: "k2")
    let tokens = try await service()
    await #expect(throws: Problem.self) { try await issuer(stranger, in: tokens) }
  }

  @Test(arguments: [
    #"{"alg":"none","kid":"k1"}"#, #"{"alg":"HS256","kid":"k1"}"#, #"{"alg":"ES256","kid":"k1"}"#,
  ])
  func `a token that names another algorithm is refused`(header: String) async throws {
    let good = try await sign(claims()).split(separator: ".").map(String.init)
    let tokens = try await service()
    for signature in ["", good[2]] {
      let token = "\(Self.part(header)).\(good[1]).\(signature)"
      await #expect(throws: Problem.self) { try await issuer(token, in: tokens) }
    }
  }

  @Test func `a changed token is refused`() async throws {
    let parts = try await sign(claims()).split(separator: ".").map(String.init)
    let other = try await sign(claims { $0.jti = "two" }).split(separator: ".").map(String.init)
    let tokens = try await service()
    await #expect(throws: Problem.self) {
      try await issuer("\(parts[0]).\(other[1]).\(parts[2])", in: tokens)
    }
    for junk in ["", "a.b", "a.b.c", "a.b.c.d"] {
      await #expect(throws: Problem.self) { try await issuer(junk, in: tokens) }
    }
  }

  @Test func `a key set with a private part, a secret or no issuer is refused`() async throws {
    for entry in [
      #"{"kty":"EC","crv":"P-384","kid":"k1","x":"a","y":"b"}"#,
      #"{"kty":"oct","kid":"k1","iss":"i","k":"c2VjcmV0"}"#,
      #"{"kty":"EC","crv":"P-384","kid":"k1","iss":"i","x":"a","y":"b","d":"c"}"#,
    ] {
      await #expect(throws: ServiceError.self) {
        try await ClientKeys("{\"keys\":[\(entry)]}", file: "jwks.json")
      }
    }
  }
}
