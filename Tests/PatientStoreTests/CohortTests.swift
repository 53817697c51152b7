import Foundation
import PatientStore
import Testing

private func house(agreeing: Int, refusing: Int) throws -> (House, EncryptedStore) {
  let house = try House()
  let store = try house.create()
  for number in 0..<(agreeing + refusing) {
    var patient = House.patient("P\(number)", name: "Name \(number)")
    patient.medications = ["medicine \(number)"]
    try store.put(
      patient,
      consents: number < agreeing ? house.consents(.pgx, .research) : Consents(),
      as: House.lab)
  }
  return (house, store)
}

/// The number in a patient's only medicine.
private func number(_ medications: [String]) -> Int {
  medications.first.flatMap { Int($0.dropFirst(9)) } ?? -1
}

@Test func `A count under five is withheld, and so is the total that would give it away`() throws {
  let (_, store) = try house(agreeing: 12, refusing: 3)
  defer { store.close() }
  let result = try store.cohort(as: House.analyst) { member in
    number(member.medications) < 4 ? "few" : "many"
  }
  #expect(result.minimum == 5 && result.considered == nil)
  #expect(result.cells.map(\.state) == ["few", "many"])
  #expect(result.cells.map(\.count) == [nil, 8])
  #expect(result.cells[0].pseudonyms == [] && result.cells[1].pseudonyms.count == 8)
}

@Test func `Only those who agreed to research are counted, under stable pseudonyms`() throws {
  let (_, store) = try house(agreeing: 6, refusing: 9)
  defer { store.close() }
  let first = try store.cohort(as: House.analyst) { _ in "all" }
  #expect(first.considered == 6 && first.cells.map(\.count) == [6])
  #expect(try store.cohort(as: House.analyst) { _ in "all" } == first)
  let pseudonyms = try #require(first.cells.first?.pseudonyms)
  #expect(Set(pseudonyms).count == 6)
  #expect(pseudonyms.allSatisfy { $0.count == 16 && $0.allSatisfy(\.isHexDigit) })
  let nobody = try store.cohort(as: House.analyst) { member in
    number(member.medications) == 0 ? nil : "rest"
  }
  #expect(nobody.considered == nil, "six less five would say that one is elsewhere")
}

@Test func `A cohort is for research and a panel is for care`() throws {
  let (_, store) = try house(agreeing: 6, refusing: 2)
  defer { store.close() }
  let analyst = Requester(user: "anna", role: .analyst, purpose: .pgx)
  #expect(refusal { _ = try store.cohort(as: analyst) { _ in "x" } }?.kind == .forbidden)
  let pharmacist = Requester(user: "paul", role: .pharmacist, purpose: .research)
  #expect(refusal { _ = try store.panel(as: pharmacist) { _ in "x" } }?.kind == .forbidden)
  let lines = try store.panel(as: House.pharmacist) { record in
    number(record.medications) > 3 ? "at risk" : nil
  }
  #expect(lines.map(\.patient.id) == ["P4", "P5"], "P6 and P7 did not agree")
  #expect(lines.allSatisfy { $0.state == "at risk" })
}
