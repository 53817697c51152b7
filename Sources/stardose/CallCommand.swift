internal import ArgumentParser
internal import Reports

/// `stardose call`: star alleles and phenotypes, no guidance.
struct CallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call",
    abstract: "Call star alleles and phenotypes of every sample in a file.",
    discussion: """
      Prints every top-ranked diplotype, every diplotype that no observed position contradicts, \
      and the missing position that would settle the choice. A position without a record is not \
      read as reference unless a gVCF block, --callable or --absent-is-reference says so.
      """)

  /// The formats a call can be written in.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, tsv
  }

  @OptionGroup var input: InputOptions

  @Option(name: .shortAndLong, help: "text, json or tsv.")
  var format = Format.text

  @Option(name: .shortAndLong, help: "The file to write; standard output if not given.")
  var output: String?

  @Option(name: .long, help: "Print the chain from record to phenotype for this gene.")
  var explain: String?

  func run() throws {
    let run = try SampleRun(input, drugNames: nil)
    let file = try OutputFile(path: output)
    run.remarks.forEach { printToStandardError("stardose: \($0)") }
    try SampleWriter(run: run, file: file).write(format: format.rawValue, hasGuidance: false)
  }
}
