internal import ArgumentParser
internal import KnowledgeCompiler

/// `stardose knowledge`: what is known, and where from.
struct KnowledgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "knowledge", abstract: "Compile, check and look into the knowledge base.",
    subcommands: [Compile.self, Validate.self])

  /// `stardose knowledge compile`.
  struct Compile: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check a knowledgebase folder and lay it out in one file.")

    @Argument(help: "The folder of text files.") var folder: String = "knowledgebase"
    @Option(name: .shortAndLong, help: "The file to write.") var output: String

    func run() throws {
      let summary = try KnowledgeCompilation.compile(directory: folder, output: output)
      print(
        "\(summary.output): \(summary.byteCount) bytes, \(summary.geneCount) genes, "
          + "\(summary.alleleCount) alleles, \(summary.drugCount) drugs, \(summary.ruleCount) rules; "
          + "content \(summary.identity), newest source \(summary.version)")
    }
  }

  /// `stardose knowledge validate`.
  struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check a knowledgebase folder and say all that is wrong with it.")

    @Argument(help: "The folder of text files.") var folder: String = "knowledgebase"

    func run() throws {
      let findings = KnowledgeCompilation.check(directory: folder)
      for finding in findings { print(finding) }
      let errors = findings.count { $0.severity == .error }
      print("\(errors) errors, \(findings.count - errors) notes")
      if errors > 0 { throw CurationError(findings.filter { $0.severity == .error }) }
    }
  }
}
