/// What the service is started with.
public struct ServiceSettings: Sendable, Hashable {
  /// The address to listen on.
  public var host: String
  /// The port to listen on.
  public var port: Int

  /// Makes settings.
  public init(host: String = "127.0.0.1", port: Int = 8787) {
    self.host = host
    self.port = port
  }
}
