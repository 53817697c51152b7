import Hummingbird
import HummingbirdTesting
import Testing

@testable import PharmacyService

@Suite struct ConsentTests {
  @Test func `a withdrawn consent closes the record, is written down, and a reason opens it`()
    async throws
  {
    let service = try await ServiceFixture()
    try await service.run { visitor in
      let lab = try await visitor.signedIn(as: "lab")
      #expect(
        try await lab.send(.post, "/api/v1/patients", body: ServiceFixture.patient).status == 201)
      let pharmacist = try await visitor.signedIn(as: "pharmacist")
      #expect(try await pharmacist.send(.get, "/api/v1/patients/p1/review").status == 200)
      let withdrawal = try await pharmacist.send(
        .put, "/api/v1/patients/p1/consent", body: #"{"purpose":"pgx","isGiven":false}"#)
      #expect(withdrawal.status == 200)
      let refused = try await pharmacist.send(.get, "/api/v1/patients/p1/review")
      #expect(refused.status == 403)
      #expect(!refused.body.contains("Some Body"))
      let auditor = try await visitor.signedIn(as: "auditor")
      let log = try await auditor.send(.get, "/api/v1/audit").body
      #expect(!log.contains("Some Body") && !log.contains("*2"))
      #expect(log.contains("consent"))
      let short = try await pharmacist.send(
        .post, "/api/v1/patients/p1/break-glass", body: #"{"reason":"x"}"#)
      #expect(short.status == 422)
      let opened = try await pharmacist.send(
        .post, "/api/v1/patients/p1/break-glass",
        body: #"{"reason":"unconscious in the emergency room"}"#)
      #expect(opened.status == 200)
      #expect(try await pharmacist.send(.get, "/api/v1/patients/p1/review").status == 200)
    }
  }
}
