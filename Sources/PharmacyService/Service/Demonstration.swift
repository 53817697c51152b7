internal import Reports
internal import PatientStore

/// A demonstration: made-up patients, and a user of every role that has a screen.
public enum Demonstration {
  /// The user everyone is who has not signed in.
  public static let standIn = "demo-pharmacist"
  /// The passphrase of all users of a demonstration; the program prints it.
  public static let passphrase = "demonstration"
  /// The users and their roles.
  static let users: [(name: String, role: Role)] = [
    (standIn, .pharmacist), ("demo-lab", .lab), ("demo-analyst", .analyst),
    ("demo-auditor", .auditor), ("demo-admin", .admin),
  ]

  /// The names of the users.
  public static var userNames: [String] { users.map(\.name) }

  /// Adds the users and the patients; all patients have agreed to everything.
  static func prepare(_ handlers: Handlers, patients: [String]) throws {
    let setup = Requester(user: "setup", role: .admin, purpose: .operations)
    for user in users {
      try handlers.store.users.add(
        user.name, role: user.role, password: passphrase, as: setup)
    }
    let lab = Caller.user(
      Session(
        user: SignedInUser(name: "demo-lab", role: .lab), csrf: "", opened: 0, used: 0),
      token: nil)
    for text in patients {
      let patient = try handlers.load(text, lab)
      _ = try handlers.setConsent(
        patient.id, Purpose.research.rawValue, isGiven: true, until: nil, lab)
    }
  }
}
