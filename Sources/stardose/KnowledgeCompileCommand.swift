internal import ArgumentParser
internal import KnowledgeCompiler

/// `stardose knowledge compile`.
struct KnowledgeCompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile", abstract: "Check a knowledgebase folder and lay it out in one file.")

  @Argument(help: "The folder of text files.")
  var folder = "knowledgebase"

  @Option(name: .shortAndLong, help: "The file to write.")
  var output = "knowledge.stardose"

  func run() throws {
    let summary = try KnowledgeCompilation.compile(directory: folder, output: output)
    print(
      "\(summary.output): \(summary.geneCount) genes, \(summary.alleleCount) alleles, "
        + "\(summary.drugCount) drugs, \(summary.ruleCount) rules in \(summary.byteCount) bytes; "
        + "content \(summary.identity), newest source \(summary.version)")
  }
}
