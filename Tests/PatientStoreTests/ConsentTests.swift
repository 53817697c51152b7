import Foundation
import Guidance
import PatientStore
import Testing

@Test func `Without a recorded consent nothing is read, for no purpose`() throws {
  let house = try House()
  let store = try house.create()
  defer { store.close() }
  try store.put(House.patient("A"), as: House.lab)
  for purpose in Purpose.allCases {
    let asked = Requester(user: "paul", role: .pharmacist, purpose: purpose)
    let error = refusal { _ = try store.get("A", as: asked) }
    #expect(error?.kind == .consent)
    #expect(
      error?.description
        == "the patient's consent: for \(purpose.words) no consent is recorded; "
        + "ask the patient and record it first")
  }
  #expect(try house.auditLines().count { $0.contains("refused-consent") } == 4)
}

@Test func `Consent to care is none to secondary findings or research`() throws {
  let house = try House()
  let store = try house.create()
  defer { store.close() }
  try store.put(House.patient("A"), consents: house.consents(.pgx), as: House.lab)
  _ = try store.get("A", as: House.pharmacist)
  for purpose in [Purpose.secondaryFindings, .research] {
    let asked = Requester(user: "paul", role: .pharmacist, purpose: purpose)
    #expect(refusal { _ = try store.get("A", as: asked) }?.kind == .consent)
    try store.setConsent(purpose, of: "A", as: House.pharmacist)
    #expect(try store.get("A", as: asked).id == "A")
  }
}

@Test func `A withdrawn, an expired and a coming consent do not hold, and say so`() throws {
  let house = try House()
  let store = try house.create()
  defer { store.close() }
  let now = house.time.date
  try store.put(House.patient("A"), consents: house.consents(.pgx), as: House.lab)
  try store.setConsent(
    .pgx, expires: now.addingTimeInterval(3_600), of: "A", as: House.pharmacist)
  #expect(try store.get("A", as: House.pharmacist).id == "A")
  house.time.move(minutes: 60)
  func why() -> String {
    refusal { _ = try store.get("A", as: House.pharmacist) }?.description ?? "none"
  }
  #expect(why().contains("the consent has expired"))
  try store.setConsent(.pgx, of: "A", as: House.pharmacist)
  #expect(why() == "none")
  let consents = try store.withdrawConsent(.pgx, of: "A", as: House.pharmacist)
  #expect(consents.pgx?.withdrawn == house.time.date)
  #expect(why().contains("the consent was withdrawn"))
  #expect(
    refusal {
      try store.updateCare("A", facts: .init(), medications: [], as: House.pharmacist)
    }?.kind == .consent)
  try store.setConsent(
    .pgx, granted: house.time.date.addingTimeInterval(60), of: "A", as: House.pharmacist)
  #expect(why().contains("the consent does not hold yet"))
  #expect(
    refusal { try store.setConsent(.pgx, expires: now, of: "A", as: House.pharmacist) }?.kind
      == .invalid)
  #expect(
    refusal { try store.withdrawConsent(.research, of: "A", as: House.pharmacist) }?.kind
      == .invalid)
  #expect(
    refusal { try store.setConsent(.operations, of: "A", as: House.pharmacist) }?.kind == .invalid)
}

@Test func `A new result keeps what the patient agreed to`() throws {
  let house = try House()
  let store = try house.create()
  defer { store.close() }
  try store.put(House.patient("A"), consents: house.consents(.pgx), as: House.lab)
  try store.withdrawConsent(.pgx, of: "A", as: House.pharmacist)
  try store.put(House.patient("A"), as: House.lab)
  #expect(try store.consents(of: "A", as: House.admin).pgx?.withdrawn != nil)
  #expect(refusal { _ = try store.get("A", as: House.pharmacist) }?.kind == .consent)
}

@Test func `A broken glass opens one patient to one user for a time, and tells the auditor why`()
  throws
{
  let house = try House()
  let store = try house.create()
  defer { store.close() }
  for id in ["A", "B"] { try store.put(House.patient(id), as: House.lab) }
  var asked = House.pharmacist
  #expect(refusal { _ = try store.breakGlass("A", as: asked) }?.kind == .invalid)
  asked.reason = "short"
  #expect(refusal { _ = try store.breakGlass("A", as: asked) }?.kind == .invalid)
  asked.reason = "unconscious in the emergency room"
  #expect(refusal { _ = try store.breakGlass("none", as: asked) }?.kind == .notFound)
  let until = try store.breakGlass("A", as: asked)
  #expect(until == house.time.date.addingTimeInterval(15 * 60))
  #expect(try store.get("A", as: House.pharmacist).id == "A")
  #expect(refusal { _ = try store.get("B", as: House.pharmacist) }?.kind == .consent)
  let other = Requester(user: "petra", role: .pharmacist, purpose: .pgx)
  #expect(refusal { _ = try store.get("A", as: other) }?.kind == .consent)
  let research = Requester(user: "paul", role: .pharmacist, purpose: .research)
  #expect(refusal { _ = try store.get("A", as: research) }?.kind == .consent)
  house.time.move(minutes: 15)
  #expect(refusal { _ = try store.get("A", as: House.pharmacist) }?.kind == .consent)
  let log = try store.auditRecords(last: 100, as: House.auditor)
  let broken = try #require(log.first { $0.action == "break-glass" && $0.outcome == "done" })
  #expect(broken.reason == asked.reason && broken.actor == "paul")
  #expect(log.contains { $0.action == "readRecord" && $0.outcome == "broken-glass" })
}
