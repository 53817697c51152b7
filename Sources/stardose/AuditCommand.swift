internal import ArgumentParser
internal import PatientStore

/// `stardose audit`: what can be checked of an audit log without any secret.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Check the audit log of a store of patients.",
    subcommands: [AuditVerifyCommand.self])
}

/// `stardose audit verify`.
struct AuditVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every record's form, number, chain and signature, and the log's length.",
    discussion: """
      Needs the public key alone. Prints one sentence; the status is 0 if the log is whole, 1 if a record \
      is bad, which the sentence names, and 3 if a file can't be read. An anchor kept elsewhere also \
      shows that the whole folder was put back to an earlier day.
      """)

  @Argument(help: ArgumentHelp("The folder of the store.", valueName: "store"))
  var folder: String

  @Option(
    name: .long,
    help: ArgumentHelp("A copy of audit.anchor that was kept elsewhere.", valueName: "path"))
  var anchor: String?

  @Option(
    name: .long,
    help: ArgumentHelp("A copy of audit.pub that was kept elsewhere.", valueName: "path"))
  var publicKey: String?

  func run() throws {
    let verdict = try AuditLog.verify(folder: folder, anchor: anchor, publicKey: publicKey)
    print(verdict.sentence)
    if !verdict.isWhole { throw ExitCode(ExitStatus.failed.rawValue) }
  }
}
