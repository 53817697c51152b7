import Knowledge
import StarAlleles
import Testing

struct DiplotypeTests {
  /// *2 at p1, *3 at p2, *4 at both: the shape of TPMT *3B, *3C and *3A.
  private let gene = ToyGene(
    positions: 3, alleles: [("*1", []), ("*2", [1]), ("*3", [2]), ("*4", [1, 2]), ("*5", [3])])

  private static let cases: [([String], [String], [String])] = [
    (["0/0", "0/0", "0/0"], ["*1/*1"], ["*1/*1"]),
    (["0/1", "0/0", "0/0"], ["*1/*2"], ["*1/*2"]),
    (["1/1", "0/0", "0/0"], ["*2/*2"], ["*2/*2"]),
    (["0/1", "0/1", "0/0"], ["*1/*4"], ["*1/*4", "*2/*3"]),
    (["0|1", "0|1", "0/0"], ["*1/*4"], ["*1/*4"]),
    (["1|0", "0|1", "0/0"], ["*2/*3"], ["*2/*3"]),
    (["0|1:5", "0|1:5", "0/0"], ["*1/*4"], ["*1/*4"]),
    (["0|1:5", "1|0:5", "0/0"], ["*2/*3"], ["*2/*3"]),
    (["0|1:5", "0|1:6", "0/0"], ["*1/*4"], ["*1/*4", "*2/*3"]),
    (["1/1", "0/1", "0/0"], ["*2/*4"], ["*2/*4"]),
    (["1/1", "1/1", "0/0"], ["*4/*4"], ["*4/*4"]),
  ]

  @Test(arguments: cases)
  func `the top answer and every answer that fits`(
    genotypes: [String], top: [String], possible: [String]
  ) {
    let call = gene.call(genotypes)
    #expect(call.top == top)
    #expect(call.possible == possible)
    #expect(call.lookup == call.diplotypes)
  }

  @Test func `a missing position keeps every haplotype it would have told apart`() {
    let call = gene.call("0/1", nil, "0/0")
    #expect(call.status == .ambiguous)
    #expect(call.top == ["*1/*2", "*1/*4"])
    #expect(
      call.possible == ["*1/*2", "*1/*4", "*2/*3", "*3/*4"])
    #expect(call.missing == [1])
    #expect(call.deciding == [1])
  }

  @Test func `a gene without data has no call`() {
    let call = gene.call(nil, nil, nil)
    #expect(call.status == .notCalled(.noData))
    #expect(call.compatible.isEmpty)
  }

  @Test func `an allele no definition lists leaves the gene uncalled`() {
    let call = gene.call("0/x", "0/0", "0/0")
    #expect(call.status == .notCalled(.noMatch))
    #expect(call.notes == [.undocumented(position: 0, allele: "C")])
  }

  @Test func `an undocumented allele counts as reference where the gene says so`() {
    var lenient = gene
    lenient.gene.calling.undocumentedCountsAsReference = true
    let call = lenient.call("1/x", "0/0", "0/0")
    #expect(call.top == ["*1/*2"])
    #expect(call.notes == [.undocumentedCountedAsReference(position: 0, allele: "C")])
  }

  @Test func `half a genotype is no call but still narrows what fits`() {
    let call = gene.call("./1", "0/0", "0/0")
    #expect(call.status == .notCalled(.halfCall([0])))
    #expect(call.possible == ["*1/*2", "*2/*2"])
  }

  @Test func `a required position that is missing leaves the gene uncalled`() {
    var strict = gene
    strict.gene.calling.requiredPositions = [2]
    #expect(
      strict.call("0/1", "0/0", nil).status == .notCalled(.requiredPositionMissing([2])))
  }

  @Test func `one copy gives one haplotype`() {
    let single = ToyGene(
      positions: 2, alleles: [("B", []), ("A-", [1, 2])], inheritance: .chromosomeX)
    #expect(single.call("1", "1").top == ["A-"])
    #expect(single.call("1", "1/1").top == ["A-"])
    #expect(single.call("1/1", "1/1").notes == [.hemizygosityUncertain])
  }

  @Test func `unphased genotypes follow the gene's priority list`() {
    var listed = gene
    listed.gene.calling.unphasedPriorities = [["*2/*3", "*1/*4"]]
    let call = listed.call("0/1", "0/1", "0/0")
    #expect(call.top == ["*2/*3"])
    #expect(call.notes.count == 1)
    #expect(listed.call("0|1", "0|1", "0/0").top == ["*1/*4"])
  }

  @Test func `a wobble fits both alleles and scores less where it shows the reference`() {
    let wobbly = ToyGene(
      positions: 2, alleles: [("*1", []), ("*6", [1]), ("*7", [1])], wobbles: ["*7": [2]])
    #expect(wobbly.call("0/1", "0/1").top == ["*1/*7"])
    #expect(wobbly.call("0/1", "0/0").top == ["*1/*6", "*1/*7"])
    #expect(wobbly.call("0/1", "0/0").status == .ambiguous)
  }

  @Test func `a fallback position decides when nothing fits`() {
    var rescued = gene
    rescued.gene.calling.fallback = .init(position: 2, haplotypes: ["*1", "*5"])
    let call = rescued.call("x/x", "0/0", "0/1")
    #expect(call.status == .notCalled(.noMatch))
    #expect(call.lookedUp == ["*1/*5"])
    #expect(call.isLookupInferred)
  }

  @Test func `a structural gene lists what fits but calls nothing`() {
    var structural = gene
    structural.gene.calling = CallingRules(method: .structural, caveat: "copies are not seen")
    let call = structural.call("0/1", "0/0", "0/0")
    #expect(call.status == .notCalled(.needsStructure("copies are not seen")))
    #expect(call.possible == ["*1/*2"])
  }

  @Test func `the set that fits always holds the diplotype the genotype was made from`() {
    let names = gene.gene.alleles
    for one in names {
      for other in names {
        let genotypes = (0..<3).map { position in
          "\(one.carries(position))/\(other.carries(position))"
        }
        for mask in 0..<7 {
          let masked = genotypes.enumerated().map { mask >> $0 & 1 == 1 ? nil : $1 }
          let call = gene.call(masked)
          let made = HaplotypeOrder(reference: "*1").diplotype(one.name, other.name)
          #expect(call.compatible.contains(made), "\(made) from \(masked)")
        }
      }
    }
  }
}

extension NamedAllele {
  fileprivate func carries(_ position: Int) -> Int {
    cells.contains { $0.position == position && $0.accepted == 0b10 } ? 1 : 0
  }
}
