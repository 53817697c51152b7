import PatientStore
import Testing

@Test func `An error of the store says what it says`() {
  #expect(PatientStoreError(description: "x").description == "x")
}
