internal import ArgumentParser
internal import Knowledge
internal import KnowledgeCompiler

/// `stardose knowledge compile`.
struct KnowledgeCompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile", abstract: "Check a knowledgebase folder and lay it out in one file.")

  @Argument(help: "The folder of text files.")
  var folder = "knowledgebase"

  @Option(name: .shortAndLong, help: "The file to write.")
  var output = "knowledge.stardose"

  @Flag(name: .long, help: "The folder is a pack: lay it over the knowledge base.")
  var pack = false

  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let base = pack ? try knowledge.open().content() : nil
    let summary = try KnowledgeCompilation.compile(directory: folder, over: base, output: output)
    let content = summary.content
    print(
      "\(summary.output): \(content.genes.count) genes, \(summary.alleleCount) alleles, "
        + "\(content.drugs.count) drugs, \(summary.ruleCount) rules, "
        + "\(content.medicines.count) medicines, \(content.risks.count) risks, "
        + "\(content.factors.count) patient factors in \(summary.byteCount) bytes; "
        + "content \(summary.identity), newest source \(summary.version)")
  }
}
