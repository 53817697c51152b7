internal import ArgumentParser
internal import PharmacyService

/// Where the service listens and who may reach it.
struct NetworkOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The address to listen on.", valueName: "address"))
  var bind = "127.0.0.1"

  @Option(name: .long, help: "The port to listen on; 0 takes any that is free and prints it.")
  var port = 8787

  @Option(
    name: .long, help: ArgumentHelp("The certificate chain for TLS, in PEM.", valueName: "file"))
  var tlsCertificate: String?

  @Option(name: .long, help: ArgumentHelp("Its private key, in PEM.", valueName: "file"))
  var tlsKey: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A name clients may ask under, besides the address (may be repeated).", valueName: "name"))
  var hostName: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Public keys of decision-support clients: a JWK set whose keys carry iss and kid.",
      valueName: "file"))
  var clientKeys: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The address clients know the service by, where it is not the one they reach.",
      valueName: "url"))
  var publicAddress: String?

  @Option(name: .long, help: "Minutes of idleness until a user is signed out.")
  var idleMinutes = 15

  @Flag(name: .long, help: "Log warnings only.")
  var quiet = false

  func validate() throws {
    guard (1...60).contains(idleMinutes) else {
      throw ValidationError("--idle-minutes: \(idleMinutes) is not 1 to 60")
    }
  }

  /// The certificate, if there is to be TLS.
  func certificate() throws -> ServiceSettings.Certificate? {
    switch (tlsCertificate, tlsKey) {
    case (nil, nil): return nil
    case (let chain?, let key?): return ServiceSettings.Certificate(chain: chain, key: key)
    default:
      throw ServiceError(
        "--tls-certificate and --tls-key belong together; give both or neither", isUsage: true)
    }
  }
}
