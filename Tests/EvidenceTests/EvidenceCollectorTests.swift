import Evidence
import Genome
import GenomeFiles
import Knowledge
import Testing

/// One gene on chr1: a single base at 100 (A, G or T; GRCh37 has G), and a repeat whose reference
/// `CATATATG` starts at 200, with one unit fewer (index 1) or more (index 2).
struct EvidenceCollectorTests {
  private static func place(_ value: Int) -> Position {
    guard let position = Position(value) else { preconditionFailure("places start at 1") }
    return position
  }

  private static let gene: Gene = {
    let context = SequenceContext(start: place(200), bases: "CATATATG")
    return Gene(
      symbol: "TOY", contig: Contig(name: "1"), inheritance: .autosomal,
      positions: [
        DefiningPosition(
          id: "snv", rsid: nil, hgvs: "g.100A>G", alleles: ["A", "G", "T"],
          grch38: .init(position: place(100), referenceIndex: 0),
          grch37: .init(position: place(90), referenceIndex: 1), role: .defining),
        DefiningPosition(
          id: "repeat", rsid: nil, hgvs: "g.201AT[2]", alleles: ["CAT", "C", "CATAT"],
          grch38: .init(position: place(200), referenceIndex: 0, context: context), grch37: nil,
          role: .defining),
      ],
      alleles: [], calling: CallingRules(method: .diplotype), phenotyping: .diplotype, sources: [])
  }()

  private func evidence(
    _ records: VariantRecord..., policy: EvidencePolicy = .init(), assembly: Assembly = .grch38,
    callable: CallableRegions? = nil
  ) -> [PositionEvidence] {
    var collector = EvidenceCollector(
      genes: [Self.gene], assembly: assembly, sampleCount: 1, policy: policy, callable: callable)
    for record in records { collector.add(record) }
    return collector.evidence(sample: 0)[0].positions
  }

  private func record(
    _ position: Int, _ reference: String, _ alternates: String, _ genotype: String,
    end: Int? = nil, filters: [String] = [], depth: Int? = nil, quality: Int? = nil,
    depths: [Int?] = [], phaseSet: Int? = nil, contig: String = "chr1"
  ) -> VariantRecord {
    let isPhased = genotype.contains("|")
    let alleles = genotype.split { $0 == "/" || $0 == "|" }.map { Int($0) }
    return VariantRecord(
      contigName: contig, position: Self.place(position), reference: reference,
      alternates: alternates == "."
        ? [] : alternates.split(separator: ",").map { AlternateAllele(spelling: $0) },
      end: end.flatMap { Position($0) }, filters: filters, isReferenceBlock: end != nil,
      calls: [
        SampleCall(
          genotype: Genotype(alleles: alleles, isPhased: isPhased), depth: depth,
          alleleDepths: depths, genotypeQuality: quality, phaseSet: phaseSet)
      ])
  }

  private func alleles(_ evidence: PositionEvidence) -> [ObservedAllele]? {
    guard case .observed(let observation) = evidence else { return nil }
    return observation.alleles
  }

  @Test func `without a record there is no data, whatever the reference`() {
    #expect(evidence() == [.noData(.absent), .noData(.absent)])
  }

  private static let spellings: [(Int, String, String, String, [ObservedAllele])] = [
    (100, "A", "G", "0/1", [.documented(0), .documented(1)]),
    (100, "A", "G,T", "1/2", [.documented(1), .documented(2)]),
    (100, "A", "C", "0/1", [.documented(0), .undocumented("C")]),
    (99, "CA", "CG", "0/1", [.documented(0), .documented(1)]),
    (99, "CAC", "TGT", "1/1", [.documented(1), .documented(1)]),
    (99, "CAC", "TAT", "1/1", [.documented(0), .documented(0)]),
  ]

  @Test(arguments: spellings)
  func `a single base is found however the record pads it`(
    position: Int, reference: String, alternates: String, genotype: String,
    expected: [ObservedAllele]
  ) {
    #expect(alleles(evidence(record(position, reference, alternates, genotype))[0]) == expected)
  }

  private static let repeats: [(Int, String, String, ObservedAllele)] = [
    (200, "CAT", "C", .documented(1)), (201, "ATA", "A", .documented(1)),
    (204, "TAT", "T", .documented(1)), (204, "TATG", "TG", .documented(1)),
    (200, "CATATATG", "CATATG", .documented(1)), (200, "C", "CAT", .documented(2)),
    (206, "T", "TAT", .documented(2)), (206, "TG", "TATG", .documented(2)),
    (200, "CATAT", "C", .undocumented("C")), (203, "A", "AT", .undocumented("AT")),
  ]

  @Test(arguments: repeats)
  func `an insertion or deletion is found wherever it is anchored`(
    position: Int, reference: String, alternate: String, expected: ObservedAllele
  ) {
    let found = alleles(evidence(record(position, reference, alternate, "0/1"))[1])
    #expect(found == [.documented(0), expected])
  }

  @Test func `a record about something else says nothing`() {
    #expect(evidence(record(98, "CCAC", "C", "0/0"))[0] == .noData(.absent))
    #expect(evidence(record(202, "T", "G", "0/1"))[1] == .noData(.absent))
  }

  @Test func `a block is evidence of the reference where it is sure enough`() {
    let sure = evidence(record(50, "T", "<NON_REF>", "0/0", end: 300, depth: 30, quality: 60))
    #expect(sure.compactMap(alleles).count == 2)
    let unsure = evidence(record(50, "T", "<NON_REF>", "0/0", end: 300, depth: 30, quality: 3))
    #expect(unsure.allSatisfy { if case .noData(.lowQuality) = $0 { true } else { false } })
    let thin = evidence(record(50, "T", "<NON_REF>", "0/0", end: 300, depth: 2))
    #expect(thin.allSatisfy { if case .noData(.lowQuality) = $0 { true } else { false } })
  }

  @Test func `two blocks that meet cover an indel, one with a gap does not`() {
    let first = record(190, "T", "<NON_REF>", "0/0", end: 203, quality: 60)
    let meets = evidence(first, record(204, "T", "<NON_REF>", "0/0", end: 260, quality: 60))
    #expect(alleles(meets[1]) == [.documented(0), .documented(0)])
    let gap = evidence(first, record(205, "A", "<NON_REF>", "0/0", end: 260, quality: 60))
    #expect(gap[1] == .noData(.absent))
  }

  @Test func `reasons for no data are told apart`() throws {
    func reason(_ record: VariantRecord) -> NoDataReason? {
      if case .noData(let reason) = evidence(record)[0] { reason } else { nil }
    }
    func name(_ reason: NoDataReason?) -> String {
      reason.map { String("\($0)".prefix { $0 != "(" }) } ?? "none"
    }
    #expect(name(reason(record(100, "A", "G", "./."))) == "noCall")
    #expect(name(reason(record(100, "A", "G", "0/1", filters: ["q10"]))) == "filtered")
    #expect(name(reason(record(100, "A", "G", "0/1", depth: 0))) == "lowQuality")
    #expect(name(reason(record(100, "C", "G", "0/1"))) == "referenceMismatch")
    #expect(name(reason(record(100, "A", "G,*", "1/2"))) == "hiddenByStructure")
    #expect(name(reason(record(90, "A", "<DEL>", "0/1", end: 150))) == "hiddenByStructure")
    #expect(name(reason(record(100, "A", "G", "0/1", depths: [9, 0]))) == "alleleDepthConflict")
    #expect(name(reason(record(100, "A", "G", "0/."))) == "noCall")
  }

  @Test func `a filter that marks a confident reference call is no failure`() {
    let found = evidence(record(100, "A", "G", "0/0", filters: ["RefCall"]))[0]
    #expect(alleles(found) == [.documented(0), .documented(0)])
  }

  @Test func `half a genotype keeps its known half if that is a variant`() {
    #expect(
      alleles(evidence(record(100, "A", "G", "./1"))[0]) == [.unknown, .documented(1)])
  }

  @Test func `records split from one site are joined, a repeated one is not`() {
    let split = evidence(record(100, "A", "G", "0/1"), record(100, "A", "T", "0/1"))
    #expect(alleles(split[0]) == [.documented(2), .documented(1)])
    let again = evidence(record(100, "A", "G", "0/1"), record(100, "A", "G", "1/1"))
    #expect(alleles(again[0]) == [.documented(0), .documented(1)])
  }

  @Test func `phase and phase set are kept`() throws {
    func phase(_ record: VariantRecord) -> Phase? {
      if case .observed(let observation) = evidence(record)[0] { observation.phase } else { nil }
    }
    #expect(phase(record(100, "A", "G", "0/1")) == .unphased)
    #expect(phase(record(100, "A", "G", "0|1")) == .phased)
    #expect(phase(record(100, "A", "G", "0|1", phaseSet: 7)) == .phaseSet(7))
  }

  @Test func `the reference of the file's own assembly counts`() {
    let found = evidence(record(90, "G", "A", "0/1"), assembly: .grch37)
    #expect(alleles(found[0]) == [.documented(1), .documented(0)])
    #expect(found[1] == .noData(.notOnAssembly))
    var lenient = EvidencePolicy()
    lenient.absentIsReference = true
    #expect(
      alleles(evidence(policy: lenient, assembly: .grch37)[0]) == [.documented(1), .documented(1)])
  }

  @Test func `a callable region makes an absent position reference, a no-call stays`() throws {
    let contig = try #require(Contig(name: "1"))
    let whole = try #require(
      GenomicInterval(contig: contig, start: Self.place(1), end: Self.place(150)))
    let found = evidence(callable: CallableRegions([whole]))
    #expect(alleles(found[0]) == [.documented(0), .documented(0)])
    #expect(found[1] == .noData(.absent))
    let missing = evidence(record(100, "A", "G", "./."), callable: CallableRegions([whole]))
    #expect(alleles(missing[0]) == nil)
  }

  @Test func `contigs are matched by any of their names`() {
    for name in ["1", "chr1", "NC_000001.11"] {
      #expect(alleles(evidence(record(100, "A", "G", "1/1", contig: name))[0]) != nil)
    }
    #expect(alleles(evidence(record(100, "A", "G", "1/1", contig: "chr2"))[0]) == nil)
  }

  @Test func `records that disagree with the assembly are counted`() {
    var collector = EvidenceCollector(genes: [Self.gene], assembly: .grch38, sampleCount: 1)
    collector.add(record(100, "A", "G", "0/1"))
    collector.add(record(100, "C", "G", "0/1"))
    collector.add(record(100, "C", "G", "0/1", filters: ["bad"]))
    #expect(collector.agreeingRecords == 1)
    #expect(collector.disagreeingRecords == 1)
    #expect(collector.firstDisagreement?.expected == "A")
  }
}
