import Hummingbird
import HummingbirdTesting
import PatientStore
import Testing

@testable import PharmacyService

@Suite struct SessionTests {
  @Test func `an idle session ends, a used one does not`() async throws {
    let service = try await ServiceFixture()
    let time = service.time
    try await service.run { visitor in
      let user = try await visitor.signedIn(as: "pharmacist")
      time.advance(by: 899)
      #expect(try await user.send(.get, "/api/v1/session").status == 200)
      time.advance(by: 899)
      #expect(try await user.send(.get, "/api/v1/session").status == 200)
      time.advance(by: 900)
      #expect(try await user.send(.get, "/api/v1/session").status == 401)
    }
  }

  @Test func `no session outlives its lifetime`() async throws {
    let service = try await ServiceFixture()
    let time = service.time
    try await service.run { visitor in
      let user = try await visitor.signedIn(as: "pharmacist")
      for _ in 0..<53 {
        time.advance(by: 800)
        #expect(try await user.send(.get, "/api/v1/session").status == 200)
      }
      time.advance(by: 800)
      #expect(try await user.send(.get, "/api/v1/session").status == 401)
    }
  }

  @Test func `signing out ends the session`() async throws {
    let service = try await ServiceFixture()
    try await service.run { visitor in
      let user = try await visitor.signedIn(as: "pharmacist")
      #expect(try await user.send(.delete, "/api/v1/session").status == 204)
      #expect(try await user.send(.get, "/api/v1/session").status == 401)
    }
  }

  @Test func `five wrong passphrases lock a name, right ones then too`() async throws {
    let service = try await ServiceFixture()
    let time = service.time
    try await service.run { visitor in
      for _ in 0..<5 {
        let reply = try await visitor.send(
          .post, "/api/v1/session", body: #"{"user":"lab","passphrase":"not the passphrase"}"#)
        #expect([401, 429].contains(reply.status))
      }
      let locked = try await visitor.send(
        .post, "/api/v1/session",
        body: "{\"user\":\"lab\",\"passphrase\":\"\(ServiceFixture.passphrase)\"}")
      #expect(locked.status == 429)
      #expect(locked["Retry-After"] != nil)
      time.advance(by: 901)
      _ = try await visitor.signedIn(as: "lab")
    }
  }

  @Test func `tokens are 256 bits and kept as hashes`() async {
    let book = SessionBook(rules: SessionRules(), chance: .system)
    let user = SignedInUser(name: "a", role: .lab)
    let (token, session) = await book.open(user: user, now: 0)
    #expect(token.utf8.count == 64 && session.csrf.utf8.count == 64 && token != session.csrf)
    #expect(await book.use(token, now: 1)?.user == user)
    #expect(await book.use(String(token.dropLast()) + "x", now: 1) == nil)
  }
}
