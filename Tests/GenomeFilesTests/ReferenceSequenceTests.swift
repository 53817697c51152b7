import Foundation
import GenomeFiles
import Testing

struct ReferenceSequenceTests {
  /// 200 kB of bases in lines of 60, some in lower case.
  private static let bases: [UInt8] = {
    var random = Seeded(state: 11)
    return (0..<200_000).map { _ in Array("ACGTacgtN".utf8)[Int.random(in: 0..<9, using: &random)] }
  }()

  private static func write(in folder: Folder, compressed: Bool = false) throws -> String {
    var text = ">chr1 first\n"
    var index = "chr1\t\(bases.count)\t12\t60\t61\n"
    for start in stride(from: 0, to: bases.count, by: 60) {
      text += String(decoding: bases[start..<min(start + 60, bases.count)], as: UTF8.self) + "\n"
    }
    index += "2\t4\t\(text.utf8.count + 3)\t4\t5\nHLA:x\t2\t\(text.utf8.count + 15)\t2\t3\n"
    text += ">2\nACGT\n>HLA:x\nGG\n"
    _ = try folder.file("ref.fa.fai", index)
    guard compressed else { return try folder.file("ref.fa", text) }
    // Blocks of 0xFF00 bytes of text each; the index lists where all but the first begin.
    let stored = blocks(of: Array(text.utf8))
    let path = try folder.file("ref.fa", Data(stored))
    let bounds = try pieces(path, atLeast: 1 << 20).flatMap(\.blocks).filter { !$0.text.isEmpty }
      .dropFirst()
    var gzi = Data()
    for number in [bounds.count]
      + bounds.flatMap({ [$0.compressed.lowerBound, $0.text.lowerBound] })
    {
      withLittleEndian(UInt64(number)) { gzi.append(contentsOf: $0) }
    }
    _ = try folder.file("ref.fa.gzi", gzi)
    return path
  }

  private static func withLittleEndian(_ number: UInt64, _ body: ([UInt8]) -> Void) {
    body((0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) })
  }

  @Test(arguments: [false, true])
  func `every base comes back upper-case, in any order`(compressed: Bool) throws {
    let folder = try Folder()
    let reference = try ReferenceSequence(path: Self.write(in: folder, compressed: compressed))
    #expect(reference.name == "ref.fa")
    #expect(reference.contigs.map(\.name) == ["chr1", "2", "HLA:x"])
    let upper = String(decoding: Self.bases, as: UTF8.self).uppercased().utf8.map { $0 }
    var random = Seeded(state: 5)
    let random1000 = (0..<300).map { _ in Int.random(in: 0..<upper.count, using: &random) }
    for offset in random1000 + [0, upper.count - 1] + Array(60_000..<70_000) {
      #expect(reference.base(contig: "chr1", at: offset + 1) == upper[offset])
    }
    #expect(reference.base(contig: "HLA:x", at: 2) == UInt8(ascii: "G"))
    #expect(reference.failure == nil)
  }

  @Test func `other spellings of a contig find it and the ends are ends`() throws {
    let folder = try Folder()
    let reference = try ReferenceSequence(path: Self.write(in: folder))
    for name in ["1", "chr1", "NC_000001.11"] {
      #expect(reference.length(of: name) == 200_000)
      #expect(reference.base(contig: name, at: 0) == nil)
      #expect(reference.base(contig: name, at: 200_001) == nil)
      #expect(reference.base(contig: name, at: 1) != nil)
    }
    #expect(reference.base(contig: "chr2", at: 3) == UInt8(ascii: "G"))
    #expect(reference.base(contig: "chr2", at: -1) == nil)
    #expect(reference.base(contig: "chr3", at: 1) == nil)
    #expect(reference.base(contig: "hla:x", at: 1) == nil)
    #expect(reference.failure == nil)
  }

  @Test func `a FASTA without its index is refused with the remedy, and none is written`() throws {
    let folder = try Folder()
    let path = try Self.write(in: folder)
    try FileManager.default.removeItem(atPath: path + ".fai")
    #expect(
      failure { _ = try ReferenceSequence(path: path) }?.description
        == "\(path): the FASTA has no index '.fai' beside it; make it with 'samtools faidx'")
    #expect(!FileManager.default.fileExists(atPath: path + ".fai"))
    #expect(failure { _ = try ReferenceSequence(path: folder("none.fa")) }?.kind == .notFound)
    let zipped = try Self.write(in: folder, compressed: true)
    try FileManager.default.removeItem(atPath: zipped + ".gzi")
    #expect(
      failure { _ = try ReferenceSequence(path: zipped) }?.description
        == "\(zipped): the FASTA has no index '.gzi' beside it; make it with 'samtools faidx'")
  }

  @Test func `a FASTA shorter than its index says is noted`() throws {
    let folder = try Folder()
    let path = try Self.write(in: folder)
    _ = try folder.file("ref.fa", folder.data("ref.fa").prefix(1000))
    let reference = try ReferenceSequence(path: path)
    #expect(reference.base(contig: "chr1", at: 150_000) == nil)
    #expect(reference.failure?.locus == "chr1:150000")
  }
}
