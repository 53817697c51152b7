internal import ArgumentParser
internal import Reports

/// `stardose check`: what the data are worth, before any answer.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell whether each sample is fit for pharmacogenomics, and why not.",
    discussion: """
      Looks at the coverage of the known positions, the assembly, reference bases, allele balance, \
      phase and, with --reads, at the reads. It is a report: an unfit sample is no error, and call \
      and report answer it all the same.
      """)

  @OptionGroup var input: InputOptions

  @Option(name: .shortAndLong, help: "The format to write.")
  var format = Format.text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; standard output if not given.", valueName: "path"))
  var output: String?

  @Flag(name: .shortAndLong, help: "Keep remarks on the input off standard error.")
  var quiet = false

  /// The formats a check can be written in.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func run() throws {
    let run = try SampleRun(input, drugNames: nil)
    if !quiet { run.remarks.forEach { printToStandardError("stardose: \($0)") } }
    var file = try OutputFile(path: output)
    switch format {
    case .text:
      for index in run.samples.indices {
        if index > 0 { try file.write("\n") }
        try file.write(
          CheckText(sampleID: run.samples[index], check: run.check(index)).document)
      }
    case .json:
      let report = CheckReport()
      try file.write(report.head(run.provenance))
      for index in run.samples.indices {
        try file.write(
          report.sample(sampleID: run.samples[index], check: run.check(index), index: index))
      }
      try file.write(report.tail())
    }
    try file.finish()
  }
}
