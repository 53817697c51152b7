internal import ArgumentParser
internal import Foundation
internal import PatientStore
internal import PharmacyService

/// Which patients are served.
struct PatientOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The folder of the patient store.", valueName: "folder"))
  var store: String?

  @Option(
    name: .long,
    help: ArgumentHelp("The file of the store's key: 32 bytes, mode 0600.", valueName: "file"))
  var keyFile: String?

  @Flag(name: .long, help: "Serve made-up patients to one user on this machine.")
  var demo = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The folder of the demonstration's patient documents; by default demo-patients beside the "
        + "program or here.", valueName: "folder"))
  var demoPatients: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Add a user to the store and stop; the passphrase is read from standard input. A store and "
        + "key that do not exist yet are made.", valueName: "name"))
  var addUser: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The new user's role: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "role"))
  var role: String?

  /// Where patients are kept.
  func place() throws -> ServiceSettings.Patients {
    switch (store, keyFile, demo) {
    case (nil, nil, true): return .demonstration
    case (let folder?, let key?, false): return .store(folder: folder, keyFile: key)
    default:
      throw ServiceError(
        "give --store and --key-file for real patients, or --demo for made-up ones", isUsage: true)
    }
  }

  /// The documents of the demonstration's patients, in the order of their files' names.
  func demonstrationPatients() throws -> [String] {
    guard demo else { return [] }
    let beside = (Bundle.main.executablePath ?? "").split(
      separator: "/", omittingEmptySubsequences: false
    ).dropLast().joined(separator: "/")
    let places = demoPatients.map { [$0] } ?? ["\(beside)/demo-patients", "scripts/demo-patients"]
    for place in places {
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: place) else {
        continue
      }
      return try names.filter { $0.hasSuffix(".json") }.sorted().map {
        try String(contentsOfFile: "\(place)/\($0)", encoding: .utf8)
      }
    }
    throw ServiceError(
      "no demonstration patients were found at \(places.joined(separator: " or ")); "
        + "name their folder with --demo-patients", isUsage: true)
  }

  /// Adds a user, making the store if there is none.
  func add(_ user: String, _ settings: ServiceSettings) throws {
    guard case .store(let folder, let keyFile) = settings.patients else {
      throw ServiceError("--add-user needs --store and --key-file", isUsage: true)
    }
    guard let name = role, let role = Role(rawValue: name) else {
      throw ServiceError(
        "--role: give one of \(Role.allCases.map(\.rawValue).joined(separator: ", "))",
        isUsage: true)
    }
    guard let passphrase = readLine(strippingNewline: true), !passphrase.isEmpty else {
      throw ServiceError(
        "--add-user: no passphrase came in on standard input; type or pipe one line",
        isUsage: true)
    }
    try NewUser(folder: folder, keyFile: keyFile).add(user, role: role, passphrase: passphrase)
    Ending.say("added \(user) as \(role.rawValue) to \(folder)")
  }
}
