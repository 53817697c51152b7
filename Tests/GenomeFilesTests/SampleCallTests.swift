import Genome
import GenomeFiles
import Testing

struct SampleCallTests {
  private func call(_ format: String, _ value: String, _ declarations: [String] = []) throws
    -> SampleCall
  {
    var vcf = SampleVCF().adding("chr1 100 . A G,T . . . \(format) \(value)")
    vcf.meta = declarations
    return try #require(try Container.plain.scan(vcf.text).records.first?.calls.first)
  }

  @Test(
    arguments: [
      ("0/1", [0, 1], false), ("0|1", [0, 1], true), ("1", [1], true), (".", [nil], true),
      ("./.", [nil, nil], false), (".|.", [nil, nil], true), (".|1", [nil, 1], true),
      ("0/1|2", [0, 1, 2], false), ("0|1|2", [0, 1, 2], true), ("2/2/2/2", [2, 2, 2, 2], false),
    ] as [(String, [Int?], Bool)])
  func `GT is read with any ploidy and phase`(text: String, alleles: [Int?], isPhased: Bool) throws
  {
    let genotype = try call("GT", text).genotype
    #expect(genotype == Genotype(alleles: alleles, isPhased: isPhased))
  }

  @Test func `samples of different ploidy keep their own number of alleles`() throws {
    let text = SampleVCF(samples: ["A", "B", "C"])
      .adding("chr1 100 . A G,T . . . GT 0/1 1 .").text
    for container in [Container.plain, .bcf] {
      let calls = try #require(try container.scan(text).records.first?.calls)
      #expect(calls.map { $0.genotype?.description } == ["0/1", "1", "."])
    }
  }

  @Test func `a genotype whose declared type is wrong is read all the same`() throws {
    let text = SampleVCF().adding("chr1 100 . A G . . . GT 0|1").text
      .replacing(
        "##FORMAT=<ID=GT,Number=1,Type=String", with: "##FORMAT=<ID=GT,Number=1,Type=Integer")
    let genotype = try Container.plain.scan(text).records.first?.calls.first?.genotype
    #expect(genotype?.description == "0|1")
  }

  private static let integers = [
    "FORMAT=<ID=DP,Number=1,Type=Integer,Description=\"d\">",
    "FORMAT=<ID=MIN_DP,Number=1,Type=Integer,Description=\"d\">",
    "FORMAT=<ID=GQ,Number=1,Type=Integer,Description=\"d\">",
    "FORMAT=<ID=PS,Number=1,Type=Integer,Description=\"d\">",
    "FORMAT=<ID=AD,Number=R,Type=Integer,Description=\"d\">",
    "FORMAT=<ID=FT,Number=1,Type=String,Description=\"d\">",
  ]

  private static let allTypes: [[String]] = [
    integers,
    integers.map { $0.replacing("Type=Integer", with: "Type=Float") },
    integers.map { $0.replacing("Type=Integer", with: "Type=String") },
    [],
  ]

  @Test(arguments: allTypes)
  func `numbers are read whatever type the header declares`(declarations: [String]) throws {
    let call = try call(
      "GT:DP:MIN_DP:GQ:PS:AD:FT", "0/1:30:12:99:947619:10,20,.:LowQual;q10", declarations)
    #expect(call.depth == 30)
    #expect(call.minimumDepth == 12)
    #expect(call.genotypeQuality == 99)
    #expect(call.phaseSet == 947_619)
    #expect(call.alleleDepths == [10, 20, nil])
    #expect(call.filters == ["LowQual", "q10"])
  }

  @Test(arguments: allTypes)
  func `missing numbers are nil`(declarations: [String]) throws {
    let call = try call("GT:DP:MIN_DP:GQ:PS:AD:FT", "./.:.:.:.:.:.:.", declarations)
    #expect(call == SampleCall(genotype: Genotype(alleles: [nil, nil], isPhased: false)))
    let short = try self.call("GT:DP:MIN_DP:GQ:PS:AD:FT", "./.", declarations)
    #expect(short == call)
  }

  @Test func `phase sets named by text differ where their texts differ`() throws {
    let first = try call("GT:PS", "0|1:block_A").phaseSet
    let same = try call("GT:PS", "0|1:block_A").phaseSet
    let other = try call("GT:PS", "0|1:block_B").phaseSet
    #expect(first != nil && first == same && first != other)
  }

  @Test func `a record without GT has calls without genotype`() throws {
    #expect(try call("DP", "12").genotype == nil)
    #expect(try call("DP", "12").depth == 12)
  }
}
