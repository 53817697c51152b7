internal import ArgumentParser
internal import KnowledgeCompiler

/// `stardose knowledge validate`.
struct KnowledgeValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check a knowledgebase folder and say all that is wrong.")

  @Argument(help: "The folder of text files.")
  var folder = "knowledgebase"

  @Flag(name: .long, help: "Print the errors only, not what a curator should know besides.")
  var errorsOnly = false

  func run() throws {
    let findings = KnowledgeCompilation.check(directory: folder)
    let errors = findings.filter { $0.severity == .error }
    if !errorsOnly { findings.filter { $0.severity == .note }.forEach { print($0) } }
    guard errors.isEmpty else { throw CurationError(errors) }
    print("\(folder): no errors, \(findings.count) notes")
  }
}
