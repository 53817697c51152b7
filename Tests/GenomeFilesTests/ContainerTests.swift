import Genome
import GenomeFiles
import Testing

struct ContainerTests {
  private static let text = SampleVCF(samples: ["A", "B"])
    .adding("chr1 100 rs1 A G 50 PASS . GT 0/1 1/1")
    .adding("chr1 200 . ACGT A . LowQual;q10 . GT 0|1 .")
    .adding("chr1 300 . a <NON_REF> . . END=5000 GT 0/0 0/0")
    .adding("chr1 6000 . T <DEL> . . MEND=1;END=9000 GT 0/1 0/0")
    .adding("chr1 9500 . C . . . . GT 0/0 0/0")
    .adding("chr1 100000 . C G,* . . . GT 1/2 0/0")
    .adding("chr10 150 . C G . . . GT 1|0 0/0")
    .adding("chrUn_1:a 160 . C G . . . GT 1|0 0/0")
    .text

  @Test(arguments: Container.allCases)
  func `every container gives the same records`(container: Container) throws {
    let result = try container.scan(Self.text)
    #expect(result.records.map(\.position.value) == [100, 200, 300, 6000, 9500, 100_000, 150, 160])
    #expect(result.records.map(\.end.value) == [100, 203, 5000, 9000, 9500, 100_000, 150, 160])
    #expect(result.records.map(\.ordinal) == [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(result.records.map(\.isReferenceBlock).firstIndex(of: true) == 2)
    #expect(result.records.filter(\.isReferenceBlock).count == 1)
    #expect(result.records.last?.contig == nil)
    #expect(result.records.last?.contigName == "chrUn_1:a")
    #expect(result.records[1].filters == ["LowQual", "q10"])
    #expect(result.records[2].reference == "A")
    #expect(result.records[0].identifier == "rs1")
    #expect(result.records[0].quality == 50)
    #expect(result.records[5].alternates == [.sequence("G"), .spanningDeletion])
    #expect(
      result.records.map { $0.calls[0].genotype?.description ?? "" }
        == ["0/1", "0|1", "0/0", "0/1", "0/0", "1/2", "1|0", "1|0"])
    #expect(result.summary.recordsRead == 8)
    #expect(result.summary.recordsDecoded == 8)
    #expect(result.summary.samples == ["A", "B"])
  }

  struct Overlap: Sendable, CustomTestStringConvertible {
    var start: Int
    var end: Int
    var positions: [Int]
    var testDescription: String { "chr1:\(start)-\(end)" }
  }

  private static let overlaps = [
    Overlap(start: 1, end: 99, positions: []),
    Overlap(start: 100, end: 100, positions: [100]),
    Overlap(start: 203, end: 203, positions: [200]),
    Overlap(start: 204, end: 299, positions: []),
    Overlap(start: 5000, end: 5000, positions: [300]),
    Overlap(start: 5001, end: 5999, positions: []),
    Overlap(start: 8999, end: 9499, positions: [6000]),
    Overlap(start: 9500, end: 9500, positions: [9500]),
    Overlap(start: 99_999, end: 200_000, positions: [100_000]),
  ]

  @Test(arguments: Container.allCases, overlaps)
  func `a record is given where REF or its block reaches into a target, and only there`(
    container: Container, overlap: Overlap
  ) throws {
    let targets = TargetRegions([interval("1", overlap.start, overlap.end)])
    let result = try container.scan(Self.text, targets)
    #expect(result.records.map(\.position.value) == overlap.positions)
    #expect(result.summary.usedIndex == container.usesIndex)
  }

  @Test(arguments: Container.allCases)
  func `a record that spans several targets is given once`(container: Container) throws {
    let targets = TargetRegions([
      interval("chr1", 400, 401), interval("chr1", 450, 451), interval("chr1", 4999, 6001),
      interval("chr10", 1, 1000),
    ])
    let result = try container.scan(Self.text, targets)
    #expect(result.records.map(\.position.value) == [300, 6000, 150])
  }

  @Test(arguments: Container.allCases)
  func `selected samples come in the order of the selection`(container: Container) throws {
    let result = try container.scan(Self.text, samples: .named(["B", "A"]))
    #expect(result.summary.samples == ["B", "A"])
    #expect(result.records[0].calls.map { $0.genotype?.description } == ["1/1", "0/1"])
    #expect(try container.scan(Self.text, samples: .none).records.allSatisfy { $0.calls.isEmpty })
  }

  @Test(arguments: ["chr10", "10", "NC_000010.11"])
  func `an index is used whatever the contig is called`(name: String) throws {
    let folder = try Folder()
    let text = SampleVCF().adding("\(name) 150 . C G . . . GT 1|0").text
    let path = try folder.compressed("a.vcf.gz", text)
    try OutputIndex.make(beside: path, as: .tbi)
    let result = try scan(path, TargetRegions([interval("chr10", 150, 150)]))
    #expect(result.summary.usedIndex)
    #expect(result.records.map(\.contigName) == [name])
    #expect(result.records.first?.contig == Contig(name: "chr10"))
  }

  @Test func `a file can be scanned twice, a pipe only once`() throws {
    let folder = try Folder()
    var file = try VariantFile(path: folder.compressed("a.vcf.gz", Self.text))
    var count = 0
    try file.records(overlapping: .everything) { _ in count += 1 }
    try file.records(overlapping: .everything) { _ in count += 1 }
    #expect(count == 16)
  }
}
