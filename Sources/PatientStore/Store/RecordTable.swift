import Foundation
import GRDB

/// The file `patients.sqlite`: ciphertexts, found by the keyed hash of the patient's id.
///
/// Besides them it holds only version numbers and the day of last use.
final class RecordTable: Sendable {
  static let fileName = "patients.sqlite"

  let path: String
  let pool: DatabasePool

  /// Opens the file, or makes it.
  init(folder: String) throws(PatientStoreError) {
    path = "\(folder)/\(Self.fileName)"
    pool = try StoreFile.pool(path)
    try doing {
      try pool.write { db in
        try db.execute(
          sql: """
            CREATE TABLE IF NOT EXISTS patient(
              subject BLOB PRIMARY KEY, version INTEGER NOT NULL, lastUsedDay INTEGER NOT NULL,
              head BLOB NOT NULL, care BLOB NOT NULL, calls BLOB, consent BLOB NOT NULL);
            CREATE TABLE IF NOT EXISTS user(
              name TEXT PRIMARY KEY, role TEXT NOT NULL, salt BLOB NOT NULL, cost TEXT NOT NULL,
              hash BLOB NOT NULL, failures INTEGER NOT NULL DEFAULT 0, lockedUntil INTEGER,
              isDisabled INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
            """)
      }
    }
  }

  /// How many patients there are.
  func count() throws(PatientStoreError) -> Int {
    try doing {
      try pool.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM patient") ?? 0 }
    }
  }

  /// A patient's row, and the day it was last used, counted from 1970.
  func row(_ subject: Data) throws(PatientStoreError) -> (record: SealedRecord, lastUsedDay: Int)? {
    let row = try doing {
      try pool.read { db in
        try Row.fetchOne(db, sql: "SELECT * FROM patient WHERE subject = ?", arguments: [subject])
      }
    }
    return row.map { (SealedRecord($0), $0["lastUsedDay"]) }
  }

  /// The heads of all patients.
  func heads() throws(PatientStoreError) -> [(subject: Data, version: Int, head: Data)] {
    let rows = try doing {
      try pool.read { db in try Row.fetchAll(db, sql: "SELECT subject, version, head FROM patient")
      }
    }
    return rows.map { ($0["subject"], $0["version"], $0["head"]) }
  }

  /// The patients, ordered by their hash, and the day each was last used.
  func subjects() throws(PatientStoreError) -> [(subject: Data, lastUsedDay: Int)] {
    let rows = try doing {
      try pool.read { db in
        try Row.fetchAll(db, sql: "SELECT subject, lastUsedDay FROM patient ORDER BY subject")
      }
    }
    return rows.map { ($0["subject"], $0["lastUsedDay"]) }
  }

  /// Writes a patient and waits until the disk has it.
  func write(_ record: SealedRecord, day: Int) throws(PatientStoreError) {
    try doing {
      try pool.write { db in
        try db.execute(
          sql: """
            INSERT INTO patient(subject, version, lastUsedDay, head, care, calls, consent)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT(subject) DO UPDATE SET version = excluded.version,
              lastUsedDay = excluded.lastUsedDay, head = excluded.head, care = excluded.care,
              calls = excluded.calls, consent = excluded.consent
            """,
          arguments: [
            record.subject, record.version, day, record.head, record.care, record.calls,
            record.consent,
          ])
      }
    }
  }

  /// Deletes a patient's row; its pages are overwritten with zeros and the write-ahead log is emptied.
  func delete(_ subject: Data) throws(PatientStoreError) {
    try doing {
      try pool.write { db in
        try db.execute(sql: "DELETE FROM patient WHERE subject = ?", arguments: [subject])
      }
      // A reader may hold the log open for a moment; the key is gone already, so this may wait.
      try? checkpoint()
    }
  }

  /// Marks a patient as used on a day; survives a kill, and is not worth waiting for the disk.
  func markUsed(_ subject: Data, day: Int) throws(PatientStoreError) {
    try doing {
      try pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
        defer { try? StoreFile.settle(db) }
        try db.execute(
          sql: "UPDATE patient SET lastUsedDay = ? WHERE subject = ?", arguments: [day, subject])
      }
    }
  }

  /// Lets the file go.
  func close() {
    try? checkpoint()
    try? pool.close()
  }

  private func checkpoint() throws {
    try pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
  }

  func doing<Result>(_ work: () throws -> Result) throws(PatientStoreError) -> Result {
    try StoreFile.doing(path, work)
  }
}
