import Foundation
import Testing
import TestSupport

@testable import Structures

/// Copy numbers along a gene in real genomes against the labels that another program's authors gave
/// them after looking at each profile.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: profilePath),
    "no cnv-truth under \(SharedCases.folder.path)"))
struct RealProfileTests {
  @Test func `profiles of a gene that is often missing give the labelled copies or none`() throws {
    let labels = try Self.labels()
    let profiles = try Self.profiles()
    #expect(profiles.count > 30)
    // As in a genome of 30 x whose stable regions scatter by 6 %.
    let yardstick = DepthYardstick(
      depth: 30, regionCount: 39, spread: 0.06, isCorrectedForGC: false, curve: nil,
      readsPerMolecule: 2, basesPerRead: 150)
    var told = 0
    for (sample, copies) in profiles {
      let label = try #require(labels[sample])
      let depth = IntervalDepth(
        copies: copies, standardError: 0, clearBases: 8180, isUneven: false,
        moleculesOfTwo: 30 * 8180 / 300)
      guard let found = CopyLikelihood(depth, yardstick).told(confidence: 0.99) else { continue }
      told += 1
      #expect(found == label, "depth of \(copies) copies")
    }
    #expect(told * 10 >= profiles.count * 9)
  }

  /// The copies that the label of each sample stands for.
  private static func labels() throws -> [String: Int] {
    let counts = ["Normal": 2, "WholeDel1": 1, "WholeDel1Hom": 0]
    let text = try String(contentsOfFile: labelPath, encoding: .utf8)
    var labels: [String: Int] = [:]
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "\t").map(String.init)
      if cells.count > 4, cells[1] == "GSTT1", let count = counts[cells[2]] {
        labels[cells[4]] = count
      }
    }
    return labels
  }

  /// The mean from the first exon to the last, by sample.
  private static func profiles() throws -> [(String, Double)] {
    let unpacked = Process()
    let output = Pipe()
    unpacked.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    unpacked.arguments = ["gzip", "-dc", profilePath]
    unpacked.standardOutput = output
    try unpacked.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    unpacked.waitUntilExit()
    let lines = text.split(separator: "\n")
    let names = try #require(lines.first).split(separator: "\t").dropFirst(2).map(String.init)
    var sums = [Double](repeating: 0, count: names.count)
    var count = 0.0
    // Every tenth base is enough, and soon read.
    for line in lines.dropFirst().enumerated().filter({ $0.offset % 10 == 0 }).map(\.element) {
      let cells = line.split(separator: "\t")
      guard cells.count == names.count + 2, let place = Int(cells[1]),
        (270_307...278_486).contains(place)
      else { continue }
      count += 1
      for (index, cell) in cells.dropFirst(2).enumerated() { sums[index] += Double(cell) ?? 0 }
    }
    return zip(names, sums).map { ($0, $1 / count) }
  }
}

private let labelPath =
  SharedCases.folder.appendingPathComponent("cnv-truth/pypgx_cnv_calls.tsv").path
private let profilePath =
  SharedCases.folder.appendingPathComponent("cnv-truth/GSTT1.copy_number.GRCh38.tsv.gz").path
