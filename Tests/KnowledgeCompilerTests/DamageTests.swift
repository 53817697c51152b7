import Foundation
import Genome
import Knowledge
import KnowledgeCompiler
import Testing

@testable import MappedIndex

struct DamageTests {
  private let folder: FixtureFolder
  private let bytes: [UInt8]

  init() throws {
    folder = try FixtureFolder()
    _ = try KnowledgeCompilation.compile(directory: folder.path, output: folder.output)
    bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder.output)))
  }

  private func open(_ bytes: [UInt8]) throws -> KnowledgeBase {
    try Data(bytes).write(to: URL(fileURLWithPath: folder.output))
    return try KnowledgeBase(path: folder.output)
  }

  @Test func `a file with any 97th byte changed is refused`() throws {
    for index in stride(from: 0, to: bytes.count, by: 97) {
      var damaged = bytes
      damaged[index] ^= 0x10
      #expect(throws: KnowledgeError.self, "byte \(index)") { _ = try open(damaged) }
    }
  }

  @Test func `a file cut at any 97th byte is refused`() throws {
    for length in stride(from: 0, to: bytes.count, by: 97) {
      let error = try #require(throws: KnowledgeError.self) {
        _ = try open(Array(bytes.prefix(length)))
      }
      #expect(error.kind == .damaged)
    }
  }

  @Test func `a forged file with a matching checksum gives errors or values and no crash`() throws {
    let base = try #require(Position(1))
    let far = try #require(Position(2000))
    let contig = try #require(Contig(name: "chr10"))
    let whole = try #require(GenomicInterval(contig: contig, start: base, end: far))
    for index in stride(from: IndexLayout.headerSize, to: bytes.count, by: 7) {
      var forged = bytes
      forged[index] ^= UInt8(truncatingIfNeeded: index) | 1
      seal(&forged)
      guard let knowledge = try? open(forged) else { continue }
      for symbol in knowledge.geneSymbols { _ = try? knowledge.gene(symbol) }
      _ = try? knowledge.allDrugs()
      for assembly in Assembly.allCases {
        _ = knowledge.positions(on: assembly, overlapping: whole)
        _ = knowledge.targetIntervals(on: assembly)
      }
    }
  }

  /// Writes the checksum that the content has.
  private func seal(_ bytes: inout [UInt8]) {
    let sum = IndexHeader.checksum(of: bytes.rawBytes)
    for byte in 0..<8 { bytes[24 + byte] = UInt8(truncatingIfNeeded: sum >> (8 * byte)) }
  }
}
