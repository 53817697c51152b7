import Genome
import GenomeFiles
import Testing

struct BlockTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var columns: String
    var end: Int
    var isBlock: Bool
    var testDescription: String { columns }
  }

  @Test(
    arguments: [Container.plain, .bcf, .tabix],
    [
      Case(columns: "A <NON_REF> . . END=150", end: 150, isBlock: true),
      Case(columns: "A <*> . . DP=3;END=150;X=1", end: 150, isBlock: true),
      Case(columns: "A . . . END=150", end: 150, isBlock: true),
      Case(columns: "A <NON_REF> . . END=100", end: 100, isBlock: true),
      Case(columns: "A G,<NON_REF> . . END=150", end: 150, isBlock: false),
      Case(columns: "ACG <NON_REF> . . .", end: 102, isBlock: false),
      Case(columns: "ACG G . . END=150", end: 102, isBlock: false),
      Case(columns: "A <DEL> . . END=150", end: 150, isBlock: false),
      Case(columns: "ACG <DEL> . . END=20", end: 102, isBlock: false),
      Case(columns: "A <NON_REF> . . MEND=150", end: 100, isBlock: false),
    ])
  func `END counts for blocks and symbolic alleles and for nothing else`(
    container: Container, example: Case
  ) throws {
    let text = SampleVCF()
      .declaring(
        "INFO=<ID=DP,Number=1,Type=Integer,Description=\"d\">",
        "INFO=<ID=X,Number=1,Type=Integer,Description=\"d\">"
      )
      .adding("chr1 100 . \(example.columns) GT 0/0").text
    let record = try #require(try container.scan(text).records.first)
    #expect(record.end.value == example.end)
    #expect(record.isReferenceBlock == example.isBlock)
    let last = try container.scan(text, TargetRegions([interval("1", example.end, example.end)]))
    #expect(last.records.count == 1)
    let after = try container.scan(
      text, TargetRegions([interval("1", example.end + 1, example.end + 100)]))
    #expect(after.records.isEmpty)
  }

  @Test func `a record before the first base is passed over`() throws {
    let text = SampleVCF().adding("chr1 0 . N <DEL> . . END=50 GT 0/1")
      .adding("chr1 1 . A G . . . GT 0/1").text
    let result = try Container.plain.scan(text)
    #expect(result.records.map(\.position.value) == [1])
    #expect(result.summary.recordsRead == 2)
  }
}
