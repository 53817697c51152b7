public import Foundation

/// The clock, the source of random bytes and the limits of a store; tests fix them.
public struct StoreSettings: Sendable {
  /// The time.
  public var clock: @Sendable () -> Date = { Date() }
  /// Random bytes for keys, nonces and salts; anything but the system's is for tests.
  public var randomBytes: @Sendable (Int) -> [UInt8] = { count in
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }
  /// The cost of a passphrase, when a store is made or its key changed.
  public var passphraseCost = ScryptCost.passphrase
  /// The cost of a user's password.
  public var passwordCost = ScryptCost.password
  /// How long a broken glass stays open.
  public var breakGlassMinutes = 15
  /// The smallest count that an analyst is shown.
  public var minimumCell = 5
  /// After how many failed attempts in a row a user is shut out.
  public var failuresAllowed = 5
  /// How long a user is shut out.
  public var lockoutMinutes = 15
  /// After how many audit records the anchor is signed anew and written.
  public var anchorEvery = 64

  /// Makes settings for a house.
  public init() {}
}
