internal import ArgumentParser
internal import Foundation
internal import Knowledge
internal import KnowledgeCompiler
internal import Reports

/// `stardose knowledge diff`.
struct KnowledgeDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what differs between two knowledge bases, and for which stored samples.",
    discussion: """
      A knowledge base is a compiled file or a folder of text files. Rules are held against each \
      other by condition and population. With --calls, the diplotypes of stored results are looked \
      up in both, and every sample is named for which a gene's result or a drug's guidance differs.
      """)

  @Argument(help: "The older knowledge base: a compiled file or a folder.")
  var old: String

  @Argument(help: "The newer one.")
  var new: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A JSON result of 'call' or 'report', or a folder of them.", valueName: "folder"))
  var calls: String?

  @Option(name: .shortAndLong, help: "The format to write.")
  var format = Format.text

  /// The formats a difference can be written in.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func run() throws {
    let (older, newer) = (try Self.edition(old), try Self.edition(new))
    let difference = KnowledgeDifference(from: older.content, to: newer.content)
    let samples = try calls.map { try Self.samples(in: $0, older, newer, difference) }
    let report = KnowledgeDifferenceReport(
      old: older, new: newer, difference: difference, samples: samples)
    var output = try OutputFile(path: nil)
    try output.write(format == .text ? report.text : report.json)
    try output.finish()
  }

  /// All that a compiled file or a folder holds.
  private static func edition(_ path: String) throws -> KnowledgeEdition {
    guard isFolder(path) else { return try KnowledgeEdition(KnowledgeBase(path: path)) }
    do {
      return try KnowledgeCompilation.edition(directory: path)
    } catch {
      throw CurationError(error.findings.map { $0.placed(in: path) })
    }
  }

  private static func samples(
    in path: String, _ old: KnowledgeEdition, _ new: KnowledgeEdition,
    _ difference: KnowledgeDifference
  ) throws -> StoredSamples {
    let comparison = SampleComparison(from: old, to: new)
    var samples = StoredSamples()
    for file in try files(in: path) {
      let report = try StoredReport(TextFile.read(file), file: file)
      samples.count += report.sampleIDs.count
      samples.changes += comparison.changes(in: report)
      samples.redefinedGenes.formUnion(
        comparison.genes(in: report).intersection(difference.redefinedGenes))
      if ![old.identity, new.identity].contains(report.knowledgeIdentity) {
        samples.strangers.append(file)
      }
    }
    return samples
  }

  /// The file named, or the JSON files of the folder named, in the order of their names.
  private static func files(in path: String) throws -> [String] {
    guard isFolder(path) else { return [path] }
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(".json") }.sorted()
    guard !names.isEmpty else { throw StoredReportError(.emptyFolder, file: path) }
    return names.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
  }

  private static func isFolder(_ path: String) -> Bool {
    let place = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let type = try? FileManager.default.attributesOfItem(atPath: place)[.type] as? FileAttributeType
    return type == .typeDirectory
  }
}

extension CurationFinding {
  /// The same with the folder before its file, where there are two folders.
  fileprivate func placed(in folder: String) -> CurationFinding {
    CurationFinding(
      severity, file: "\(folder)/\(file)", line: line, what: what, found: found, remedy: remedy)
  }
}
