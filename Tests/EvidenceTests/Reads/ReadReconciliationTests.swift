import Evidence
import Genome
import GenomeFiles
import Knowledge
import Testing

/// Records and reads of one sample together.
struct ReadReconciliationTests {
  private static func trace(_ quality: Int? = 99) -> RecordTrace {
    RecordTrace(
      ordinal: 1, contigName: "chr1", position: ReadToy.place(1000), reference: "A",
      alternates: "G", genotype: Genotype(alleles: [0, 1], isPhased: false), depth: 30,
      genotypeQuality: quality)
  }

  private static func support(_ confidence: Int = 90) -> ReadSupport {
    var support = ReadSupport()
    support.depth = 30
    support.confidence = confidence
    return support
  }

  /// Evidence of the toy gene spelled as `0/1`, `0|1:7` (a phase set), `0|1` or a reason.
  private func records(_ texts: String..., quality: Int? = 99) -> GeneEvidence {
    evidence(texts) {
      .record(Self.trace(quality))
    } reason: { reason in
      switch reason {
      case "absent": .absent
      case "noCall": .noCall(Self.trace())
      case "filtered": .filtered(Self.trace())
      case "hidden": .hiddenByStructure(Self.trace())
      default: .notOnAssembly
      }
    }
  }

  private func assumed(_ texts: String...) -> GeneEvidence {
    evidence(texts) {
      .assumedReference
    } reason: { _ in
      .absent
    }
  }

  private func reads(
    _ texts: String..., confidence: Int = 90, phase: ReadPhase? = nil
  ) -> GeneEvidence {
    var evidence = evidence(texts) {
      .reads(Self.support(confidence))
    } reason: { reason in
      .reads(ReadGap(rawValue: reason) ?? .noReads, Self.support(0))
    }
    evidence.readPhase = phase
    return evidence
  }

  private func evidence(
    _ texts: [String], basis: () -> Observation.Basis, reason: (String) -> NoDataReason
  ) -> GeneEvidence {
    GeneEvidence(
      gene: ReadToy.gene(),
      positions: texts.map { text in
        guard text.first?.isNumber == true || text.first == "." else {
          return .noData(reason(text))
        }
        let parts = text.split(separator: ":")
        let alleles = parts[0].split { "/|".contains($0) }.map { letter -> ObservedAllele in
          Int(letter).map { .documented($0) } ?? .unknown
        }
        let phase: Phase =
          text.contains("|")
          ? (parts.count > 1 ? .phaseSet(Int(parts[1]) ?? 0) : .phased) : .unphased
        return .observed(Observation(alleles: alleles, phase: phase, basis: basis()))
      })
  }

  private func together(
    _ variants: GeneEvidence, _ reads: GeneEvidence
  ) -> (positions: [String], outcomes: [ReadDisagreement.Outcome], evidence: GeneEvidence) {
    let (evidence, disagreements) = ReadReconciliation().reconcile(
      variants: variants, reads: reads, assembly: .grch38)
    return (evidence.positions.map(\.short), disagreements.map(\.outcome), evidence)
  }

  @Test func `where both show the same, both are the basis`() {
    let both = together(records("0/1", "0/0", "1/1", "0/1"), reads("0/1", "0/0", "1/1", "0/1"))
    #expect(both.positions == ["0/1", "0/0", "1/1", "0/1"])
    #expect(both.outcomes.isEmpty)
    guard case .observed(let observation) = both.evidence.positions[0] else { return }
    #expect(observation.basis == .recordAndReads(Self.trace(), Self.support()))
  }

  @Test func `reads fill in where records have no data`() {
    let both = together(
      records("absent", "noCall", "filtered", "./1"), reads("0/1", "0/0", "1/1", "0/1"))
    #expect(both.positions == ["0/1", "0/0", "1/1", "0/1"])
    #expect(both.outcomes.isEmpty)
  }

  @Test func `what a structure hides stays hidden`() {
    let both = together(records("hidden", "0/0", "0/0", "0/0"), reads("0/0", "0/0", "0/0", "0/0"))
    #expect(both.positions[0] == "noData")
  }

  @Test func `records stand where reads can't tell`() {
    let both = together(
      records("0/1", "0/1", "0/1", "0/1"), reads("noReads", "unclear", "tooFew", "uninformative"))
    #expect(both.positions == ["0/1", "0/1", "0/1", "0/1"])
    #expect(both.outcomes.isEmpty)
  }

  @Test func `a record that sure reads contradict is not used, nor are the reads`() {
    let both = together(records("0/0", "0/1", "1/1", "0/1"), reads("0/1", "0/0", "0/1", "1/1"))
    #expect(both.positions == ["contradicts", "contradicts", "contradicts", "contradicts"])
    #expect(both.outcomes == [.setAside, .setAside, .setAside, .setAside])
    guard case .noData(let reason) = both.evidence.positions[0] else { return }
    #expect(reason.setsAsideVariant)
    #expect(reason.readSupport == Self.support())
  }

  @Test func `a weak record gives way, and unsure reads don't speak against one`() {
    let weak = together(
      records("0/0", "0/1", "1/1", "0/1", quality: 12), reads("0/1", "0/1", "0/1", "0/1"))
    #expect(weak.positions == ["0/1", "0/1", "0/1", "0/1"])
    #expect(weak.outcomes == [.readsTaken, .readsTaken])
    let unsure = together(
      records("0/0", "0/1", "1/1", "0/1"), reads("0/1", "0/1", "0/1", "0/1", confidence: 25))
    #expect(unsure.positions == ["0/0", "0/1", "1/1", "0/1"])
    #expect(unsure.outcomes == [.recordKept, .recordKept])
  }

  @Test func `an assumed reference is confirmed, refuted, or no data without reads`() {
    let both = together(
      assumed("0/0", "0/0", "0/0", "0/0"), reads("0/0", "0/1", "noReads", "unclear"))
    #expect(both.positions == ["0/0", "0/1", "noReads", "unclear"])
    #expect(both.outcomes == [.absenceRefuted, .absenceUnconfirmed, .absenceUnconfirmed])
    guard case .observed(let observation) = both.evidence.positions[0] else { return }
    #expect(observation.basis == .reads(Self.support()))
    let tandem = together(
      assumed("0/0", "0/0", "0/0", "0/0"), reads("0/0", "0/0", "0/0", "uninformative"))
    #expect(tandem.positions[3] == "0/0")
  }

  @Test func `one copy and two alike agree`() {
    let both = together(records("1", "0", "1/1", "0/0"), reads("1/1", "0/1", "1", "0"))
    #expect(both.positions == ["1", "contradicts", "1", "0"])
  }

  private func phase(_ groups: [Int]..., links: [ReadPhase.Link] = []) -> ReadPhase {
    ReadPhase(sets: groups.map { .init(number: 500 + $0[0], positions: $0) }, links: links)
  }

  private func phases(_ evidence: GeneEvidence) -> [Phase?] {
    evidence.positions.map { entry in
      if case .observed(let observation) = entry { observation.phase } else { nil }
    }
  }

  @Test func `reads join what the records leave unphased`() {
    let both = together(
      records("0/1", "0/1", "0/1", "0/0"),
      reads("0|1:9", "1|0:9", "0/1", "0/0", phase: phase([0, 1])))
    #expect(both.positions == ["0|1", "1|0", "0/1", "0/0"])
    #expect(phases(both.evidence) == [.phaseSet(1000), .phaseSet(1000), .unphased, .unphased])
    #expect(both.evidence.readPhase?.gaps == [.init(first: 1, second: 2, distance: 800)])
  }

  @Test func `sets that share a position become one, turned to fit`() {
    let both = together(
      records("0|1:5", "1|0:5", "0/1", "0|1:8"),
      reads("0/1", "0|1:9", "0|1:9", "1|0:9", phase: phase([1, 2, 3])))
    #expect(both.positions == ["0|1", "1|0", "1|0", "0|1"])
    #expect(phases(both.evidence) == [.phaseSet(5), .phaseSet(5), .phaseSet(5), .phaseSet(5)])
    let whole = together(
      records("1|0", "1|0", "0/1", "0/0"),
      reads("0/1", "0|1:9", "0|1:9", "0/0", phase: phase([1, 2])))
    #expect(whole.positions == ["1|0", "1|0", "1|0", "0/0"])
    #expect(phases(whole.evidence).prefix(3) == [.phased, .phased, .phased])
  }

  @Test func `a set whose number is taken gets another`() {
    let both = together(
      records("0/1", "0/1", "0|1:1000", "0|1:1000"),
      reads("0|1:9", "0|1:9", "0/1", "0/1", phase: phase([0, 1])))
    #expect(
      phases(both.evidence) == [
        .phaseSet(1001), .phaseSet(1001), .phaseSet(1000), .phaseSet(1000),
      ])
  }

  @Test func `where reads contradict the records' phase neither is used, and that is told`() {
    let link = ReadPhase.Link(first: 0, second: 1, agreeing: 20, disagreeing: 0, confidence: 500)
    let both = together(
      records("0|1", "0|1", "0/1", "0/0"),
      reads("0|1:9", "1|0:9", "0|1:9", "0/0", phase: phase([0, 1, 2], links: [link])))
    #expect(both.positions == ["0/1", "0/1", "0/1", "0/0"])
    #expect(phases(both.evidence).prefix(3) == [.unphased, .unphased, .unphased])
    #expect(both.evidence.readPhase?.contradictions == [link])
    #expect(both.evidence.readPhase?.sets == [])
    // Reads span the first two; nothing is said of the second and third.
    #expect(both.evidence.readPhase?.gaps == [.init(first: 1, second: 2, distance: 800)])
  }

  @Test func `a set of the records is cut only where reads contradict it`() {
    let link = ReadPhase.Link(first: 1, second: 2, agreeing: 20, disagreeing: 0, confidence: 500)
    let both = together(
      records("0|1", "0|1", "0|1", "0|1"),
      reads("0/1", "0|1:9", "1|0:9", "0/1", phase: phase([1, 2], links: [link])))
    #expect(both.positions == ["0|1", "0|1", "0|1", "0|1"])
    let found = phases(both.evidence)
    #expect(found[0] == .phaseSet(1000) && found[0] == found[1])
    #expect(found[2] == found[3] && found[2] != found[0] && found[2] != .unphased)
    #expect(both.evidence.readPhase?.sets.map(\.positions) == [[0, 1], [2, 3]])
  }

  @Test func `a position whose genotype was set aside takes no part in phase`() {
    let both = together(
      records("0/0", "0/1", "0/0", "0/0"),
      reads("0|1:9", "1|0:9", "0/0", "0/0", phase: phase([0, 1])))
    #expect(both.positions == ["contradicts", "0/1", "0/0", "0/0"])
  }
}
