import Foundation
import GuidanceFixtures
import Hummingbird
import HummingbirdTesting
import Logging
import PatientStore
import Synchronization
import TestSupport

@testable import Knowledge
@testable import PharmacyService

/// A service over a small knowledge base, with a clock that tests turn.
final class ServiceFixture: Sendable {
  let server: Server
  let time = Time()
  private let folder: TemporaryFolder

  /// A clock's hand, in seconds since 1970.
  final class Time: Sendable {
    private let seconds = Mutex(1_800_000_000.0)
    var now: Double { seconds.withLock { $0 } }
    func advance(by step: Double) { seconds.withLock { $0 += step } }
  }

  static let passphrase = "a long passphrase"
  static let patient = """
    {"layout":"stardose-patient/1","id":"p1","name":"Some Body",
    "facts":{"ageYears":50},"medications":["clopidogrel"],
    "genes":[{"gene":"CYP2C19","diplotype":"*2/*2"}]}
    """

  /// - Parameter isDemonstration: Whether everyone is signed in; else there is a store with a user of
  ///   each role, named like it.
  init(
    isDemonstration: Bool = false, clientKeys: String? = nil,
    change: (inout ServiceSettings) -> Void = { _ in }
  ) async throws {
    folder = try TemporaryFolder()
    let file = KnowledgeFile(KnowledgeContent(genes: FixtureGenes.all, drugs: []))
    let path = try folder.write(
      file.fileBytes(identity: "0123456789ab", version: "2026-01-01"), to: "knowledge.stardose")
    var settings = ServiceSettings(port: 0)
    if !isDemonstration {
      let key = try folder.write([UInt8](repeating: 7, count: 32), to: "key")
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
      settings.patients = .store(folder: folder.file("store"), keyFile: key)
      try Self.makeStore(at: folder.file("store"), key: key)
    }
    if let clientKeys { settings.clientKeys = try folder.write(Array(clientKeys.utf8), to: "jwks") }
    change(&settings)
    let time = time
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    server = try await Server(
      settings, knowledge: KnowledgeBase(path: path), engine: "stardose test",
      demonstrationPatients: isDemonstration ? [Self.patient] : [], clock: Clock { time.now },
      logger: logger)
  }

  deinit { server.close() }

  private static func makeStore(at folder: String, key: String) throws {
    var settings = StoreSettings()
    settings.passphraseCost = .forTests
    settings.passwordCost = .forTests
    settings.clock = { Date(timeIntervalSince1970: 1_799_999_000) }
    let store = try EncryptedStore.create(at: folder, key: .keyFile(key), settings: settings)
    let setup = Requester(user: "setup", role: .admin, purpose: .operations)
    for role in Role.allCases {
      try store.users.add(role.rawValue, role: role, password: passphrase, as: setup)
    }
    store.close()
  }

  /// Runs the service for the length of a test.
  func run(_ test: @Sendable (Visitor) async throws -> Void) async throws {
    try await server.application().test(.live) { client in
      guard let port = client.port else { throw VisitError.noPort }
      try await test(Visitor(port: port))
    }
  }
}

enum VisitError: Error { case noPort, noSession }
