internal import PatientStore

/// Who is signed in.
struct SignedInUser: Sendable, Hashable {
  var name: String
  var role: Role

  /// What the store is told of them.
  var requester: Requester { requester(reason: nil) }

  /// What the store is told of them where they give a reason.
  func requester(reason: String?) -> Requester {
    let purpose: Purpose =
      switch role {
      case .lab, .pharmacist: .pgx
      case .analyst: .research
      case .auditor, .admin: .operations
      }
    return Requester(user: name, role: role, purpose: purpose, reason: reason)
  }
}
