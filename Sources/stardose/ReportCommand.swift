internal import ArgumentParser

/// `stardose report`: what to do about each medicine.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Report what the genes mean for each medicine.",
    discussion: """
      What to do comes first, then why, then what was not tested. Each source speaks for itself: \
      where CPIC and DPWG differ, both stand.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(name: .shortAndLong, help: "Report on this medicine only (may be repeated).")
  var drug: [String] = []

  @Option(name: .shortAndLong, help: "The format to write.")
  var format = ReportFormat.text

  func validate() throws { try output.validate(format: format) }

  func run() throws {
    let run = try SampleRun(input, drugNames: drug)
    try output.write(run, format: format, hasGuidance: true)
    run.endProcess()
  }
}
