/// What ends a session; what locks a name that guesses is the store's.
public struct SessionRules: Sendable, Hashable {
  /// Seconds of idleness until a session ends.
  public var idleSeconds = 900
  /// Seconds until a session ends however busy it is.
  public var lifetimeSeconds = 43_200

  /// Makes the default rules: 15 minutes idle, 12 hours at most.
  public init() {}
}
