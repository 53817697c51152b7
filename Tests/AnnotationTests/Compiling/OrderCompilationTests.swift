import TestSupport
import Foundation
import Testing

@testable import Annotation

@Suite struct OrderCompilationTests {
  private let value = "ID=N,Number=1,Type=String,Description=\"\""

  /// Records of two contigs with several spellings and shared positions, sorted.
  private func records(_ count: Int) -> [String] {
    var state: UInt64 = 88172645463325252
    var position = 100
    return (0..<count).map { number in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      if number == count / 2 { position = 50 }
      position += Int(state % 3)
      let contig = number < count / 2 ? "chr1" : "chr2"
      let alleles = ["T A", "AAAAC AAAC", "G GTTTTTTTTTTTTTTTT", "CAT CGT,C", "G C"]
      return "\(contig) \(position) \(alleles[Int(state >> 33) % 5]) N=\(number)"
    }
  }

  @Test("Rows within reach of trimming come out sorted by key")
  func sortedSource() throws {
    let source = try CompiledSource(vcf: records(3000), info: [value])
    try source.compile { $0.memory = 2000 }
    try expectOrder(source)
    #expect(try source.folder.names == ["out.sdx", "source.vcf"])
  }

  @Test("An unsorted source has the same rows as the sorted one, in the same order")
  func unsorted() throws {
    let sorted = records(3000)
    let expected = try CompiledSource(vcf: sorted, info: [value])
    try expected.compile()
    // Every third record moves to the end, the first stays; one key's rows may change their order.
    let moved = sorted.indices.filter { $0 % 3 == 1 }.map { sorted[$0] }
    let rest = sorted.indices.filter { $0 % 3 != 1 }.map { sorted[$0] }
    let source = try CompiledSource(vcf: rest + moved, info: [value])
    for memory in [1 << 20, 20_000, 3000] {
      try source.compile { $0.memory = memory }
      try expectOrder(source)
      #expect(try source.rows.sorted() == expected.rows.sorted())
      #expect(try keys(source) == keys(expected))
      #expect(try source.folder.names == ["out.sdx", "source.vcf"])
    }
  }

  @Test("The bytes do not depend on the memory")
  func memory() throws {
    let source = try CompiledSource(vcf: records(2000).reversed(), info: [value])
    try source.compile()
    let first = try Data(contentsOf: URL(fileURLWithPath: source.output))
    try source.compile { $0.memory = 1500 }
    #expect(try Data(contentsOf: URL(fileURLWithPath: source.output)) == first)
  }

  @Test("A contig that comes back is no reason to refuse")
  func contigComesBack() throws {
    let source = try CompiledSource(
      vcf: ["chr1 9 A C N=1", "chr2 5 A C N=2", "chr1 7 A C N=3"], info: [value])
    try source.compile()
    #expect(
      try source.rows == [
        "chr1 7 1 7A>C 3", "chr1 9 1 9A>C 1", "chr2 5 1 5A>C 2",
      ])
  }

  @Test("Rows of one event keep the order of the source")
  func ties() throws {
    let source = try CompiledSource(
      vcf: ["9 A C N=1", "7 A C N=2", "7 A C N=3", "7 AT CT N=4", "7 A C N=5"], info: [value])
    try source.compile { $0.memory = 60 }
    #expect(
      try source.rows.map { $0.split(separator: " ").last } == ["2", "3", "4", "5", "1"])
  }

  @Test("A fault after sorting has begun leaves no file")
  func fault() throws {
    let text = CompiledSource.vcf(records(500).reversed(), info: [value])
    let source = try CompiledSource(text + "chr1\t?\t.\tA\tC\t.\t.\t.\n")
    let sentence = try #require(source.refusal { $0.memory = 1000 })
    #expect(sentence.hasPrefix("source.vcf, record 501 (chr1): POS is '?'"))
    #expect(try source.folder.names == ["source.vcf"])
  }

  private func keys(_ source: CompiledSource) throws -> [String] {
    try source.rows.map { row in
      let parts = row.split(separator: " ")
      return "\(parts[0]) \(parts[3])"
    }
  }

  private func expectOrder(_ source: CompiledSource) throws {
    let index = try AnnotationIndex(path: source.output)
    try index.verify()
    var block = IndexBlock(index: index)
    for contig in index.contigs.indices {
      var last: UInt64 = 0
      for number in index.blocks(ofContig: contig) {
        try block.load(number, of: index)
        for row in 0..<block.count {
          #expect(block.keys[row] >= last)
          last = block.keys[row]
        }
      }
    }
  }
}
