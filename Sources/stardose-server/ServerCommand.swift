internal import ArgumentParser
internal import Foundation
internal import Knowledge
internal import Logging
internal import PatientStore
internal import PharmacyService

/// `stardose-server`: the pharmacist's service.
@main
struct ServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stardose serve", abstract: "Serve the pharmacist's pages and API.",
    discussion: """
      Listens to this machine alone unless told otherwise; another address needs TLS. Give --store \
      and --key-file for real patients, or --demo for made-up ones.
      """)

  @OptionGroup var patients: PatientOptions
  @OptionGroup var network: NetworkOptions

  @Option(name: .long, help: ArgumentHelp("The compiled knowledge base.", valueName: "file"))
  var knowledge: String?

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      Ending.end(with: error)
    }
  }

  mutating func run() async throws {
    let settings = try settings()
    try settings.check()
    if let user = patients.addUser { return try patients.add(user, settings) }
    let knowledge = try KnowledgeBase(
      path: KnowledgeLocator.find(
        flag: knowledge, environment: ProcessInfo.processInfo.environment,
        executablePath: Bundle.main.executablePath ?? ""))
    var logger = Logger(label: "stardose", factory: { StreamLogHandler.standardError(label: $0) })
    logger.logLevel = network.quiet ? .warning : .info
    let server = try await Server(
      settings, knowledge: knowledge, engine: "stardose \(Edition.version)",
      demonstrationPatients: try patients.demonstrationPatients(), logger: logger)
    let isDemo = patients.demo
    let watch = ParentWatch.begin()
    defer { watch?.cancel() }
    try await server.run { address in
      Ending.say(
        "stardose serves at \(address)" + (isDemo ? " (demonstration, made-up patients)" : ""))
      guard isDemo else { return }
      Ending.say(
        "Everyone is signed in as \(Demonstration.standIn); other users: "
          + "\(Demonstration.userNames.joined(separator: ", ")), passphrase '\(Demonstration.passphrase)'"
      )
    }
  }

  private func settings() throws -> ServiceSettings {
    var settings = ServiceSettings(
      host: network.bind, port: network.port, patients: try patients.place(),
      certificate: try network.certificate())
    settings.hostNames = network.hostName
    settings.clientKeys = network.clientKeys
    settings.publicAddress = network.publicAddress
    settings.sessions.idleSeconds = network.idleMinutes * 60
    return settings
  }
}
