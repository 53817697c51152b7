import Foundation
import GRDB
import Synchronization

/// The file `keys.sqlite`: each patient's data key, wrapped under the store's key.
///
/// It is apart from the ciphertexts, so that a copy of those alone is of no use, and so that erasing
/// a key here makes every copy of them unreadable. `secure_delete` overwrites the entry with zeros,
/// and the write-ahead log is emptied after each deletion.
final class KeyRing: Sendable {
  static let fileName = "keys.sqlite"

  private let folder: String
  private let store: String
  private let sealing: Sealing
  private let queue: DatabaseQueue
  private let state: Mutex<State>

  private struct State {
    var wrapping: SecretKey
    var generation: Int
    var unwrapped: [Data: SecretKey] = [:]
  }

  /// Opens the file, or makes it.
  init(
    folder: String, envelope: KeyEnvelope, wrapping: SecretKey, sealing: Sealing
  ) throws(PatientStoreError) {
    self.folder = folder
    store = envelope.store
    self.sealing = sealing
    state = Mutex(State(wrapping: wrapping, generation: envelope.generation))
    queue = try StoreFile.queue("\(folder)/\(Self.fileName)")
    try StoreFile.doing("\(folder)/\(Self.fileName)") {
      try queue.write { db in
        try db.execute(
          sql: """
            CREATE TABLE IF NOT EXISTS dataKey(
              subject BLOB PRIMARY KEY, generation INTEGER NOT NULL, sealed BLOB NOT NULL
            ) WITHOUT ROWID
            """)
      }
    }
  }

  /// The data key of a patient; nil if there is none, because there is no such patient or no more.
  func key(of subject: Data) throws(PatientStoreError) -> SecretKey? {
    if let known = state.withLock({ $0.unwrapped[subject] }) { return known }
    let row = try doing {
      try queue.read { db in
        try Row.fetchOne(
          db, sql: "SELECT generation, sealed FROM dataKey WHERE subject = ?", arguments: [subject])
      }
    }
    guard let row else { return nil }
    return try unwrap(subject, generation: row["generation"], sealed: row["sealed"])
  }

  /// Unwraps all keys, before work on all patients.
  func unwrapAll() throws(PatientStoreError) {
    let rows = try doing {
      try queue.read { db in
        try Row.fetchAll(db, sql: "SELECT subject, generation, sealed FROM dataKey")
      }
    }
    for row in rows {
      let subject: Data = row["subject"]
      if state.withLock({ $0.unwrapped[subject] != nil }) { continue }
      _ = try unwrap(subject, generation: row["generation"], sealed: row["sealed"])
    }
  }

  /// The patients that have a key.
  func subjects() throws(PatientStoreError) -> Set<Data> {
    try doing {
      try queue.read { db in try Set(Data.fetchAll(db, sql: "SELECT subject FROM dataKey")) }
    }
  }

  /// A new key, which is nowhere yet.
  func prepareKey() -> SecretKey { SecretKey(Data(sealing.randomBytes(32))) }

  /// Stores the key of a patient who has none and waits until the disk has it.
  func store(_ key: SecretKey, of subject: Data) throws(PatientStoreError) {
    let (wrapping, generation) = state.withLock { ($0.wrapping, $0.generation) }
    let sealed = try wrap(key, subject, generation: generation, under: wrapping)
    try doing {
      try queue.write { db in
        try db.execute(
          sql: "INSERT INTO dataKey(subject, generation, sealed) VALUES (?, ?, ?)",
          arguments: [subject, generation, sealed])
      }
    }
    state.withLock { $0.unwrapped[subject] = key }
  }

  /// Deletes a patient's key for good and empties the write-ahead log.
  func destroyKey(of subject: Data) throws(PatientStoreError) {
    state.withLock { $0.unwrapped[subject] = nil }
    try doing {
      try queue.write { db in
        try db.execute(sql: "DELETE FROM dataKey WHERE subject = ?", arguments: [subject])
      }
      try checkpoint()
    }
  }

  /// Puts keys of an older generation under the present one, some at a time.
  ///
  /// - Parameters:
  ///   - previous: the wrapping key before.
  ///   - limit: stop after so many; nil for all. What is done stays done.
  /// - Returns: how many were wrapped anew.
  func rewrap(from previous: SecretKey, limit: Int?) throws(PatientStoreError) -> Int {
    let (wrapping, generation) = state.withLock { ($0.wrapping, $0.generation) }
    var done = 0
    while done < limit ?? .max {
      let batch = min(500, (limit ?? .max) - done)
      let rows = try doing {
        try queue.read { db in
          try Row.fetchAll(
            db, sql: "SELECT subject, generation, sealed FROM dataKey WHERE generation < ? LIMIT ?",
            arguments: [generation, batch])
        }
      }
      if rows.isEmpty { break }
      var wrapped: [(Data, Data)] = []
      for row in rows {
        let subject: Data = row["subject"]
        let key = try unwrap(
          subject, generation: row["generation"], sealed: row["sealed"], under: previous)
        wrapped.append((subject, try wrap(key, subject, generation: generation, under: wrapping)))
      }
      let entries = wrapped
      try doing {
        try queue.write { db in
          for (subject, sealed) in entries {
            try db.execute(
              sql: "UPDATE dataKey SET generation = ?, sealed = ? WHERE subject = ?",
              arguments: [generation, sealed, subject])
          }
        }
      }
      done += rows.count
    }
    try doing { try checkpoint() }
    return done
  }

  /// From now on, keys are wrapped under another key.
  func use(_ wrapping: SecretKey, generation: Int) {
    state.withLock {
      $0.wrapping = wrapping
      $0.generation = generation
    }
  }

  /// Lets the file go.
  func close() {
    try? checkpoint()
    try? queue.close()
  }

  private func checkpoint() throws {
    try queue.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
  }

  private func label(_ subject: Data, _ generation: Int) -> String {
    "\(store)|data key|\(generation)|\(subject.hex)"
  }

  private func wrap(
    _ key: SecretKey, _ subject: Data, generation: Int, under wrapping: SecretKey
  ) throws(PatientStoreError) -> Data {
    // AES key wrap would do, but GCM binds patient and generation as well.
    guard
      let sealed = sealing.seal(key.bytes, under: wrapping.key, label: label(subject, generation))
    else {
      throw PatientStoreError(
        .unreadable, place: folder, "a data key could not be wrapped; nothing was stored")
    }
    return sealed
  }

  private func unwrap(
    _ subject: Data, generation: Int, sealed: Data
  ) throws(PatientStoreError) -> SecretKey {
    let wrapping = state.withLock { $0.wrapping }
    let key = try unwrap(subject, generation: generation, sealed: sealed, under: wrapping)
    state.withLock { $0.unwrapped[subject] = key }
    return key
  }

  private func unwrap(
    _ subject: Data, generation: Int, sealed: Data, under wrapping: SecretKey
  ) throws(PatientStoreError) -> SecretKey {
    guard let bytes = Sealing.open(sealed, under: wrapping.key, label: label(subject, generation))
    else {
      throw PatientStoreError(
        .damaged, place: "\(folder)/\(Self.fileName)",
        "the data key of patient \(subject.prefix(6).hex) does not open; it was changed or moved, "
          + "so bring the file back from a copy")
    }
    return SecretKey(bytes)
  }

  private func doing<Result>(
    _ work: () throws -> Result
  ) throws(PatientStoreError) -> Result {
    try StoreFile.doing("\(folder)/\(Self.fileName)", work)
  }
}
