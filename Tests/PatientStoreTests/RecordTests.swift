import Foundation
import Guidance
import PatientStore
import TestSupport
import Testing

@Test func `What was stored is read back, with the dates and the version of the store`() throws {
  let house = try House()
  let store = try house.create()
  defer { store.close() }
  let patient = House.patient("A-17")
  try store.put(patient, consents: house.consents(.pgx), as: House.lab)
  house.time.move(days: 2)
  var changed = patient
  changed.medications.append("ibuprofen")
  try store.put(changed, as: House.lab)
  let read = try store.get("A-17", as: House.pharmacist)
  #expect(read.name == patient.name && read.birthDate == patient.birthDate)
  #expect(read.facts == patient.facts && read.calls == patient.calls)
  #expect(read.medications == patient.medications + ["ibuprofen"])
  #expect(read.version == 2 && read.updated.timeIntervalSince(read.created) == 2 * 86_400)
  #expect(store.count() == 1)
}

@Test func `Everything is there after closing and opening again`() throws {
  let house = try House()
  let store = try house.create()
  try store.put(House.patient("A-17"), consents: house.consents(.pgx), as: House.lab)
  store.close()
  #expect(refusal { _ = try store.get("A-17", as: House.pharmacist) }?.kind == .unreadable)
  let again = try house.open()
  defer { again.close() }
  #expect(again.remarks == [])
  #expect(try again.get("A-17", as: House.pharmacist).medications.count == 2)
}

@Test func `A changed list leaves the calls as they were`() throws {
  let house = try House()
  let store = try house.create()
  defer { store.close() }
  let patient = House.patient("A-17")
  try store.put(patient, consents: house.consents(.pgx), as: House.lab)
  var facts = PatientFacts()
  facts.smoking = .current
  let record = try store.updateCare(
    "A-17", facts: facts, medications: ["tramadol"], as: House.pharmacist)
  #expect(record?.facts == facts && record?.medications == ["tramadol"])
  #expect(record?.calls == patient.calls && record?.version == 2)
  #expect(try store.get("A-17", as: House.pharmacist) == record)
  #expect(
    try store.updateCare("A-17", facts: facts, medications: [], as: House.lab) == nil,
    "the lab changes but does not read")
}

@Test func `Patients are found by parts of names, ids and birth dates, whatever case and accents`()
  throws
{
  let house = try House()
  let store = try house.create()
  defer { store.close() }
  for (id, name) in [("B-2", "Jürgen Šimek"), ("A-1", "Ana Lopez"), ("C-3", nil)] {
    try store.put(House.patient(id, name: name), as: House.lab)
  }
  let asked = House.pharmacist
  #expect(try store.list(as: asked).map(\.id) == ["A-1", "B-2", "C-3"])
  #expect(try store.list(limit: 1, offset: 1, as: asked).map(\.id) == ["B-2"])
  #expect(try store.find("simek jur", as: asked).map(\.id) == ["B-2"])
  #expect(try store.find("c-", as: asked).map(\.id) == ["C-3"])
  #expect(try store.find("1965-04-12 ana", as: asked).map(\.id) == ["A-1"])
  #expect(try store.find("", as: asked) == [])
  try store.put(House.patient("D-4", name: "Abel Simek"), as: House.lab)
  try store.put(House.patient("B-2", name: "Jan Novak"), as: House.lab)
  #expect(try store.list(as: asked).map(\.id) == ["D-4", "A-1", "B-2", "C-3"])
  #expect(try store.find("simek", as: asked).map(\.id) == ["D-4"])
}

@Test func `No name, id, birth date, gene or medicine stands in any file in the clear`() throws {
  let house = try House()
  let store = try house.create()
  try store.put(House.patient("HOUSE-ID-4711"), consents: house.consents(.pgx), as: House.lab)
  _ = try store.get("HOUSE-ID-4711", as: House.pharmacist)
  _ = try store.find("marta", as: House.pharmacist)
  var broken = House.pharmacist
  broken.reason = "Marta Quast takes clopidogrel and is bleeding"
  _ = try store.breakGlass("HOUSE-ID-4711", as: broken)
  func look() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: house.path)
    #expect(names.contains("patients.sqlite") && names.contains("audit.jsonl"))
    for name in names {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: house.file(name)))
      for word in [
        "HOUSE-ID", "Quast", "1965", "CYP2C19", "*2/*17", "clopidogrel", "stardose-report",
      ] {
        #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) stands in \(name)")
      }
    }
  }
  try look()
  store.close()
  try look()
}

@Test func `A store opens only with its own passphrase`() throws {
  let house = try House()
  try house.create().close()
  let wrong = refusal { _ = try house.open(.passphrase("correct horse battery stable")) }
  #expect(
    wrong?.description == "\(house.path): the passphrase is not this store's; nothing was opened")
  #expect(wrong?.kind == .wrongKey)
  let other = refusal { _ = try house.open(.keyFile("x")) }
  #expect(
    other?.description
      == "\(house.path): the store is locked with a passphrase, not a key file; give it")
  let short = refusal {
    _ = try EncryptedStore.create(at: house.folder.file("b"), key: .passphrase("short"))
  }
  #expect(short?.kind == .invalid)
  #expect(short?.description.contains("the passphrase has 5 characters") == true)
}

@Test func `A key file must be the owner's alone and 32 bytes long`() throws {
  let house = try House()
  let path = try house.folder.write(Array(0..<32), to: "key")
  let files = FileManager.default
  try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
  let open = refusal { try house.create(key: .keyFile(path)).close() }
  #expect(open?.kind == .wrongKey && open?.description.contains("mode 644") == true)
  try files.removeItem(atPath: house.path)
  try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  let store = try house.create(key: .keyFile(path))
  try store.put(House.patient("A-17"), consents: house.consents(.pgx), as: House.lab)
  store.close()
  let again = try house.open(.keyFile(path))
  #expect(try again.get("A-17", as: House.pharmacist).id == "A-17")
  again.close()
  _ = try house.folder.write(Array(1..<33), to: "key")
  #expect(refusal { _ = try house.open(.keyFile(path)) }?.kind == .wrongKey)
  _ = try house.folder.write([1, 2], to: "key")
  let short = refusal { _ = try house.open(.keyFile(path)) }
  #expect(short?.description.contains("a key file holds 32 random bytes, this one 2") == true)
}

@Test func `A folder with something in it is not made a store`() throws {
  let house = try House()
  try house.create().close()
  #expect(refusal { _ = try house.create() }?.kind == .invalid)
  #expect(
    refusal { _ = try EncryptedStore.open(at: house.folder.file("none"), key: house.key) }?.kind
      == .unreadable)
}

@Test func `One process at a time has a store open`() throws {
  let house = try House()
  let store = try house.create()
  #expect(refusal { _ = try house.open() }?.kind == .inUse)
  store.close()
  try house.open().close()
}

@Test func `A record without an id and a number that is none are refused`() throws {
  let house = try House()
  let store = try house.create()
  defer { store.close() }
  #expect(refusal { try store.put(House.patient(""), as: House.lab) }?.kind == .invalid)
  #expect(refusal { try store.put(House.patient("a\nb"), as: House.lab) }?.kind == .invalid)
  var patient = House.patient("A-1")
  patient.facts.weightKg = .nan
  #expect(refusal { try store.put(patient, as: House.lab) }?.kind == .invalid)
  #expect(store.count() == 0)
  #expect(
    refusal { _ = try store.get("A-1", as: House.pharmacist) }?.description
      == "\(house.path): no patient of this id is stored; check the id or add the patient")
}

extension House {
  func create(key: StoreKey) throws -> EncryptedStore {
    try EncryptedStore.create(at: path, key: key, settings: settings)
  }
}
