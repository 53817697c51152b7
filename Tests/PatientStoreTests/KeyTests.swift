import Foundation
import GRDB
import TestSupport
import Testing

@testable import PatientStore

private let fresh = StoreKey.passphrase("a fresh passphrase of five words")

private func filled(_ house: House, _ count: Int) throws -> EncryptedStore {
  let store = try house.create()
  for number in 0..<count {
    try store.put(
      House.patient("P\(number)"), consents: house.consents(.pgx), as: House.lab)
  }
  return store
}

@Test func `After a change of key only the new one opens the store, and all patients are there`()
  throws
{
  let house = try House()
  let store = try filled(house, 12)
  #expect(try store.rotateKey(to: fresh, as: House.admin) == 12)
  #expect(try store.get("P3", as: House.pharmacist).id == "P3")
  try store.put(House.patient("later"), consents: house.consents(.pgx), as: House.lab)
  store.close()
  #expect(
    refusal { _ = try house.open() }?.description
      == "\(house.path): the passphrase is not this store's; nothing was opened")
  let again = try house.open(fresh)
  defer { again.close() }
  #expect(again.remarks == [])
  for id in ["P0", "P11", "later"] {
    #expect(try again.get(id, as: House.pharmacist).id == id)
  }
  #expect(
    refusal { try again.rotateKey(to: .passphrase("short"), as: House.admin) }?.kind == .invalid)
}

@Test func `A passphrase can be changed for a key file`() throws {
  let house = try House()
  let store = try filled(house, 2)
  let path = try house.folder.write(Array(7..<39), to: "key")
  try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  try store.rotateKey(to: .keyFile(path), as: House.admin)
  store.close()
  #expect(refusal { _ = try house.open() }?.kind == .wrongKey)
  let again = try house.open(.keyFile(path))
  #expect(try again.get("P1", as: House.pharmacist).id == "P1")
  again.close()
}

@Test(arguments: [0, 7, 12])
func `A change of key that ended half-way goes on when the store is opened with the new key`(
  done: Int
) throws {
  let house = try House()
  let store = try filled(house, 12)
  // What the change does until the process ends: announced, key file turned, some keys wrapped.
  _ = try store.trail.begin(
    "rotate-key", subject: nil, object: EncryptedStore.digest(ofGeneration: 2), by: House.admin)
  let (next, wrapping) = try store.nextEnvelope(fresh)
  let old = try store.turn(to: next, wrapping)
  #expect(try store.keys.rewrap(from: old, limit: done) == done)
  store.lock.release()

  let error = refusal { _ = try house.open() }
  #expect(error?.kind == .wrongKey)
  #expect(
    error?.description.contains("a change to a new key was begun and not finished") == true)
  let again = try house.open(fresh)
  #expect(
    again.remarks.contains(
      "\(house.path): the change to a new key had been interrupted and is finished; "
        + "data keys that were still to be put under it: \(12 - done)"))
  #expect(again.remarks.contains { $0.contains("'rotate-key' was begun and its end not told") })
  for number in 0..<12 {
    #expect(try again.get("P\(number)", as: House.pharmacist).id == "P\(number)")
  }
  again.close()
  let queue = try DatabaseQueue(path: house.file("keys.sqlite"))
  let old2 = try queue.read { db in
    try Int.fetchOne(db, sql: "SELECT count(*) FROM dataKey WHERE generation < 2")
  }
  #expect(old2 == 0)
  let last = try house.open(fresh)
  #expect(last.remarks == [])
  last.close()
  #expect(try AuditLog.verify(folder: house.path).isWhole)
}

@Test(arguments: [false, true])
func `A change announced before a crash is found done or not done, and the log says which`(
  isDone: Bool
) throws {
  let house = try House()
  let store = try filled(house, 1)
  let subject = store.secrets.subject(ofPatient: "P0")
  var next = try #require(try store.table.row(subject)).record
  next.version += 1
  _ = try store.trail.begin("put", subject: subject, object: next.digest, by: House.lab)
  if isDone { try store.table.write(next, day: 1) }
  store.lock.release()
  let again = try house.open()
  defer { again.close() }
  let word = isDone ? "done" : "not done"
  #expect(again.remarks.contains { $0.hasSuffix("its end not told; it was found \(word)") })
  let log = try again.auditRecords(last: 10, as: House.auditor)
  #expect(log.contains { $0.outcome == (isDone ? "found-done" : "found-not-done") })
}

@Test func `An erasure that ended after its key was gone is finished when the store is opened`()
  throws
{
  let house = try House()
  let store = try filled(house, 2)
  let subject = store.secrets.subject(ofPatient: "P0")
  _ = try store.trail.begin("erase", subject: subject, object: nil, by: House.admin)
  try store.keys.destroyKey(of: subject)
  store.lock.release()
  let again = try house.open()
  defer { again.close() }
  #expect(again.count() == 1)
  #expect(again.remarks.contains { $0.contains("'erase' was begun") && $0.hasSuffix("found done") })
}

@Test func `The same clock and random bytes make the same files`() throws {
  func bytes() throws -> [Data] {
    let house = try House()
    var settings = house.settings
    let counter = Counter()
    settings.randomBytes = { count in counter.next(count) }
    let store = try EncryptedStore.create(at: house.path, key: house.key, settings: settings)
    try store.put(House.patient("A"), consents: house.consents(.pgx), as: House.lab)
    store.close()
    return try ["keys.json", "audit.jsonl", "audit.anchor", "audit.pub"].map {
      try Data(contentsOf: URL(fileURLWithPath: house.file($0)))
    }
  }
  #expect(try bytes() == bytes())
}
