internal import ArgumentParser
internal import Foundation

/// `stardose serve`: starts the service's own program, which lies beside this one.
///
/// It is a program of its own so that the command line does not carry a web server.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve the pharmacist's pages and API on this machine.",
    discussion: "The options are those of stardose-server; see 'stardose serve --help'.",
    helpNames: [])

  @Argument(parsing: .captureForPassthrough, help: "What to tell the service.")
  var arguments: [String] = []

  func run() throws {
    let own = Bundle.main.executablePath ?? ""
    let server =
      own.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/stardose-server"
    guard FileManager.default.isExecutableFile(atPath: server) else {
      throw RequestError(
        "\(server): the service's program is not there; build it with scripts/build-release")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: server)
    process.arguments = arguments
    // The service stops by itself, gracefully, once this process is gone.
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["STARDOSE_SERVES_FOR": "\(ProcessInfo.processInfo.processIdentifier)"]) { _, new in new }
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ExitCode(process.terminationStatus) }
  }
}
