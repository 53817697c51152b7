public import Foundation

/// A user of the service.
public struct Account: Sendable, Hashable {
  /// The name the user signs in with.
  public let user: String
  /// What the user may do.
  public let role: Role
  /// Whether an administrator shut the user out.
  public let isDisabled: Bool
  /// Until when the user is shut out after failed attempts; it may be past.
  public let lockedUntil: Date?
}
