import Foundation
import Genome
import GenomeFiles

/// A folder for the files of one test, removed afterwards.
final class Folder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "stardose-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Writes a file and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Data(text.utf8))
  }

  /// Writes a file and gives its path.
  func file(_ name: String, _ data: Data) throws -> String {
    try data.write(to: URL(fileURLWithPath: self(name)))
    return self(name)
  }

  /// The bytes of a file.
  func data(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: self(name)))
  }

  /// Writes a BGZF file, or one gzip stream, and gives its path.
  func compressed(_ name: String, _ text: String, isPlainGzip: Bool = false) throws -> String {
    var writer = try BGZFWriter(path: self(name), isPlainGzip: isPlainGzip)
    try writer.write(text)
    try writer.finish()
    return self(name)
  }

  /// Sets when a file was last changed, in seconds from now.
  func age(_ name: String, by seconds: TimeInterval) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date().addingTimeInterval(seconds)], ofItemAtPath: self(name))
  }
}

/// An interval on a contig by name, 1-based and closed.
func interval(_ name: String, _ start: Int, _ end: Int) -> GenomicInterval {
  guard let contig = Contig(name: name), let first = Position(start), let last = Position(end),
    let interval = GenomicInterval(contig: contig, start: first, end: last)
  else { fatalError("no such interval: \(name):\(start)-\(end)") }
  return interval
}

/// Everything a scan gives.
struct ScanResult {
  var records: [VariantRecord] = []
  var summary: ScanSummary
}

/// Opens a file and collects the records that overlap the targets.
func scan(
  _ path: String, _ targets: TargetRegions = .everything, samples: SampleSelection = .all,
  threads: Int = 1, order: RecordOrder = .required, useIndex: Bool = true
) throws -> ScanResult {
  var file = try VariantFile(path: path)
  var records: [VariantRecord] = []
  let summary = try file.records(
    overlapping: targets, samples: samples, threads: threads, order: order, useIndex: useIndex
  ) { records.append($0) }
  return ScanResult(records: records, summary: summary)
}

/// The error that reading a file throws, or nil.
func failure(of body: () throws -> Void) -> GenomeFileError? {
  do {
    try body()
    return nil
  } catch {
    return error as? GenomeFileError
  }
}
