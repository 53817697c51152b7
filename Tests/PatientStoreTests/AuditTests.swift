import Foundation
import PatientStore
import TestSupport
import Testing

/// A closed store with a log of some length.
private func logged(records: Int = 40) throws -> House {
  let house = try House()
  let store = try house.create()
  try store.put(House.patient("A"), consents: house.consents(.pgx), as: House.lab)
  while try house.auditLines().count < records - 1 {
    _ = try store.get("A", as: House.pharmacist)
  }
  store.close()
  return house
}

private func verdict(_ house: House) throws -> AuditVerdict {
  try AuditLog.verify(folder: house.path)
}

@Test func `A log as it was written is whole, and says how long it is`() throws {
  let house = try logged()
  let verdict = try verdict(house)
  #expect(verdict.isWhole && verdict.records == 40)
  #expect(
    verdict.sentence
      == "\(house.file("audit.jsonl")): all 40 records are as they were written, and 40 are anchored"
  )
  #expect(try house.auditLines().last?.contains("\"action\":\"close\"") == true)
}

@Test func `Any flipped byte of a record is named by the record's number`() throws {
  let house = try logged(records: 12)
  let lines = try house.auditLines()
  let line = Array(lines[6].utf8)
  // Every byte of one record, each changed in its lowest and in its highest but one bit.
  for index in line.indices {
    for mask: UInt8 in [1, 64] {
      var changed = line
      changed[index] ^= mask
      var bytes = Data()
      for (number, text) in lines.enumerated() {
        bytes.append(contentsOf: number == 6 ? changed : Array(text.utf8))
        bytes.append(UInt8(ascii: "\n"))
      }
      try bytes.write(to: URL(fileURLWithPath: house.file("audit.jsonl")))
      let verdict = try verdict(house)
      #expect(verdict.firstBad == 7, "byte \(index), \(verdict.sentence)")
    }
  }
}

@Test(arguments: [0, 1, 17, 38])
func `A dropped record is named`(index: Int) throws {
  let house = try logged()
  var lines = try house.auditLines()
  lines.remove(at: index)
  try house.write(auditLines: lines)
  let verdict = try verdict(house)
  #expect(verdict.firstBad == index + 1)
  #expect(
    verdict.sentence
      == "\(house.file("audit.jsonl")), record \(index + 1): record \(index + 2) stands in its place; "
      + "it was taken out or moved")
}

@Test func `Of two swapped records the first is named`() throws {
  let house = try logged()
  var lines = try house.auditLines()
  lines.swapAt(10, 20)
  try house.write(auditLines: lines)
  #expect(try verdict(house).firstBad == 11)
}

@Test(arguments: [39, 20, 0])
func `A log cut at the end of a record names the first that is missing`(kept: Int) throws {
  let house = try logged()
  try house.write(auditLines: Array(try house.auditLines().prefix(kept)))
  let verdict = try verdict(house)
  #expect(verdict.firstBad == kept + 1 && verdict.records == kept)
  #expect(
    verdict.sentence.hasSuffix(
      "the record is missing: the log ends here, and 40 records were signed for"))
  let error = refusal { _ = try house.open() }
  #expect(error?.kind == .damaged && error?.description.contains("the log is cut") == true)
}

@Test func `A log cut inside a record names that record`() throws {
  let house = try logged()
  let path = house.file("audit.jsonl")
  let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
  try bytes.dropLast(30).write(to: URL(fileURLWithPath: path))
  let verdict = try verdict(house)
  #expect(verdict.firstBad == 40)
  #expect(verdict.sentence.hasSuffix("the line is cut, and a whole one was signed for"))
}

@Test func `A record forged at the end, its chain right and its signature another's, is named`()
  throws
{
  let house = try logged()
  let other = try logged()
  let mine = try house.auditLines()
  // What a forger can do without the key: a right form, number, chain and hash.
  var forged = try #require(AuditRecord(text: mine[39]))
  forged.prev = forged.lineDigest
  forged.seq = 41
  forged.action = "readRecord"
  forged = forged.rehashed
  try house.write(auditLines: mine + [forged.text])
  let verdict = try verdict(house)
  #expect(verdict.firstBad == 41)
  #expect(
    verdict.sentence.hasSuffix("its signature is not by this store; it was changed or forged"))
  #expect(refusal { _ = try house.open() }?.kind == .damaged)
  // Another store's log in place of this one's.
  try house.write(auditLines: try other.auditLines())
  #expect(try AuditLog.verify(folder: house.path).firstBad == 1)
}

@Test func `A record changed with all hashes behind it made new is still named`() throws {
  let house = try logged()
  var records = try house.auditLines().compactMap { AuditRecord(text: $0) }
  #expect(records.count == 40)
  records[14].actor = "nobody"
  for index in 14..<40 {
    records[index].prev = records[index - 1].lineDigest
    records[index] = records[index].rehashed
  }
  try house.write(auditLines: records.map(\.text))
  let verdict = try verdict(house)
  #expect(verdict.firstBad == 15)
  #expect(
    verdict.sentence.hasSuffix("its signature is not by this store; it was changed or forged"))
}

@Test func `A forged anchor and another store's key are told`() throws {
  let house = try logged()
  let other = try logged()
  let files = FileManager.default
  let wrong = try AuditLog.verify(folder: house.path, publicKey: other.file("audit.pub"))
  #expect(wrong.firstBad == 1)
  try files.removeItem(atPath: house.file("audit.anchor"))
  try files.copyItem(atPath: other.file("audit.anchor"), toPath: house.file("audit.anchor"))
  let verdict = try verdict(house)
  #expect(verdict.firstBad == 41)
  #expect(verdict.sentence.contains("the anchor's signature is not by this store"))
  try files.removeItem(atPath: house.file("audit.anchor"))
  let error = refusal { _ = try AuditLog.verify(folder: house.path) }
  #expect(error?.kind == .unreadable)
  #expect(refusal { _ = try house.open() }?.kind == .damaged)
}

@Test func `Log and anchor both put back to an earlier day are told by an anchor kept elsewhere`()
  throws
{
  let house = try logged()
  let files = FileManager.default
  let early = house.folder.file("early")
  try files.copyItem(atPath: house.path, toPath: early)
  try house.open().close()
  let kept = house.folder.file("kept.anchor")
  try files.copyItem(atPath: house.file("audit.anchor"), toPath: kept)
  #expect(try AuditLog.verify(folder: early).isWhole, "nothing in the folder itself can show it")
  #expect(try AuditLog.verify(folder: early, anchor: kept).firstBad == 41)
}

@Test func `A torn last line is cut off when the store is opened, and that is said and logged`()
  throws
{
  let house = try logged()
  let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: house.file("audit.jsonl")))
  try handle.seekToEnd()
  try handle.write(contentsOf: Data(#"{"action":"readRecord","act"#.utf8))
  try handle.close()
  #expect(try verdict(house).firstBad == 41)
  #expect(try verdict(house).sentence.contains("the line is torn, as by a crash"))
  let store = try house.open()
  #expect(
    store.remarks == [
      "\(house.file("audit.jsonl")), record 41: the last line was torn after 27 bytes when the process "
        + "ended, and was cut off; what it was to tell had not been acknowledged"
    ])
  let last = try store.auditRecords(last: 1, as: House.auditor)
  #expect(last.first?.action == "open" && last.first?.outcome == "done-torn-line-cut")
  store.close()
  #expect(try verdict(house).isWhole)
}

@Test func `Words of a service are noted, free text and the store's own words are not`() throws {
  let house = try House()
  let store = try house.create()
  defer { store.close() }
  try store.note("session.begin", outcome: "done", as: House.pharmacist)
  try store.note("review", of: "A", outcome: "shown", as: House.pharmacist)
  for (action, outcome) in [
    ("took Clopidogrel", "done"), ("review", "*2/*17"), ("", "done"), ("close", "done"),
    ("review", "begun"),
  ] {
    let error = refusal { try store.note(action, outcome: outcome, as: House.pharmacist) }
    #expect(error?.kind == .invalid, "\(action) \(outcome)")
  }
  let log = try store.auditRecords(last: 2, as: House.auditor)
  #expect(log.map(\.action) == ["session.begin", "review"])
  #expect(log[0].subject == nil && log[1].subject?.count == 64)
  let verdict = try store.verifyAudit(as: House.auditor)
  #expect(verdict.isWhole)
}

extension AuditRecord {
  /// Reads a line with nothing but Foundation, as a forger would.
  fileprivate init?(text: String) {
    guard let record = try? JSONDecoder().decode(AuditRecord.self, from: Data(text.utf8)) else {
      return nil
    }
    self = record
  }
}
