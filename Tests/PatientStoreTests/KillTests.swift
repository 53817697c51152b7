import Foundation
import Guidance
import PatientStore
import TestSupport
import Testing

/// A thousand writes in a process that is killed, again and again, whatever it is doing.
@Test func `Killing the process during a thousand writes loses nothing that was acknowledged`()
  throws
{
  let house = try House()
  let key = try house.folder.write((0..<32).map { UInt8($0 * 7) }, to: "key")
  try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
  try EncryptedStore.create(at: house.path, key: .keyFile(key), settings: house.settings).close()
  var generator = Steps(state: 20_261_130)
  var acknowledged = -1
  var kills = 0
  while acknowledged < 999 {
    let rest = 999 - acknowledged
    let writer = try Writer(house.path, key, first: acknowledged + 1, count: rest)
    // Killed once some writes are acknowledged, and a random moment later; let through in the end.
    let wanted = kills < 8 ? 1 + generator.next(below: 120) : rest
    acknowledged = try writer.run(until: wanted, then: generator.next(below: 4_000)) ?? acknowledged
    kills += 1

    let store = try EncryptedStore.open(
      at: house.path, key: .keyFile(key), settings: house.settings)
    let count = acknowledged + 1
    #expect(store.count() >= (count + 1) / 2, "after \(count) writes")
    // All that were acknowledged are there, and at most the one under way besides.
    for patient in 0..<((count + 1) / 2) {
      let record = try store.get("P\(patient)", as: House.pharmacist)
      let latest = min(2 * patient + 1, acknowledged)
      let medication = try #require(record.medications.first)
      let written = try #require(Int(medication.dropFirst(6)))
      #expect(written == latest || written == acknowledged + 1, "P\(patient)")
      #expect(record.calls == Data(repeating: UInt8(truncatingIfNeeded: written), count: 2_000))
    }
    store.close()
    let verdict = try AuditLog.verify(folder: house.path)
    #expect(verdict.isWhole, "\(verdict.sentence)")
  }
  #expect(acknowledged == 999 && kills >= 9)
  // Each acknowledged write was announced and ended in the log.
  let ended = try house.auditLines().count {
    $0.contains("\"action\":\"put\"")
      && ($0.contains("\"outcome\":\"done\"") || $0.contains("\"outcome\":\"found-done\""))
  }
  #expect(ended >= 1_000)
}

/// A process that writes.
private final class Writer {
  private let process = Process()
  private let output = Pipe()

  init(_ folder: String, _ key: String, first: Int, count: Int) throws {
    process.executableURL = Self.executable
    process.arguments = [folder, key, String(first), String(count)]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// Lets it acknowledge some writes, waits some microseconds, kills it.
  ///
  /// - Returns: the last write it acknowledged, read to the end of what it said; nil for none.
  func run(until wanted: Int, then microseconds: Int) throws -> Int? {
    var said = Data()
    while said.count(where: { $0 == UInt8(ascii: "\n") }) < wanted {
      let some = output.fileHandleForReading.availableData
      if some.isEmpty { break }
      said.append(some)
    }
    usleep(UInt32(microseconds))
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    while true {
      let some = output.fileHandleForReading.availableData
      if some.isEmpty { break }
      said.append(some)
    }
    return String(decoding: said, as: UTF8.self).split(separator: "\n").last.flatMap { Int($0) }
  }

  /// The program: the one named by `STARDOSE_STORE_WRITER`, else the debug build, else the release build.
  private static let executable: URL = {
    if let path = ProcessInfo.processInfo.environment["STARDOSE_STORE_WRITER"] {
      return URL(fileURLWithPath: path, relativeTo: SharedCases.root)
    }
    let builds = ["debug", "release"].map {
      SharedCases.root.appendingPathComponent(".build/\($0)/store-writer")
    }
    return builds.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? builds[0]
  }()
}

/// Numbers that are the same in every run.
private struct Steps {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
