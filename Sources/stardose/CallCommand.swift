internal import ArgumentParser

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

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(name: .shortAndLong, help: "text, json or tsv.")
  var format = ReportFormat.text

  func validate() throws {
    if format == .html {
      throw ValidationError("'call' writes text, json or tsv; a page is made by 'stardose report'")
    }
    try output.validate(format: format)
  }

  func run() throws {
    try output.write(SampleRun(input, drugNames: nil), format: format, hasGuidance: false)
  }
}
