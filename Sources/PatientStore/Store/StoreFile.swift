import Foundation
import GRDB

/// Opens the store's SQLite files, always in the same way.
///
/// Write-ahead log, `synchronous = FULL` so that a commit is on the disk, `secure_delete` so that what
/// is deleted is overwritten, temporary tables in memory.
enum StoreFile {
  /// One connection.
  static func queue(_ path: String) throws(PatientStoreError) -> DatabaseQueue {
    var configuration = configuration
    configuration.journalMode = .wal
    let settled = configuration
    return try doing(path) {
      let queue = try DatabaseQueue(path: path, configuration: settled)
      try queue.writeWithoutTransaction { db in try settle(db) }
      return queue
    }
  }

  /// One connection that writes and several that read.
  static func pool(_ path: String) throws(PatientStoreError) -> DatabasePool {
    try doing(path) {
      let pool = try DatabasePool(path: path, configuration: configuration)
      try pool.writeWithoutTransaction { db in try settle(db) }
      return pool
    }
  }

  /// Does something with a file and says so in a sentence if it fails, without any of its content.
  static func doing<Result>(
    _ path: String, _ work: () throws -> Result
  ) throws(PatientStoreError) -> Result {
    do {
      return try work()
    } catch let error as PatientStoreError {
      throw error
    } catch let error as DatabaseError {
      let isDamaged = [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
      throw PatientStoreError(
        isDamaged ? .damaged : .unreadable, place: path,
        "SQLite says '\(error.resultCode)' (\(error.resultCode.rawValue)); "
          + (isDamaged
            ? "bring the file back from a copy" : "check the disk's space and the access rights"))
    } catch {
      throw PatientStoreError(
        .unreadable, place: path, "the file can't be used; check the disk and the access rights")
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY")
    }
    return configuration
  }

  /// GRDB turns to NORMAL when it turns the write-ahead log on, so this comes after.
  static func settle(_ db: Database) throws {
    try db.execute(sql: "PRAGMA synchronous = FULL")
  }
}
