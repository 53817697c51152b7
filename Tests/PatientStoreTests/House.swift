import Foundation
import Guidance
import PatientStore
import Synchronization
import TestSupport

/// A store in a folder of its own, with a clock that stands until it is moved.
final class House: Sendable {
  let folder: TemporaryFolder
  let key: StoreKey
  let time: Clock
  let settings: StoreSettings

  /// A clock for tests.
  final class Clock: Sendable {
    private let now = Mutex(Date(timeIntervalSince1970: 1_800_000_000))
    var date: Date { now.withLock { $0 } }
    func move(days: Double = 0, minutes: Double = 0) {
      now.withLock { $0.addTimeInterval(days * 86_400 + minutes * 60) }
    }
  }

  static let lab = Requester(user: "lena", role: .lab, purpose: .pgx)
  static let pharmacist = Requester(user: "paul", role: .pharmacist, purpose: .pgx)
  static let analyst = Requester(user: "anna", role: .analyst, purpose: .research)
  static let auditor = Requester(user: "otto", role: .auditor, purpose: .operations)
  static let admin = Requester(user: "ada", role: .admin, purpose: .operations)

  init(passphrase: String = "correct horse battery staple") throws {
    folder = try TemporaryFolder()
    key = .passphrase(passphrase)
    let time = Clock()
    self.time = time
    var settings = StoreSettings()
    settings.clock = { time.date }
    settings.passphraseCost = .forTests
    settings.passwordCost = .forTests
    self.settings = settings
  }

  var path: String { folder.file("store") }
  func file(_ name: String) -> String { "\(path)/\(name)" }

  func create() throws -> EncryptedStore {
    try EncryptedStore.create(at: path, key: key, settings: settings)
  }

  func open(_ other: StoreKey? = nil) throws -> EncryptedStore {
    try EncryptedStore.open(at: path, key: other ?? key, settings: settings)
  }

  /// Consent to what is named, from the clock's time on.
  func consents(_ purposes: Purpose..., expires: Date? = nil) -> Consents {
    var consents = Consents()
    for purpose in purposes { consents[purpose] = Consent(granted: time.date, expires: expires) }
    return consents
  }

  static func patient(_ id: String, name: String? = "Marta Quast") -> PatientRecord {
    var facts = PatientFacts()
    facts.ageYears = 61
    facts.eGFR = 45
    return PatientRecord(
      id: id, name: name, birthDate: "1965-04-12", facts: facts,
      medications: ["clopidogrel 75 mg", "omeprazole 20 mg"],
      calls: Data(#"{"layout":"stardose-report/1","gene":"CYP2C19","call":"*2/*17"}"#.utf8))
  }

  /// The lines of the audit log.
  func auditLines() throws -> [String] {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: file("audit.jsonl"))), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }

  func write(auditLines lines: [String]) throws {
    try Data(lines.map { $0 + "\n" }.joined().utf8)
      .write(to: URL(fileURLWithPath: file("audit.jsonl")))
  }
}

/// The kind and sentence of the store's refusal, or a failure of the test's own.
func refusal(_ work: () throws -> Void) -> PatientStoreError? {
  do {
    try work()
    return nil
  } catch {
    return error as? PatientStoreError
  }
}
