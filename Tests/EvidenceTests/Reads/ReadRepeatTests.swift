import Evidence
import Foundation
import Genome
import GenomeFiles
import Knowledge
import KnowledgeCompiler
import TestSupport
import Testing

/// The genes of the knowledge base, read once.
enum KnownGenes {
  static let all: [Gene] = {
    let folder = SharedCases.root.appendingPathComponent("knowledgebase").path
    return (try? KnowledgeCompilation.load(directory: folder).genes) ?? []
  }()

  static func gene(_ symbol: String) throws -> Gene {
    try #require(all.first { $0.symbol == symbol })
  }
}

/// Insertions, deletions and repeats, from reads drawn from made haplotypes.
struct ReadRepeatTests {
  /// Reads of a person who has two given alleles at one position and the reference elsewhere.
  private func evidence(
    _ gene: Gene, _ position: Int, _ one: Int, _ other: Int, depth: Double = 30,
    seed: UInt64 = 1, fragment: ClosedRange<Int>? = 400...500, length: Int = 150
  ) throws -> PositionEvidence {
    let contig = try #require(gene.contig)
    let genome = MadeGenome(genes: [gene])
    let start = gene.positions[position].grch38.position.value
    var maker = MadeReads(seed: seed)
    maker.fragment = fragment
    maker.length = length
    var collector = ReadEvidenceCollector(genes: [gene], assembly: .grch38)
    for allele in [one, other] {
      let change = genome.change(gene.positions[position], to: allele)
      let haplotype = genome.haplotype(
        contig, (start - 600)...(start + 650), change.map { [$0] } ?? [])
      let reads = maker.draw(haplotype, contig: contig, depth: depth / 2) { place in
        genome.base(contig, place)
      }
      for read in reads { collector.add(read) }
    }
    return collector.evidence()[0].positions[position]
  }

  @Test func `all genotypes of the UGT1A1 repeat are told apart at 30 x`() throws {
    let gene = try KnownGenes.gene("UGT1A1")
    let position = try #require(gene.positions.firstIndex { $0.id == "rs3064744" })
    for one in 0..<4 {
      for other in one..<4 {
        let found = try evidence(gene, position, one, other, seed: UInt64(10 * one + other + 1))
        #expect(found.short == "\(one)/\(other)")
      }
    }
  }

  @Test(arguments: [
    ("CFTR", "g.117540161_117540163del"), ("NUDT15", "rs746071566"), ("NUDT15", "rs777311140"),
    ("CYP2D6", "rs72549356"), ("CYP2D6", "rs5030656"), ("DPYD", "rs72549309"),
    ("CYP1B1", "rs72549373"), ("CYP2A6", "rs28399445"), ("RYR1", "rs193922862"),
    ("CYP3A4", "rs67666821"), ("PTGIS", "rs773006734"),
  ])
  func `insertions and deletions are told from the reference at 30 x`(
    symbol: String, id: String
  ) throws {
    let gene = try KnownGenes.gene(symbol)
    let position = try #require(gene.positions.firstIndex { $0.id == id })
    for allele in gene.positions[position].alleles.indices {
      let found = try evidence(gene, position, 0, allele, seed: UInt64(allele + 7))
      #expect(found.short == "0/\(allele)")
    }
  }

  @Test func `reads that end within a repeat tell nothing of it`() throws {
    let gene = try KnownGenes.gene("UGT1A1")
    let position = try #require(gene.positions.firstIndex { $0.id == "rs3064744" })
    let found = try evidence(gene, position, 0, 2, fragment: nil, length: 22)
    #expect(found.short == "uninformative")
    #expect((found.readSupport?.uninformative ?? 0) > 20)
  }

  @Test func `a repeat of a length that no definition lists is seen as such`() throws {
    let gene = try KnownGenes.gene("UGT1A1")
    let position = try #require(gene.positions.firstIndex { $0.id == "rs3064744" })
    var longer = gene
    longer.positions[position].alleles.append("CATATATATAT")
    let contig = try #require(gene.contig)
    let genome = MadeGenome(genes: [gene])
    let start = gene.positions[position].grch38.position.value
    var maker = MadeReads(seed: 5)
    var collector = ReadEvidenceCollector(genes: [gene], assembly: .grch38)
    for allele in [0, 4] {
      let change = genome.change(longer.positions[position], to: allele)
      let haplotype = genome.haplotype(
        contig, (start - 600)...(start + 650), change.map { [$0] } ?? [])
      for read in maker.draw(
        haplotype, contig: contig, depth: 15, base: { genome.base(contig, $0) })
      {
        collector.add(read)
      }
    }
    #expect(collector.evidence()[0].positions[position].short == "0/CATATATATAT")
  }
}
