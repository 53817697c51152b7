import Evidence
import Genome
import Knowledge
import StarAlleles
import Structures
import Testing

struct OverlayTests {
  /// Two parts of 10,000 bases with two positions each: *2 at the first, *3 at the third, *4 at both.
  private let gene: Gene
  private let events: CopyEvents
  private let sample: DepthSample

  init() throws {
    events = try DepthSample.events(
      [
        .init(kind: .wholeDeletion, allele: "*9"), .init(kind: .partialDeletion, allele: "*10"),
        .init(kind: .wholeDuplication, allele: nil),
      ], intervals: 2, length: 10_000)
    sample = try DepthSample([events], seed: 13)
    gene = try Self.gene(method: .diplotype)
  }

  private static func gene(method: CallingRules.Method) throws -> Gene {
    let places = [10_001_000, 10_009_000, 10_201_000, 10_209_000]
    let positions = try places.enumerated().map { index, place in
      let locus = DefiningPosition.Locus(
        position: try #require(Position(place)), referenceIndex: 0)
      return DefiningPosition(
        id: "p\(index + 1)", rsid: nil, hgvs: "g.\(place)A>G", alleles: ["A", "G"], grch38: locus,
        grch37: locus, role: .defining)
    }
    func allele(_ name: String, _ variants: [Int]) -> NamedAllele {
      NamedAllele(
        name: name, function: nil, activity: nil,
        cells: variants.map { NamedAllele.Cell(position: $0, accepted: 0b10) })
    }
    let reference = NamedAllele(
      name: "*1", function: nil, activity: nil,
      cells: (0..<4).map { NamedAllele.Cell(position: $0, accepted: 0b1) })
    let structural = ["*9", "*10"].map {
      NamedAllele(name: $0, function: nil, activity: nil, cells: [])
    }
    return Gene(
      symbol: "TOY", contig: Contig(name: "chr7"), inheritance: .autosomal, positions: positions,
      alleles: [reference, allele("*2", [0]), allele("*3", [2]), allele("*4", [0, 2])] + structural,
      calling: CallingRules(method: method, caveat: "copies are needed"), phenotyping: .diplotype,
      sources: [])
  }

  private func applied(
    copies: [Double], _ genotypes: [String?], basis: Observation.Basis = .callableRegion,
    gene: Gene? = nil, events other: CopyEvents? = nil
  ) throws -> GeneCall {
    let gene = gene ?? self.gene
    let evidence = GeneEvidence(
      gene: gene,
      positions: genotypes.map { text in
        guard let text else { return .noData(.absent) }
        let alleles = text.split { $0 == "/" || $0 == "|" }.map {
          ObservedAllele.documented($0 == "1" ? 1 : 0)
        }
        return .observed(
          Observation(
            alleles: alleles, phase: text.contains("|") ? .phased : .unphased,
            basis: basis))
      })
    let call = StarAlleleCaller(genes: [gene]).call(evidence)
    let overlay = CopyOverlay(events: other ?? events, assembly: .grch38)
    return overlay.applied(try sample.finding(copies: copies), to: evidence, call: call)
  }

  private func conclusion(_ call: GeneCall) -> CopyNote.Conclusion? {
    guard case .copies(let note) = call.notes.last else { return nil }
    return note.conclusion
  }

  private static let cases: [([Double], [String?], [String], [[String]])] = [
    // One chromosome lacks the gene; the other is read alone.
    ([1, 1], ["1/1", "0/0", "0/0", "0/0"], ["*2/*9"], [["*9"]]),
    ([1, 1], ["1", "0", "1", "0"], ["*4/*9"], [["*9"]]),
    ([0, 0], [nil, nil, nil, nil], ["*9/*9"], [["*9", "*9"]]),
    // The first part is missing on one chromosome.
    ([1, 2], ["1/1", "0/0", "0/0", "0/0"], ["*2/*10"], [["*10"]]),
    ([1, 2], ["1/1", "0/0", "0/1", "0/0"], ["*2/*10", "*4/*10"], [["*10"]]),
    ([2, 1], ["0/1", "0/0", "1/1", "0/0"], ["*3/*10", "*4/*10"], [["*10"]]),
    ([0, 1], [nil, nil, "1/1", "0/0"], ["*9/*10"], [["*9", "*10"]]),
    // One haplotype stands twice on its chromosome: either may.
    ([3, 3], ["0/0", "0/0", "0/0", "0/0"], ["*1/*1x2"], [["x2"]]),
    ([3, 3], ["0/1", "0/0", "0/0", "0/0"], ["*1/*2x2", "*1x2/*2"], [["x2"]]),
  ]

  @Test(arguments: cases)
  func `another number of copies is laid over the call`(
    copies: [Double], genotypes: [String?], diplotypes: [String], events: [[String]]
  ) throws {
    let call = try applied(copies: copies, genotypes)
    #expect(call.diplotypes.map(\.description).sorted() == diplotypes.sorted())
    #expect(call.status == (diplotypes.count == 1 ? .called : .ambiguous))
    #expect(call.lookup == call.diplotypes)
    #expect(Set(call.diplotypes).isSubset(of: Set(call.compatible)))
    #expect(conclusion(call) == .event(events))
  }

  @Test(arguments: [
    (30, 15, ["*1x2/*2"]), (16, 29, ["*1/*2x2"]), (22, 23, ["*1/*2x2", "*1x2/*2"]),
    (60, 3, ["*1/*2x2", "*1x2/*2"]), (2, 1, ["*1/*2x2", "*1x2/*2"]),
  ])
  func `the balance of reads tells which haplotype is doubled, where it does`(
    reference: Int, variant: Int, diplotypes: [String]
  ) throws {
    var support = ReadSupport()
    support.alleles = [
      .init(allele: .documented(0), forward: reference, reverse: 0),
      .init(allele: .documented(1), forward: variant, reverse: 0),
    ]
    support.depth = reference + variant
    let call = try applied(copies: [3, 3], ["0/1", "0/0", "0/0", "0/0"], basis: .reads(support))
    #expect(call.diplotypes.map(\.description).sorted() == diplotypes)
    #expect(call.compatible.map(\.description).sorted() == ["*1/*2x2", "*1x2/*2"])
  }

  @Test func `two copies leave the call and say what was looked for`() throws {
    let call = try applied(copies: [2, 2], ["0/1", "0/0", "0/0", "0/0"])
    #expect(call.diplotypes.map(\.description) == ["*1/*2"])
    #expect(conclusion(call) == .twoCopies(lookedFor: ["*9", "*10", "duplication of the gene"]))
  }

  @Test func `a heterozygous position where one copy is counted is a contradiction`() throws {
    let call = try applied(copies: [1, 1], ["0/1", "0/0", "0/0", "0/0"])
    #expect(call.diplotypes.map(\.description) == ["*1/*2"])
    #expect(conclusion(call) == .notTold(.contradictedByVariants([0])))
  }

  @Test func `a heterozygous position beside a missing part is none`() throws {
    let call = try applied(copies: [1, 2], ["0/0", "0/0", "0/1", "0/0"])
    #expect(call.diplotypes.map(\.description) == ["*1/*10", "*3/*10"])
  }

  @Test func `a chromosome left alone without data has no call for want of data`() throws {
    let call = try applied(copies: [1, 1], [nil, nil, nil, nil])
    #expect(call.status == .notCalled(.noData))
    #expect(call.diplotypes.isEmpty)
    #expect(conclusion(call) == .event([["*9"]]))
  }

  @Test func `copies not told leave the call with the reason`() throws {
    let call = try applied(copies: [1.5, 1.5], ["0/1", "0/0", "0/0", "0/0"])
    #expect(call.diplotypes.map(\.description) == ["*1/*2"])
    #expect(conclusion(call) == .notTold(.betweenCopies))
  }

  @Test func `copies that no allele gives leave no diplotype`() throws {
    let call = try applied(copies: [2, 3], ["0/0", "0/0", "0/0", "0/0"])
    #expect(call.diplotypes.isEmpty)
    guard case .notCalled(.needsStructure) = call.status else {
      Issue.record("\(call.status)")
      return
    }
    #expect(conclusion(call) == .unexplained)
  }

  @Test func `a gene that waits for its copies is called once they are told`() throws {
    let waiting = try Self.gene(method: .structural)
    let two = try applied(copies: [2, 2], ["0/1", "0/0", "0/0", "0/0"], gene: waiting)
    #expect(two.status == .called)
    #expect(two.diplotypes.map(\.description) == ["*1/*2"])
    let one = try applied(copies: [1, 1], ["1/1", "0/0", "0/0", "0/0"], gene: waiting)
    #expect(one.diplotypes.map(\.description) == ["*2/*9"])
    let open = try applied(copies: [1.5, 1.5], ["0/0", "0/0", "0/0", "0/0"], gene: waiting)
    #expect(open.status == .notCalled(.needsStructure("copies are needed")))
  }

  @Test(arguments: [
    ([2.0, 2], "*A/*A"), ([1, 1], "*A/*9"), ([0, 0], "*9/*9"), ([3, 3], "*A/*Ax2"),
  ])
  func `a gene without positions is named by its copies`(copies: [Double], diplotype: String) throws
  {
    var bare = try Self.gene(method: .outsideOnly)
    bare.positions = []
    bare.alleles = ["*A", "*9", "*10"].map {
      NamedAllele(name: $0, function: nil, activity: nil, cells: [])
    }
    var named = events
    named.presentAllele = "*A"
    let call = try applied(copies: copies, [], gene: bare, events: named)
    #expect(call.status == .called)
    #expect(call.diplotypes.map(\.description) == [diplotype])
  }
}
