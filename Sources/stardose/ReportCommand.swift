internal import ArgumentParser
internal import Reports

/// `stardose report`: what to do about each medicine.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Report what the genes mean for each medicine.")

  /// The formats a report can be written in.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, html, json, tsv
  }

  @OptionGroup var input: InputOptions

  @Option(name: .shortAndLong, help: "Report on this medicine only (may be repeated).")
  var drug: [String] = []

  @Option(name: .shortAndLong, help: "text, html, json or tsv.")
  var format = Format.text

  @Option(name: .shortAndLong, help: "The file to write; standard output if not given.")
  var output: String?

  @Option(name: .long, help: "Print the chain from record to sentence for this gene.")
  var explain: String?

  func run() throws {
    let run = try SampleRun(input, drugNames: drug)
    let file = try OutputFile(path: output)
    run.remarks.forEach { printToStandardError("stardose: \($0)") }
    try SampleWriter(run: run, file: file).write(format: format.rawValue, hasGuidance: true)
  }
}
