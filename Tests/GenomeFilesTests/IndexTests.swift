import Foundation
import GenomeFiles
import Testing

struct IndexTests {
  private func text(step: Int, contig: String = "chr1") -> String {
    var vcf = SampleVCF()
    var random = Seeded(state: UInt64(step))
    for index in 1...8000 {
      let name = UInt32.random(in: 0...UInt32.max, using: &random)
      vcf.lines.append("\(contig)\t\(index * step)\trs\(name)\tA\tG\t.\t.\t.\tGT\t0/1")
    }
    return vcf.text
  }

  private let targets = TargetRegions([interval("chr1", 40_000, 41_000)])

  @Test(arguments: ["tbi", "csi"])
  func `an index older than the file is not used, and a note says so`(kind: String) throws {
    let folder = try Folder()
    let path = try folder.compressed("a.vcf.gz", text(step: 10))
    try OutputIndex.make(beside: path, as: kind == "csi" ? .csi : .tbi)
    try folder.age("a.vcf.gz.\(kind)", by: -3600)
    let result = try scan(path, targets)
    #expect(!result.summary.usedIndex)
    #expect(result.records.count == 101)
    #expect(
      result.summary.notes == [
        "the index '\(path).\(kind)' is older than the file and was not used; "
          + "rebuild it with 'bcftools index -f'"
      ])
  }

  @Test(arguments: ["tbi", "csi"])
  func `an index made for other content is refused`(kind: String) throws {
    let folder = try Folder()
    let path = try folder.compressed("a.vcf.gz", text(step: 7))
    try OutputIndex.make(beside: path, as: kind == "csi" ? .csi : .tbi)
    _ = try folder.compressed("a.vcf.gz", text(step: 10))
    try folder.age("a.vcf.gz", by: -3600)
    #expect(
      failure { _ = try scan(path, targets) }?.description
        == "\(path): the index '\(path).\(kind)' was made for another version of this file; "
        + "rebuild it with 'bcftools index -f' or delete it")
    #expect(try scan(path, targets, useIndex: false).records.count == 101)
  }

  @Test func `an index of other contigs at the same offsets is refused`() throws {
    let folder = try Folder()
    let path = try folder.compressed("a.vcf.gz", text(step: 10, contig: "chr1"))
    try OutputIndex.make(beside: path, as: .tbi)
    var index = try VariantFileBytes.decompressed(path + ".tbi")
    let name = try #require(index.firstRange(of: Data("chr1\0".utf8)))
    index.replaceSubrange(name, with: Data("chr2\0".utf8))
    _ = try folder.compressed("a.vcf.gz.tbi", bytes: index)
    let other = TargetRegions([interval("chr2", 40_000, 41_000)])
    #expect(failure { _ = try scan(path, other) }?.kind == .indexStale(path + ".tbi"))
  }

  @Test(arguments: ["", "not an index", "TBI\u{1}"])
  func `a file that is no index is refused`(content: String) throws {
    let folder = try Folder()
    let path = try folder.compressed("a.vcf.gz", text(step: 10))
    _ = try folder.file("a.vcf.gz.tbi", content)
    #expect(
      failure { _ = try scan(path, targets) }?.description
        == "\(path): the index '\(path).tbi' can't be read; "
        + "rebuild it with 'bcftools index -f' or delete it")
  }

  @Test func `an index cut anywhere is refused`() throws {
    let folder = try Folder()
    let path = try folder.compressed("a.vcf.gz", text(step: 10))
    try OutputIndex.make(beside: path, as: .csi)
    let index = try VariantFileBytes.decompressed(path + ".csi")
    for length in stride(from: 0, to: index.count - 12, by: 7) {
      _ = try folder.compressed("a.vcf.gz.csi", bytes: index.prefix(length))
      #expect(failure { _ = try scan(path, targets) }?.kind == .indexUnreadable(path + ".csi"))
    }
  }

  @Test func `targets past the last record give nothing`() throws {
    let folder = try Folder()
    let path = try folder.compressed("a.vcf.gz", text(step: 10))
    for kind in [OutputIndex.Kind.tbi, .csi] {
      try OutputIndex.make(beside: path, as: kind)
      let result = try scan(path, TargetRegions([interval("chr1", 200_000_000, 200_000_100)]))
      #expect(result.summary.usedIndex)
      #expect(result.records.isEmpty)
      try FileManager.default.removeItem(atPath: path + (kind == .tbi ? ".tbi" : ".csi"))
    }
  }
}

enum VariantFileBytes {
  /// The bytes in a BGZF file.
  static func decompressed(_ path: String) throws -> Data { Data(try BGZFWriter.content(of: path)) }
}

extension Folder {
  /// Writes bytes as BGZF.
  func compressed(_ name: String, bytes: Data) throws -> String {
    var writer = try BGZFWriter(path: self(name))
    try writer.write(Array(bytes))
    try writer.finish()
    return self(name)
  }
}
