import Foundation
import Genome
import GenomeFiles
import Knowledge
import KnowledgeCompiler
import StarAlleles
import Structures
import Testing

/// The knowledge base of this checkout.
private let realPath = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("../../../knowledgebase").standardized.path

@Suite(.enabled(if: FileManager.default.fileExists(atPath: "\(realPath)/copy-events")))
struct RealCopyEventTests {
  private let content: KnowledgeContent

  init() throws { content = try KnowledgeCompilation.load(directory: realPath) }

  @Test func `stable regions are spread over the autosomes and alike on both assemblies`() {
    let autosomes = content.stableRegions.filter { $0.role == .autosome }
    #expect(autosomes.count >= 30)
    #expect(Set(autosomes.map(\.grch38.contig)).count >= 14)
    #expect(content.stableRegions.count { $0.role == .chromosomeX } >= 8)
    #expect(content.stableRegions.count { $0.role == .chromosomeY } >= 8)
    for region in content.stableRegions {
      #expect(region.grch38.contig == region.grch37.contig)
      #expect(
        region.grch38.end.value - region.grch38.start.value
          == region.grch37.end.value - region.grch37.start.value)
    }
  }

  @Test func `intervals have about the same length on both assemblies`() {
    for gene in content.copyEvents {
      for interval in gene.intervals {
        guard let one = interval.grch38, let other = interval.grch37 else { continue }
        let lengths = [one, other].map { $0.end.value - $0.start.value }
        #expect(abs(lengths[0] - lengths[1]) < 60, "\(gene.gene) \(interval.name)")
      }
    }
  }

  @Test(arguments: [Assembly.grch38, .grch37])
  func `a person made by hand has two copies of every gene the assembly has`(assembly: Assembly)
    throws
  {
    var collector = DepthCollector(
      stableRegions: content.stableRegions, events: content.copyEvents, assembly: assembly)
    #expect(collector.alternateRegions.isEmpty)
    var genome = SimulatedGenome(.init(depth: 20), seed: 6)
    for place in collector.regions.intervals where place.contig < .x {
      genome.cover(place, copies: 2, into: &collector)
    }
    let caller = CopyEventCaller(collector)
    for finding in caller.findings() {
      if finding.intervals.allSatisfy({ $0.place == nil }) {
        #expect(finding.gene == "GSTT1" && assembly == .grch38)
        guard case .notTold(.withoutAlternate(let sequence)) = finding.status else {
          Issue.record("\(finding.status)")
          continue
        }
        #expect(sequence.accession == "KI270879.1")
      } else {
        #expect(finding.isTwoCopies, "\(finding.gene)")
      }
    }
    #expect(SexDepth(caller) == nil)
  }
}
