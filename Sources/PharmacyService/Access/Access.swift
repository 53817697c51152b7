internal import PatientStore

/// Who may use an address.
enum Access: Sendable, Hashable {
  /// Anyone who reaches the service.
  case anyone
  /// Anyone who has signed in.
  case signedIn
  /// Those whose role has a permission; which roles have it is the store's table.
  case may(Permission)
  /// A decision-support client with a signed token; on the demonstration, anyone on this machine.
  case client
  /// A client, or a user whose role has a permission.
  case clientOrMay(Permission)

  /// Whether a role may use it.
  func admits(_ role: Role) -> Bool {
    switch self {
    case .anyone, .signedIn: true
    case .may(let permission), .clientOrMay(let permission): permission.isGranted(to: role)
    case .client: false
    }
  }
}
