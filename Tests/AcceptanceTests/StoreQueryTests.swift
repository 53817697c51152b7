import Foundation
import TestSupport
import Testing

/// `stardose query --store`: a patient of a store is reviewed as from a file, and under the store's rules.
struct StoreQueryTests {
  private static let patient = """
    {
      "layout": "stardose-patient/1",
      "id": "P1",
      "name": "Ada Sample",
      "facts": { "sex": "female", "ageYears": 70, "conditions": { "dementia": true } },
      "medications": ["metoprolol 50 mg", "risperidone"],
      "genes": [
        { "gene": "CYP2C19", "diplotype": "*2/*2" },
        { "gene": "CYP2D6", "diplotype": "*1/*1" }
      ]
    }
    """

  /// A store with P1, who agreed, and P2, who was not asked.
  private struct House {
    let store: String
    let key: String
    let file: String

    init(in folder: borrowing TemporaryFolder) throws {
      store = folder.file("store")
      key = try Self.key(folder.file("key"), filledWith: 7)
      file = folder.file("p1.json")
      let other = folder.file("p2.json")
      try Data(StoreQueryTests.patient.utf8).write(to: URL(fileURLWithPath: file))
      try Data(StoreQueryTests.patient.replacing("\"P1\"", with: "\"P2\"").utf8)
        .write(to: URL(fileURLWithPath: other))
      for step in [
        ["create", store], ["add", store, file, "--consent", "pgx"], ["add", store, other],
      ] {
        let outcome = try Program.run(["patient"] + step + ["--key-file", key])
        try #require(outcome.status == 0, "\(outcome.errors)")
      }
    }

    /// A key file for its owner alone.
    static func key(_ path: String, filledWith byte: UInt8) throws -> String {
      try Data(repeating: byte, count: 32).write(to: URL(fileURLWithPath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      return path
    }

    func query(_ id: String, _ more: [String] = []) throws -> Program.Outcome {
      try Program.run(["query", "--store", store, "--patient", id, "--key-file", key] + more)
    }

    /// How many records the audit log has; it must be whole.
    func auditedRecords() throws -> Int {
      let outcome = try Program.run(["audit", "verify", store])
      try #require(outcome.status == 0, "\(outcome.errors)")
      let count = outcome.output.split(whereSeparator: { !$0.isNumber }).last
      return try #require(count.flatMap { Int($0) })
    }
  }

  @Test func `a stored patient is reviewed as the patient's file is, and the reading is audited`()
    throws
  {
    let folder = try TemporaryFolder()
    let house = try House(in: folder)
    let before = try house.auditedRecords()
    let stored = try house.query("P1", ["--format", "json"])
    try #require(stored.status == 0, "\(stored.errors)")
    let filed = try Program.run(["query", "--patient", house.file, "--format", "json"])
    #expect(stored.output == filed.output)
    #expect(stored.output.contains("\"metoprolol\""))
    #expect(try house.auditedRecords() > before)
  }

  @Test
  func `a list typed takes the place of the stored one, and a condition given that of the record`()
    throws
  {
    let folder = try TemporaryFolder()
    let house = try House(in: folder)
    let warned = try house.query("P1", ["--medications", "risperidone"])
    #expect(warned.output.contains("Avoid risperidone."), "\(warned.errors)")
    let without = try house.query(
      "P1", ["--medications", "risperidone", "--condition", "no-dementia"])
    #expect(!without.output.contains("more deaths"), "\(without.output)")
  }

  @Test func `without consent nothing is shown, and the attempt is audited`() throws {
    let folder = try TemporaryFolder()
    let house = try House(in: folder)
    let before = try house.auditedRecords()
    let outcome = try house.query("P2")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(
      outcome.errorLines == [
        "stardose: the patient's consent: for pharmacogenomic care no consent is recorded; "
          + "ask the patient and record it first"
      ])
    #expect(try house.auditedRecords() > before)
  }

  @Test func `a stranger, another key and no store are refused in a sentence each`() throws {
    let folder = try TemporaryFolder()
    let house = try House(in: folder)
    let stranger = try house.query("P9")
    #expect(stranger.status == 2)
    #expect(
      stranger.errorLines == [
        "stardose: \(house.store): no patient of this id is stored; check the id or add the patient"
      ])
    let other = try House.key(folder.file("other"), filledWith: 8)
    let locked = try Program.run([
      "query", "--store", house.store, "--patient", "P1", "--key-file", other,
    ])
    #expect(locked.status == 1)
    #expect(
      locked.errorLines == [
        "stardose: \(house.store): the key file is not this store's; nothing was opened"
      ])
    let nowhere = folder.file("nowhere")
    let missing = try Program.run([
      "query", "--store", nowhere, "--patient", "P1", "--key-file", house.key,
    ])
    #expect(missing.status == 3)
    #expect(
      missing.errorLines == [
        "stardose: \(nowhere): there is no store here (no keys.json); "
          + "make one with 'stardose patient create'"
      ])
    for outcome in [stranger, locked, missing] { #expect(outcome.output == "") }
  }

  @Test(arguments: [
    (["--store", "s", "--patient", "P1"], "the store s is locked"),
    (["--store", "s"], "--store needs the patient's id"),
    (["--patient", "p.json", "--key-file", "k"], "--key-file opens a store"),
    (["--store", "s", "--patient", "P1", "--sample", "x"], "--sample chooses from a file"),
    (["--medications", "codeine", "--condition", "gout"], "--condition is 'gout'; use one of"),
  ])
  func `options that do not go together are refused`(arguments: [String], sentence: String) throws {
    let outcome = try Program.run(["query"] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(sentence))
    #expect(outcome.output == "")
  }
}
