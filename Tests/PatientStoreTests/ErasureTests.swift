import Foundation
import GRDB
import PatientStore
import TestSupport
import Testing

@Test func `An erased patient is gone, and a copy of the data from before can't be read`() throws {
  let house = try House()
  let store = try house.create()
  for id in ["A", "B"] {
    try store.put(House.patient(id), consents: house.consents(.pgx), as: House.lab)
  }
  store.close()
  let files = FileManager.default
  let copy = house.folder.file("copy.sqlite")
  try files.copyItem(atPath: house.file("patients.sqlite"), toPath: copy)
  let before = try Data(contentsOf: URL(fileURLWithPath: house.file("keys.sqlite")))

  let erasing = try house.open()
  try erasing.erase("A", as: House.admin)
  #expect(refusal { _ = try erasing.get("A", as: House.pharmacist) }?.kind == .notFound)
  #expect(try erasing.list(as: House.pharmacist).map(\.id) == ["B"])
  #expect(try erasing.get("B", as: House.pharmacist).id == "B")
  #expect(refusal { try erasing.erase("A", as: House.admin) }?.kind == .notFound)
  erasing.close()

  // The bytes of the wrapped key are in no file of the store any more.
  let gone = try wrapped(in: before, house)
  #expect(!gone.isEmpty)
  for name in try files.contentsOfDirectory(atPath: house.path) {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: house.file(name)))
    for key in gone { #expect(bytes.range(of: key) == nil, "a wrapped key is still in \(name)") }
  }

  // The data from before, put back, with the store's right key: the row is there and does not open.
  try files.removeItem(atPath: house.file("patients.sqlite"))
  try files.copyItem(atPath: copy, toPath: house.file("patients.sqlite"))
  let again = try house.open()
  defer { again.close() }
  #expect(again.count() == 2)
  #expect(again.remarks.contains { $0.contains("without a data key, who can't be read: 1;") })
  let error = refusal { _ = try again.get("A", as: House.pharmacist) }
  #expect(error?.kind == .damaged && error?.description.contains("has no data key") == true)
  #expect(try again.get("B", as: House.pharmacist).id == "B")
}

/// The wrapped keys of the first file that the second no longer has.
private func wrapped(in file: Data, _ house: House) throws -> [Data] {
  let path = house.folder.file("old-keys.sqlite")
  try file.write(to: URL(fileURLWithPath: path))
  func keys(_ path: String) throws -> Set<Data> {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { db in try Set(Data.fetchAll(db, sql: "SELECT sealed FROM dataKey")) }
  }
  return try Array(keys(path).subtracting(keys(house.file("keys.sqlite"))))
}

@Test func `A purge takes those unused for long and those whose every consent has ended`() throws {
  let house = try House()
  let store = try house.create()
  defer { store.close() }
  let soon = house.time.date.addingTimeInterval(30 * 86_400)
  try store.put(House.patient("idle"), consents: house.consents(.pgx), as: House.lab)
  try store.put(House.patient("used"), consents: house.consents(.pgx), as: House.lab)
  try store.put(
    House.patient("ended"), consents: house.consents(.pgx, .research, expires: soon), as: House.lab)
  try store.put(House.patient("never-asked"), as: House.lab)
  #expect(try store.purge(unusedDays: 90, as: House.admin) == PurgeResult())
  house.time.move(days: 89)
  _ = try store.get("used", as: House.pharmacist)
  house.time.move(days: 1)
  #expect(try store.purge(unusedDays: 90, as: House.admin).unused == 0, "exactly 90 days are kept")
  #expect(
    try store.list(as: House.pharmacist).map(\.id) == ["idle", "never-asked", "used"],
    "the consent of one ended, of one none was ever recorded")
  house.time.move(days: 1)
  #expect(try store.purge(unusedDays: 90, as: House.admin).unused == 2)
  #expect(try store.list(as: House.pharmacist).map(\.id) == ["used"])
  #expect(refusal { try store.purge(unusedDays: 0, as: House.admin) }?.kind == .invalid)
}
