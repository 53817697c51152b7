internal import ArgumentParser
internal import Foundation
internal import Guidance
internal import Knowledge
internal import Reports

/// The formats a run can be written in.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, html, json, tsv, fhir
}

/// Writes the samples of a run one by one, so that a cohort is never held whole.
struct SampleWriter {
  let run: SampleRun
  /// Whether drugs are reported, or calls alone.
  let hasGuidance: Bool
  /// The path to write to; nil for standard output.
  let output: String?

  /// Writes every sample in a format; what is written appears whole or not at all.
  func write(_ format: ReportFormat) throws {
    switch format {
    case .html where run.samples.count > 1:
      return try writeFolder("html") { HTMLReport($0).document }
    case .fhir where run.samples.count > 1:
      return try writeFolder("fhir.json") {
        String(decoding: FHIRBundle.document($0), as: UTF8.self)
      }
    default: break
    }
    try write { file in
      switch format {
      case .json: try writeJSON(to: file)
      case .tsv: try writeTable(to: file)
      case .text:
        for index in run.samples.indices {
          if index > 0 { try file.write("\n") }
          try file.write(TextReport(run.report(index)).document)
        }
      case .html: try file.write(HTMLReport(run.report(0)).document)
      case .fhir: try file.write(FHIRBundle.document(run.report(0)))
      }
    }
  }

  /// Writes the chain of evidence of some genes.
  func explain(_ genes: [String]) throws {
    try write { file in
      for index in run.samples.indices {
        let report = run.report(index, isChecked: false)
        if run.samples.count > 1 { try file.write("\(report.sampleID)\n") }
        for result in report.genes where genes.contains(result.gene.symbol) {
          let explanation = GeneExplanation(
            result, drugs: report.drugs, frequencies: try run.frequencies(of: result.gene.symbol),
            disagreements: report.disagreements[result.gene.symbol] ?? [],
            assembly: report.provenance.assembly)
          try file.write(explanation.document)
        }
      }
    }
  }

  private func write(_ body: (borrowing OutputFile) throws -> Void) throws {
    var file = try OutputFile(path: output)
    try body(file)
    try file.finish()
  }

  private func writeJSON(to file: borrowing OutputFile) throws {
    let json = JSONReport(guidance: hasGuidance)
    try file.write(json.head(run.provenance))
    for index in run.samples.indices { try file.write(json.sample(run.report(index), index)) }
    try file.write(json.tail())
  }

  private func writeTable(to file: borrowing OutputFile) throws {
    try file.write(hasGuidance ? TSVReport.guidanceHead : TSVReport.geneHead)
    for index in run.samples.indices {
      let report = run.report(index, isChecked: false)
      try file.write(hasGuidance ? TSVReport.guidance(report) : TSVReport.genes(report))
    }
  }

  /// One file for each sample, in a folder.
  private func writeFolder(
    _ ending: String, _ document: (ReportInput) -> String
  ) throws {
    guard let output, output != "-" else {
      throw RequestError(
        "the file has \(run.samples.count) samples and a page or bundle holds one; "
          + "name a folder with --output, or one sample with --sample")
    }
    let folder = URL(fileURLWithPath: output)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw OutputError(folder: output)
    }
    for index in run.samples.indices {
      let report = run.report(index)
      // As in a link, so that no two samples share a page.
      let name = report.sampleID.replacing("%", with: "%25").replacing("/", with: "%2F")
      var file = try OutputFile(path: folder.appendingPathComponent("\(name).\(ending)").path)
      try file.write(document(report))
      try file.finish()
    }
  }
}
