import Testing

@testable import PharmacyService

@Suite struct BindingTests {
  private static let store = ServiceSettings.Patients.store(folder: "f", keyFile: "k")

  @Test func `the service listens to this machine alone unless told otherwise`() throws {
    #expect(ServiceSettings().host == "127.0.0.1")
    try ServiceSettings().check()
  }

  @Test(arguments: [
    "0.0.0.0", "::", "192.168.1.5", "pharmacy.example", "127.0.0.1.example", "128.0.0.1",
  ])
  func `another address without TLS is refused in one sentence`(host: String) {
    let error = #expect(throws: ServiceError.self) {
      try ServiceSettings(host: host, patients: Self.store).check()
    }
    #expect(error?.isUsage == true)
    #expect(error?.description.contains("--tls-certificate") == true)
  }

  @Test func `a demonstration is refused on another address, even with TLS`() {
    let settings = ServiceSettings(
      host: "0.0.0.0", patients: .demonstration, certificate: .init(chain: "c", key: "k"))
    let error = #expect(throws: ServiceError.self) { try settings.check() }
    #expect(error?.description.contains("this machine alone") == true)
  }

  @Test func `another address with TLS and a store is allowed`() throws {
    try ServiceSettings(
      host: "0.0.0.0", patients: Self.store, certificate: .init(chain: "c", key: "k")
    ).check()
  }
}
