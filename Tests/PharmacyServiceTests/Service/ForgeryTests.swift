import Hummingbird
import HummingbirdTesting
import Testing

@testable import PharmacyService

@Suite struct ForgeryTests {
  @Test func `a forged host is refused before anything is read`() async throws {
    let service = try await ServiceFixture(isDemonstration: true)
    try await service.run { visitor in
      for host in ["evil.example", "evil.example:80", "localhost.evil.example", "[::2]", "a b"] {
        let reply = try await visitor.send(.get, "/api/v1/patients", host: host)
        #expect(reply.status == 421, "\(host)")
        #expect(!reply.body.contains("Some Body"))
      }
      #expect(try await visitor.send(.get, "/api/v1/patients", host: "127.0.0.1").status == 200)
    }
  }

  @Test func `a page elsewhere can't write`() async throws {
    let service = try await ServiceFixture(isDemonstration: true)
    try await service.run { visitor in
      for headers in [
        ["Origin": "https://evil.example"], ["Origin": "null"],
        ["Origin": "http://localhost:1"], ["Sec-Fetch-Site": "cross-site"],
      ] {
        let reply = try await visitor.send(
          .post, "/api/v1/query", body: ServiceFixture.patient, headers: headers)
        #expect(reply.status == 403, "\(headers)")
      }
      let own = try await visitor.send(
        .post, "/api/v1/query", body: ServiceFixture.patient,
        headers: ["Origin": "http://localhost:\(visitor.port)"])
      #expect(own.status == 200)
    }
  }

  @Test func `writing needs the session's token`() async throws {
    let service = try await ServiceFixture()
    try await service.run { visitor in
      var lab = try await visitor.signedIn(as: "lab")
      let good = lab.csrf
      for token in [nil, "", "0", String(repeating: "0", count: 64)] {
        lab.csrf = token
        let reply = try await lab.send(.post, "/api/v1/patients", body: ServiceFixture.patient)
        #expect(reply.status == 403)
      }
      lab.csrf = good
      #expect(
        try await lab.send(.post, "/api/v1/patients", body: ServiceFixture.patient).status == 201)
    }
  }

  @Test func `every answer carries the headers that fence it in`() async throws {
    let service = try await ServiceFixture(isDemonstration: true)
    try await service.run { visitor in
      for path in ["/sign-in", "/api/v1/health", "/nothing", "/patients"] {
        let reply = try await visitor.send(.get, path)
        #expect(reply["Content-Security-Policy"]?.hasPrefix("default-src 'self'") == true)
        #expect(reply["Content-Security-Policy"]?.contains("frame-ancestors 'none'") == true)
        #expect(reply["X-Content-Type-Options"] == "nosniff")
        #expect(reply["Referrer-Policy"] == "same-origin")
        #expect(reply["Cache-Control"] == "no-store")
      }
      let cookie = try await visitor.send(.get, "/patients")["Set-Cookie"] ?? ""
      #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
    }
  }
}
