/// Why the service does not start.
public struct ServiceError: Error, Sendable, Hashable, CustomStringConvertible {
  /// One sentence: where, what was wrong, what was found, what to do.
  public var description: String
  /// Whether the command line asks for something that is refused, rather than that something failed.
  public var isUsage: Bool

  /// Makes an error.
  public init(_ description: String, isUsage: Bool = false) {
    self.description = description
    self.isUsage = isUsage
  }
}
