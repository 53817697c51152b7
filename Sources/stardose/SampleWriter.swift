internal import Reports

/// Writes the samples of a run one by one, so that a cohort is never held whole.
struct SampleWriter {
  let run: SampleRun
  let file: OutputFile

  /// Writes every sample and makes the file appear.
  func write(format: String, hasGuidance: Bool) throws {
    let json = JSONReport(guidance: hasGuidance)
    for index in run.samples.indices {
      let report = run.report(index)
      if index == 0 { try file.write(json.head(report.provenance)) }
      try file.write(json.sample(report, index))
    }
    try file.write(json.tail())
    try file.finish()
  }
}
