/// Who asks, in which role, and what for; every call of the store is made by one.
public struct Requester: Sendable, Hashable {
  /// The user's name, as it is written to the audit log.
  public var user: String
  /// The role the user acts in.
  public var role: Role
  /// What the request is for.
  public var purpose: Purpose
  /// Why, where a reason is asked for; it is encrypted in the audit log.
  public var reason: String?

  /// Makes a requester.
  public init(user: String, role: Role, purpose: Purpose, reason: String? = nil) {
    self.user = user
    self.role = role
    self.purpose = purpose
    self.reason = reason
  }
}
