import Foundation
import Genome
import GenomeFiles
import Knowledge
import KnowledgeCompiler
import StarAlleles
import Structures
import Testing
import TestSupport

/// A real file that holds the reads of one gene only.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: slicePath),
    "no bam-cyp2d6-illumina under \(SharedCases.folder.path)"))
struct RealSliceTests {
  @Test func `a slice of a genome tells no copies and no sex`() throws {
    let content = try KnowledgeCompilation.load(
      directory: SharedCases.root.appendingPathComponent("knowledgebase").path)
    var file = try AlignmentFile(path: slicePath)
    var collector = DepthCollector(
      stableRegions: content.stableRegions, events: content.copyEvents, assembly: .grch38)
    try file.reads(overlapping: collector.regions, content: .placement) { collector.add($0) }
    let caller = CopyEventCaller(collector)
    let count = content.stableRegions.count { $0.role == .autosome }
    #expect(caller.refusal == .tooFewStableRegions(covered: 0, of: count))
    #expect(SexDepth(caller) == nil)
    #expect(caller.mitochondrialCopies == nil)
    for finding in caller.findings() where finding.intervals.contains(where: { $0.place != nil }) {
      #expect(
        finding.status == .notTold(.noYardstick(.tooFewStableRegions(covered: 0, of: count))))
    }
  }
}

private let slicePath =
  SharedCases.folder.appendingPathComponent("bam-cyp2d6-illumina/HG03130.bam").path
