internal import ArgumentParser
internal import Knowledge
internal import KnowledgeCompiler

/// `stardose knowledge validate`.
struct KnowledgeValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check a knowledgebase folder and say all that is wrong.")

  @Argument(help: "The folder of text files.")
  var folder = "knowledgebase"

  @Flag(name: .long, help: "Print what a curator should know besides the errors.")
  var notes = false

  @Flag(name: .long, help: "The folder is a pack: check it laid over the knowledge base.")
  var pack = false

  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let base = pack ? try knowledge.open().content() : nil
    let findings = KnowledgeCompilation.check(directory: folder, over: base)
    let errors = findings.filter { $0.severity == .error }
    if notes { findings.filter { $0.severity == .note }.forEach { print($0) } }
    guard errors.isEmpty else { throw CurationError(errors) }
    let hint = notes || findings.isEmpty ? "" : " (--notes prints them)"
    print("\(folder): no errors, \(findings.count) notes\(hint)")
  }
}
