internal import ArgumentParser
internal import PharmacyService

/// `stardose-server`: the pharmacist's service.
@main
struct ServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stardose-server", abstract: "Serve the pharmacist's pages and API.")

  @Option(name: .long, help: "The address to listen on.")
  var bind = "127.0.0.1"

  mutating func run() async throws { _ = ServiceSettings(host: bind) }
}
