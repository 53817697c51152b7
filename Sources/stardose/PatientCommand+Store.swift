internal import ArgumentParser
internal import PatientStore

/// `stardose patient create`.
struct PatientCreateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Make an empty store in a new folder.")

  @OptionGroup var options: StoreOptions

  func run() throws {
    let key: StoreKey =
      if let file = options.keyFile {
        .keyFile(file)
      } else {
        .passphrase(
          try Secret.read("new passphrase", variable: "STARDOSE_PASSPHRASE", isNew: true))
      }
    try EncryptedStore.create(at: options.folder, key: key).close()
    print("\(options.folder) is ready; keep its key, and a copy of audit.pub, somewhere else")
  }
}

/// `stardose patient rotate-key`.
struct PatientRotateKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate-key", abstract: "Lock a store with a new key file or passphrase.",
    discussion: """
      Data keys are wrapped anew, records are not encrypted again. A change that is interrupted goes on \
      when the store is opened next with the new key.
      """)

  @OptionGroup var options: StoreOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      The new key file. Without it the new passphrase is taken from STARDOSE_NEW_PASSPHRASE, or asked for.
      """, valueName: "path"))
  var newKeyFile: String?

  func run() throws {
    try options.withStore { store in
      let key: StoreKey =
        if let newKeyFile {
          .keyFile(newKeyFile)
        } else {
          .passphrase(
            try Secret.read("new passphrase", variable: "STARDOSE_NEW_PASSPHRASE", isNew: true))
        }
      let count = try store.rotateKey(to: key, as: options.requester(.admin))
      print("data keys put under the new key: \(count); the old key opens nothing any more")
    }
  }
}

/// `stardose patient purge`.
struct PatientPurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract: "Erase patients not used for long, and those whose every consent has ended.")

  @OptionGroup var options: StoreOptions

  @Option(
    name: .long,
    help: "Erase those last stored, changed or read more than so many days ago; none if not given.")
  var unusedDays: Int?

  func run() throws {
    try options.withStore { store in
      let result = try store.purge(unusedDays: unusedDays, as: options.requester(.admin))
      print(
        "erased as unused: \(result.unused); because every consent has ended: \(result.expired)")
    }
  }
}

/// `stardose patient add-user`.
struct PatientAddUserCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-user", abstract: "Add a user of the service.",
    discussion: "The password is taken from STARDOSE_USER_PASSWORD, or asked for.")

  @OptionGroup var options: StoreOptions

  @Argument(help: "The name the user will sign in with.")
  var name: String

  @Option(
    name: .long,
    help: "What the user may do: lab, pharmacist, analyst, auditor or admin.",
    transform: { text in
      guard let role = Role(rawValue: text) else {
        throw ValidationError(
          "'\(text)' is no role; take lab, pharmacist, analyst, auditor or admin")
      }
      return role
    })
  var role: Role

  func run() throws {
    try options.withStore { store in
      let password = try Secret.read(
        "password of \(name)", variable: "STARDOSE_USER_PASSWORD", isNew: true)
      try store.users.add(name, role: role, password: password, as: options.requester(.admin))
      print("\(name) may sign in as \(role.rawValue)")
    }
  }
}
