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

  @Option(name: .shortAndLong, help: "The format to write.")
  var format = Format.text

  /// The formats calls can be written in; a page is for guidance.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, tsv

    var report: ReportFormat {
      switch self {
      case .text: .text
      case .json: .json
      case .tsv: .tsv
      }
    }
  }

  func validate() throws { try output.validate(format: format.report) }

  func run() throws {
    let drugs: [String]? = output.explain.isEmpty ? nil : []
    let run = try SampleRun(input, drugNames: drugs)
    try output.write(run, format: format.report, hasGuidance: false)
    run.endProcess()
  }
}
