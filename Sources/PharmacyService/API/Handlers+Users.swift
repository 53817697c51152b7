internal import Foundation
internal import Hummingbird
internal import PatientStore

/// Who may sign in.
extension Handlers {
  func users(_ caller: Caller) throws -> Answer {
    .json(try store.users.list(as: caller.requester).map(UserBody.init))
  }

  func addUser(_ call: Call, _ caller: Caller) async throws -> Answer {
    let wish = try call.json(NewUser.self)
    let (users, requester) = (store.users, caller.requester)
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(
          with: Result {
            try users.add(wish.user, role: wish.role, password: wish.passphrase, as: requester)
          })
      }
    }
    return .json(["user": wish.user], status: .created)
  }

  /// Gives a user another role or lets them in no more; their sessions end.
  func setUser(_ call: Call, _ caller: Caller) async throws -> Answer {
    let wish = try call.json(UserWish.self)
    let user = try call.parameter("user")
    if let role = wish.role { try store.users.setRole(role, of: user, as: caller.requester) }
    switch wish.isDisabled {
    case true: try store.users.disable(user, as: caller.requester)
    case false: try store.users.enable(user, as: caller.requester)
    default: break
    }
    await sessions.closeAll(of: user)
    return .done
  }
}

/// A user as administrators see them.
private struct UserBody: Encodable {
  var user: String
  var role: Role
  var isDisabled: Bool

  init(_ account: Account) {
    user = account.user
    role = account.role
    isDisabled = account.isDisabled
  }
}

/// A user to add.
private struct NewUser: Decodable, Sendable {
  var user: String
  var role: Role
  var passphrase: String
}

/// What is to change of a user.
private struct UserWish: Decodable {
  var role: Role?
  var isDisabled: Bool?
}
