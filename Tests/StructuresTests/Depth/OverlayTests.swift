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

  @Test(arguments: [[1.0, 1], [0, 0]])
  func `a heterozygous position where one copy at most is counted is a contradiction`(
    copies: [Double]
  ) throws {
    let call = try applied(copies: copies, ["0/1", "0/0", "0/0", "0/0"])
    #expect(call.diplotypes.isEmpty && call.compatible.isEmpty && call.lookup.isEmpty)
    guard case .notCalled(.needsStructure) = call.status else {
      Issue.record("\(call.status)")
      return
    }
    #expect(conclusion(call) == .notTold(.contradictedByVariants([0])))
  }

  @Test func `a heterozygous position beside what was measured contradicts nothing`() throws {
    var wide = gene
    let locus = DefiningPosition.Locus(
      position: try #require(Position(9_999_000)), referenceIndex: 0)
    wide.positions[0].grch38 = locus
    let none = try applied(copies: [0, 0], ["0/1", nil, nil, nil], gene: wide)
    #expect(none.diplotypes.map(\.description) == ["*9/*9"])
    let one = try applied(copies: [1, 1], ["0/1", "0/0", "0/0", "0/0"], gene: wide)
    #expect(one.diplotypes.map(\.description) == ["*1/*9", "*2/*9"])
  }

  @Test func `four copies are a doubled haplotype on both chromosomes, or one three times`() throws
  {
    let call = try applied(copies: [4, 4], ["0/1", "0/0", "0/0", "0/0"])
    #expect(call.status == .ambiguous)
    #expect(
      call.diplotypes.map(\.description).sorted() == ["*1/*2x3", "*1x2/*2x2", "*1x3/*2"])
    #expect(conclusion(call) == .event([["x3"], ["x2", "x2"]]))
  }

  @Test func `a part told missing speaks against two copies where the rest is not told`() throws {
    // The first part is missing on both chromosomes; the other steps within.
    let regions = try SimulatedGenome.stableRegions()
    var collector = DepthCollector(stableRegions: regions, events: [events], assembly: .grch38)
    var genome = SimulatedGenome(.init(), seed: 4)
    for region in regions where region.role == .autosome {
      genome.cover(region.grch38, copies: 2, into: &collector)
    }
    genome.cover(10_204_000...10_210_000, on: Contig(name: "chr7"), copies: 2, into: &collector)
    let finding = try #require(CopyEventCaller(collector).findings().first)
    #expect(finding.status == .notTold(.uneven("part 2")) && finding.isAgainstTwo)
    let evidence = GeneEvidence(
      gene: gene,
      positions: [nil, nil, nil, 0].map { allele -> PositionEvidence in
        guard let allele else { return .noData(.absent) }
        return .observed(
          Observation(
            alleles: [.documented(allele), .documented(allele)], phase: .unphased,
            basis: .callableRegion))
      })
    let call = CopyOverlay(events: events, assembly: .grch38).applied(
      finding, to: evidence, call: StarAlleleCaller(genes: [gene]).call(evidence))
    #expect(call.diplotypes.isEmpty)
    guard case .notCalled(.needsStructure) = call.status else {
      Issue.record("\(call.status)")
      return
    }
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

  @Test func `copies not told leave what fits, and the reason`() throws {
    // No number of copies has such a depth, and other numbers than two are common.
    let none = try applied(copies: [1.5, 1.5], ["0/0", "0/0", "0/0", "0/0"])
    #expect(none.diplotypes.isEmpty)
    guard case .notCalled(.needsStructure) = none.status else {
      Issue.record("\(none.status)")
      return
    }
    #expect(conclusion(none) == .notTold(.betweenCopies))
  }

  @Test func `copies that depth leaves open are listed with what each makes of the call`() throws {
    // Few reads: one copy of the gene and two are both likely.
    var isSeen = false
    let whole = try DepthSample.events(
      [.init(kind: .wholeDeletion, allele: "*9"), .init(kind: .wholeDuplication, allele: nil)],
      intervals: 2, length: 2000)
    let shallow = try DepthSample([whole], .init(depth: 5, scatter: 0.05), seed: 13)
    for draw in 0..<60 as Range<UInt64> {
      let finding = try shallow.finding(copies: [1.4, 1.4], draw: draw)
      guard finding.status == .notTold(.betweenCopies), finding.open.count == 2,
        finding.open.contains(where: \.isUsual),
        finding.open.contains(where: { $0.first.isUsual && $0.second.allele == "*9" })
      else { continue }
      isSeen = true
      for (genotype, diplotypes) in [("0/0", ["*1/*1", "*1/*9"]), ("0/1", ["*1/*2"])] {
        let evidence = GeneEvidence(
          gene: gene,
          positions: [genotype, "0/0", "0/0", "0/0"].map { text in
            .observed(
              Observation(
                alleles: text.split(separator: "/").map { .documented(Int($0) ?? 0) },
                phase: .unphased, basis: .callableRegion))
          })
        let call = CopyOverlay(events: whole, assembly: .grch38).applied(
          finding, to: evidence, call: StarAlleleCaller(genes: [gene]).call(evidence))
        #expect(call.diplotypes.map(\.description).sorted() == diplotypes)
        #expect(call.status == (diplotypes.count == 1 ? .called : .ambiguous))
        guard case .copies(let note) = call.notes.last else { continue }
        #expect(note.alternatives.contains([]))
        #expect(note.alternatives.contains(["*9"]) == (genotype == "0/0"))
      }
    }
    #expect(isSeen)
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
    #expect(open.diplotypes.isEmpty)
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
