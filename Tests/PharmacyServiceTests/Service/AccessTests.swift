import Hummingbird
import HummingbirdTesting
import PatientStore
import Testing

@testable import PharmacyService

@Suite struct AccessTests {
  /// A path of a route with something in its variable places.
  private static func path(_ route: Route) -> String {
    route.path.replacing("{id}", with: "p1").replacing("{medicine}", with: "clopidogrel")
      .replacing("{user}", with: "nobody").replacing("{service}", with: "pgx-order-sign")
      .replacing("{name}", with: "nothing.css")
  }

  @Test func `every role is refused at every address its permissions do not name`() async throws {
    let service = try await ServiceFixture()
    try await service.run { visitor in
      let lab = try await visitor.signedIn(as: "lab")
      #expect(
        try await lab.send(.post, "/api/v1/patients", body: ServiceFixture.patient).status == 201)
      for role in Role.allCases {
        let user = try await visitor.signedIn(as: role.rawValue)
        for route in Route.allCases where ![.closeSession, .signOut].contains(route) {
          let isForm = !route.isForPrograms
          let reply = try await user.send(
            route.method, Self.path(route), body: route.isWriting ? (isForm ? "a=b" : "{}") : nil,
            type: isForm ? "application/x-www-form-urlencoded" : "application/json")
          switch route.access {
          case .client: #expect(reply.status == 401, "\(role) \(route)")
          case .anyone, .signedIn: #expect(reply.status != 401, "\(role) \(route)")
          case .may(let permission), .clientOrMay(let permission):
            if permission.isGranted(to: role) {
              #expect(reply.status != 401 && reply.status < 500, "\(role) \(route) \(reply.body)")
              #expect(!reply.body.contains("Your role may not"), "\(role) \(route)")
            } else {
              #expect(reply.status == 403, "\(role) \(route) \(reply.status)")
            }
          }
        }
      }
    }
  }

  @Test func `nobody gets in without signing in`() async throws {
    let service = try await ServiceFixture()
    try await service.run { visitor in
      for route in Route.allCases where route.access != .anyone {
        let reply = try await visitor.send(
          route.method, Self.path(route), body: route.isWriting ? "{}" : nil)
        let isTurnedAway = route.isForPrograms ? [401] : [303, 415]
        #expect(isTurnedAway.contains(reply.status), "\(route) \(reply.status)")
        #expect(!reply.body.contains("Some Body"))
      }
    }
  }

  @Test func `addresses are those of the document`() async throws {
    let programs = Set(
      Route.allCases.filter { $0.isForPrograms && $0 != .suggestions && $0 != .asset })
    #expect(Set(OpenAPI.operations.keys) == programs)
    for route in programs { #expect(OpenAPI.document.contains("\"\(route.path)\"")) }
  }

  @Test func `an address that does not exist is a problem document with one sentence`() async throws
  {
    let service = try await ServiceFixture()
    try await service.run { visitor in
      let reply = try await visitor.send(.get, "/api/v1/nothing")
      #expect(reply.status == 404)
      #expect(reply["Content-Type"] == "application/problem+json")
      #expect(reply.body.contains("There is nothing at this address"))
    }
  }
}
