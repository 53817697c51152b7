/// What the service is started with.
public struct ServiceSettings: Sendable, Hashable {
  /// The address to listen on.
  public var host: String
  /// The port to listen on; 0 takes any that is free.
  public var port: Int
  /// Where patients are kept.
  public var patients: Patients
  /// The certificate and its key; nil serves without TLS.
  public var certificate: Certificate?
  /// Names under which clients may ask for this service, besides the loopback names and `host`.
  public var hostNames: [String] = []
  /// The file of public keys of decision-support clients (a JWK set, each key with `iss` and `kid`).
  public var clientKeys: String?
  /// The address clients know the service by, such as `https://pharmacy.example`; nil is the `Host` they name.
  public var publicAddress: String?
  /// The largest body taken, in bytes.
  public var largestBody = 4 * 1024 * 1024
  /// How deep a JSON body may be nested.
  public var deepestJSON = 32
  /// How long one request may take, in seconds.
  public var requestSeconds = 15.0
  /// How long a connection may be silent, in seconds.
  public var connectionSeconds = 60
  /// What ends a session and a guesser.
  public var sessions = SessionRules()

  /// Where patients are kept.
  public enum Patients: Sendable, Hashable {
    /// Made-up patients in memory, for one user on this machine.
    case demonstration
    /// An encrypted store in a folder, opened by the key in a file.
    case store(folder: String, keyFile: String)
  }

  /// The files of a certificate chain and its private key, in PEM.
  public struct Certificate: Sendable, Hashable {
    /// The certificate chain's file.
    public var chain: String
    /// The private key's file.
    public var key: String

    /// Makes a certificate.
    public init(chain: String, key: String) {
      self.chain = chain
      self.key = key
    }
  }

  /// Makes settings.
  public init(
    host: String = "127.0.0.1", port: Int = 8787, patients: Patients = .demonstration,
    certificate: Certificate? = nil
  ) {
    self.host = host
    self.port = port
    self.patients = patients
    self.certificate = certificate
  }

  /// Whether only this machine can reach the address.
  public var isLoopback: Bool { Self.isLoopback(host) }

  /// Refuses what would let others in without TLS and a sign-in.
  public func check() throws(ServiceError) {
    guard (0...65535).contains(port) else {
      throw ServiceError("--port: \(port) is no port; give 0 to 65535", isUsage: true)
    }
    guard !isLoopback else { return }
    guard patients != .demonstration else {
      throw ServiceError(
        "--bind \(host): the demonstration signs everyone in, so it listens to this machine alone; "
          + "leave --bind out, or serve a store", isUsage: true)
    }
    guard certificate != nil else {
      throw ServiceError(
        "--bind \(host): other machines could reach this address, and without TLS they could read "
          + "along; give --tls-certificate and --tls-key, or leave --bind out", isUsage: true)
    }
  }

  static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
