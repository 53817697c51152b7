internal import ArgumentParser

/// The options of `call` and `report` that say what to write and where.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; standard output if not given.", valueName: "path"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Print, in place of a report, the chain from record to sentence for this gene (may be repeated).",
      valueName: "gene"))
  var explain: [String] = []

  @Flag(name: .shortAndLong, help: "Keep remarks on the input off standard error.")
  var quiet = false

  func validate(format: ReportFormat) throws {
    if !explain.isEmpty, format != .text {
      throw ValidationError("--explain prints text; leave --format out")
    }
  }

  /// Writes a run.
  func write(_ run: SampleRun, format: ReportFormat, hasGuidance: Bool) throws {
    if !quiet { run.remarks.forEach { printToStandardError("stardose: \($0)") } }
    let writer = SampleWriter(run: run, hasGuidance: hasGuidance, output: output)
    guard explain.isEmpty else {
      if let stranger = explain.first(where: { run.genes[$0] == nil }) {
        throw RequestError(
          "the knowledge base has no gene '\(stranger)'; 'stardose knowledge list' names them all")
      }
      return try writer.explain(explain)
    }
    try writer.write(format)
  }
}
