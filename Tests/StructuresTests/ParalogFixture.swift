import Foundation
import Genome
import GenomeFiles
import Knowledge
import KnowledgeCompiler
import TestSupport

@testable import Structures

/// The project's own facts of a gene and its paralog, and people made from them.
struct ParalogFixture {
  static let shared: ParalogFixture = {
    do { return try ParalogFixture() } catch { fatalError("the project's own facts: \(error)") }
  }()

  let gene: Gene
  let facts: ParalogFacts
  let caller: ParalogCaller
  let library: UnitLibrary

  private init() throws {
    let folder = try TemporaryFolder()
    let source = SharedCases.root.appendingPathComponent("knowledgebase")
    for part in ["genes/CYP2D6.yaml", "paralogs/CYP2D6"] {
      let target = folder.url(part)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: source.appendingPathComponent(part), to: target)
    }
    let content = try KnowledgeCompilation.load(directory: folder.path, over: KnowledgeContent())
    gene = content.genes[0]
    facts = content.paralogs[0]
    caller = ParalogCaller(gene: gene, facts: facts, assembly: .grch38)
    let sequence = PairedSequence(facts)
    library = UnitLibrary(
      gene: gene, facts: facts, table: SiteTable(gene: gene, facts: facts, sequence: sequence))
  }

  /// The paralog's sequence.
  var paralog: [UInt8] { Array(facts.paralogSequence.bases.utf8) }

  /// The gene's sequence with single-base changes at 1-based GRCh38 coordinates.
  func geneCopy(_ changes: [Int: Character] = [:]) -> [UInt8] {
    var bases = Array(facts.geneSequence.bases.utf8)
    for (position, base) in changes {
      bases[position - facts.geneSequence.start.value] = base.asciiValue ?? 0
    }
    return bases
  }

  /// A copy that is the paralog's below a coordinate of the gene and the gene's from there on.
  func hybrid(below position: Int, _ changes: [Int: Character] = [:]) -> [UInt8] {
    let own = geneCopy(changes)
    let index = position - facts.geneSequence.start.value
    let beside = Int(PairedSequence(facts).paralogIndex[index])
    return Array(paralog[..<beside]) + own[index...]
  }

  /// A copy that is the gene's below a coordinate of the gene and the paralog's from there on.
  func hybrid(above position: Int, _ changes: [Int: Character] = [:]) -> [UInt8] {
    let index = position - facts.geneSequence.start.value
    var copy = Array(geneCopy(changes)[..<index])
    copy += paralog[Int(PairedSequence(facts).paralogIndex[index])...]
    return copy
  }

  /// A copy of the gene with the paralog's sequence between two coordinates of the gene.
  func converted(_ range: ClosedRange<Int>) -> [UInt8] {
    let start = facts.geneSequence.start.value
    let beside = PairedSequence(facts).paralogIndex
    let (low, high) = (range.lowerBound - start, range.upperBound - start)
    var copy = Array(geneCopy()[..<low])
    copy += paralog[Int(beside[low])...Int(beside[high])]
    copy += geneCopy()[(high + 1)...]
    return copy
  }

  /// Pairs of reads of 150 bases from copies, each read at its own place in the read region.
  func pairs(of copies: [[UInt8]], depthOfOne: Int, seed: UInt64) -> [AlignedRead] {
    var random = SeededGenerator(state: seed)
    var reads: [AlignedRead] = []
    let start = facts.readRegions[.grch38]?.first?.start.value ?? 1
    for copy in copies {
      for _ in 0..<(copy.count * depthOfOne / 300) {
        let size = 300 + Int(random.next() % 120)
        let first = Int(random.next() % UInt64(copy.count - size))
        let template = random.next()
        for offset in [first, first + size - 150] {
          reads.append(
            AlignedRead(
              template: template, contig: facts.contig, start: start, mappingQuality: 0,
              cigar: [CigarOperation(.match, 150)], bases: Array(copy[offset..<offset + 150])))
        }
      }
    }
    return reads
  }
}

/// A small generator that gives the same numbers for the same seed: SplitMix64 (Steele and others, 2014).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
