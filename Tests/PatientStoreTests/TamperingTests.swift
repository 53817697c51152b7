import Foundation
import GRDB
import PatientStore
import TestSupport
import Testing

/// Two patients in a closed store.
private func pair() throws -> House {
  let house = try House()
  let store = try house.create()
  for id in ["A", "B"] {
    try store.put(House.patient(id), consents: house.consents(.pgx), as: House.lab)
  }
  store.close()
  return house
}

private func edit(_ house: House, _ file: String, _ sql: String) throws {
  let queue = try DatabaseQueue(path: house.file(file))
  try queue.write { db in try db.execute(sql: sql) }
  try queue.close()
}

/// Gives each of two rows the other's value of a column.
private func swap(_ table: String, _ column: String) -> String {
  """
  CREATE TEMP TABLE was AS SELECT subject, \(column) AS value FROM \(table);
  UPDATE \(table) SET \(column) =
    (SELECT value FROM was WHERE was.subject <> \(table).subject);
  """
}

@Test(arguments: ["head", "care", "calls", "consent"])
func `Swapped ciphertexts of two patients do not open`(part: String) throws {
  let house = try pair()
  try edit(house, "patients.sqlite", swap("patient", part))
  let store = try house.open()
  defer { store.close() }
  for id in ["A", "B"] {
    let error = refusal { _ = try store.get(id, as: House.pharmacist) }
    #expect(error?.kind == .damaged)
    #expect(error?.description.contains("the \(part) of patient") == true)
  }
}

@Test func `Swapped data keys do not open`() throws {
  let house = try pair()
  try edit(house, "keys.sqlite", swap("dataKey", "sealed"))
  let store = try house.open()
  defer { store.close() }
  let error = refusal { _ = try store.get("A", as: House.pharmacist) }
  #expect(error?.kind == .damaged && error?.description.contains("data key") == true)
}

@Test func `Parts of one patient do not pass for each other`() throws {
  let house = try pair()
  try edit(house, "patients.sqlite", "UPDATE patient SET care = calls")
  let store = try house.open()
  defer { store.close() }
  #expect(refusal { _ = try store.get("A", as: House.pharmacist) }?.kind == .damaged)
}

@Test func `A single flipped bit, another version and lost calls are noticed`() throws {
  for sql in [
    "UPDATE patient SET care = substr(care, 1, 20) || x'00' || substr(care, 22)",
    "UPDATE patient SET version = version + 1", "UPDATE patient SET calls = NULL",
  ] {
    let house = try pair()
    try edit(house, "patients.sqlite", sql)
    let store = try house.open()
    #expect(refusal { _ = try store.get("A", as: House.pharmacist) }?.kind == .damaged, "\(sql)")
    store.close()
  }
}

@Test func `A consent from before its withdrawal does not pass for the present one`() throws {
  let house = try pair()
  let before = house.folder.file("before.sqlite")
  try FileManager.default.copyItem(atPath: house.file("patients.sqlite"), toPath: before)
  let store = try house.open()
  try store.withdrawConsent(.pgx, of: "A", as: House.pharmacist)
  store.close()
  try edit(
    house, "patients.sqlite",
    """
    ATTACH '\(before)' AS old;
    UPDATE patient SET consent =
      (SELECT consent FROM old.patient AS was WHERE was.subject = patient.subject)
    """)
  let again = try house.open()
  defer { again.close() }
  #expect(refusal { _ = try again.get("A", as: House.pharmacist) }?.kind == .damaged)
}

@Test
func `A stolen folder without the key gives nothing, nor do the ciphertexts with another's key`()
  throws
{
  let house = try pair()
  let thief = try House()
  try thief.create().close()
  let files = FileManager.default
  for name in ["patients.sqlite", "keys.sqlite"] {
    try files.removeItem(atPath: thief.file(name))
    try files.copyItem(atPath: house.file(name), toPath: thief.file(name))
  }
  let store = try thief.open()
  #expect(refusal { _ = try store.get("A", as: House.pharmacist) }?.kind == .notFound)
  #expect(refusal { _ = try store.list(as: House.pharmacist) }?.kind == .damaged)
  store.close()
  // With the key file too, only the passphrase is missing.
  try files.removeItem(atPath: thief.file("keys.json"))
  try files.copyItem(atPath: house.file("keys.json"), toPath: thief.file("keys.json"))
  #expect(refusal { _ = try thief.open(.passphrase("a guess of a thief")) }?.kind == .wrongKey)
}
