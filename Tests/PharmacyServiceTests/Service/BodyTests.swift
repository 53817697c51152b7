import Hummingbird
import HummingbirdTesting
import Testing

@testable import PharmacyService

@Suite struct BodyTests {
  @Test func `bodies that are too large, too deep or no JSON are refused`() async throws {
    let service = try await ServiceFixture(isDemonstration: true) { $0.largestBody = 10_000 }
    let deep = String(repeating: "[", count: 5000) + String(repeating: "]", count: 4000)
    try await service.run { visitor in
      for (body, status) in [
        (String(repeating: " ", count: 10_001), 413), (deep, 400), ("{", 422), ("[]", 422),
        (#"{"layout":"stardose-patient/1","id":"x","facts":{"smoker":true}}"#, 422),
      ] {
        let reply = try await visitor.send(.post, "/api/v1/query", body: body)
        #expect(reply.status == status, "\(body.prefix(40)) \(reply.body)")
        #expect(reply["Content-Type"] == "application/problem+json")
      }
      let form = try await visitor.send(
        .post, "/api/v1/query", body: "a=b", type: "application/x-www-form-urlencoded")
      #expect(form.status == 415)
    }
  }

  @Test func `a query answers without keeping anything`() async throws {
    let service = try await ServiceFixture(isDemonstration: true)
    try await service.run { visitor in
      let body = ServiceFixture.patient.replacing("\"p1\"", with: "\"passing\"")
      let reply = try await visitor.send(.post, "/api/v1/query", body: body)
      #expect(reply.status == 200)
      #expect(reply.body.contains("stardose-review/1"))
      #expect(try await visitor.send(.post, "/api/v1/query", body: body).body == reply.body)
      #expect(try await visitor.send(.get, "/api/v1/patients/passing").status == 404)
    }
  }

  @Test(arguments: [
    ("{}", 1), ("[[]]", 2), (#"{"a":"[[[["}"#, 1), (#"{"a\"[":[{}]}"#, 3), ("", 0),
  ])
  func `depth counts brackets outside texts`(text: String, depth: Int) {
    #expect(JSONDepth.of(text, limit: 10) == depth)
  }
}
