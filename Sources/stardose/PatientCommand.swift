internal import ArgumentParser

/// `stardose patient`: keeps a store of patients.
struct PatientCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patient", abstract: "Keep a store of encrypted patients.",
    discussion: """
      A store is a folder. Whoever holds its key file or passphrase may do all of this at the console; the \
      audit log tells who did. The service lets each user do what their role allows.
      """,
    subcommands: [
      PatientCreateCommand.self, PatientAddCommand.self, PatientListCommand.self,
      PatientConsentCommand.self, PatientEraseCommand.self, PatientPurgeCommand.self,
      PatientRotateKeyCommand.self, PatientAddUserCommand.self,
    ])
}
