import PharmacyService
import Testing

@Test func `The service listens to this machine alone unless told otherwise`() {
  #expect(ServiceSettings().host == "127.0.0.1")
}
