import Evidence
import Genome
import Guidance
import Knowledge
import StarAlleles

/// The sentences for what reads show of one gene: what its positions rest on, which phase they settle
/// or leave open, and where they contradict the records.
struct ReadWording {
  private let result: GeneResult
  private let disagreements: [ReadDisagreement]
  private let wording: CallWording
  private let policy = ReadPolicy()

  init(_ result: GeneResult, disagreements: [ReadDisagreement], assembly: Assembly) {
    self.result = result
    self.disagreements = disagreements
    wording = CallWording(gene: result.gene, assembly: assembly)
  }

  /// What the positions rest on, as a sentence; nil without reads.
  var basis: String? {
    guard let basis = ReadBasis(result.call.evidence) else { return nil }
    let parts = [
      (basis.reads, "reads"), (basis.both, "records and reads"), (basis.records, "records alone"),
    ].filter { $0.0 > 0 }.map { "\($0.0) from \($0.1)" }
    return
      "\(parts.joined(separator: ", ").sentenceCased); depth \(CheckWording.decimal(basis.meanDepth)) "
      + "(least \(basis.leastDepth)), least confidence \(basis.leastConfidence)."
  }

  /// What reads settle, leave open or contradict, a sentence each.
  var remarks: [String] { structure + disagreementSentences + settled + contradicted + open }

  /// What the reads say of its copies, as sentences; none where the lack of a call says the same.
  private var structure: [String] {
    guard let finding = result.call.structure else { return [] }
    if case .notCalled(.needsStructure(let reason)) = result.call.status,
      reason == finding.reason
    {
      return []
    }
    return StructureWording(finding).sentences
  }

  /// Where records and reads differ, a sentence each.
  var disagreementSentences: [String] { disagreements.map(sentence) }

  /// One difference between records and reads, as a sentence.
  func sentence(_ found: ReadDisagreement) -> String {
    let positions = result.gene.positions
    let counts =
      positions.indices.contains(found.position)
      ? ReadCounts(found.reads, positions[found.position]).phrase : "\(found.reads.depth) reads"
    let shown =
      positions.indices.contains(found.position)
      ? found.reads.likeliest.map(positions[found.position].sequence).joined(separator: "/") : ""
    let record =
      found.record.map { "the record says \($0.reference)>\($0.alternates) \($0.genotype)" }
      ?? "no record was taken for reference"
    let genotype = shown.isEmpty ? "show no genotype" : "show \(shown)"
    let outcome =
      switch found.outcome {
      case .setAside: "the reads \(genotype) (\(counts)); both are sure, so it counts as no data."
      case .readsTaken: "the reads \(genotype) (\(counts)); the record is weak, so they were used."
      case .recordKept:
        "the reads rather \(genotype) (\(counts)); they are not sure enough, so the record stands."
      case .absenceRefuted: "the reads \(genotype) (\(counts)); they were used."
      case .absenceUnconfirmed: "the reads can't confirm it (\(counts)), so it counts as no data."
      }
    return "At \(wording.place(found.position)) \(record), but \(outcome)"
  }

  /// The phase that reads settle between neighbours of one set.
  private var settled: [String] {
    guard let phase = result.call.readPhase else { return [] }
    return phase.sets.compactMap { set -> String? in
      let pairs = zip(set.positions, set.positions.dropFirst())
      let linked = pairs.compactMap { one, other in
        phase.links.first { link in
          Set([link.first, link.second]) == Set([one, other])
            && link.agreeing >= policy.minimumPhaseFragments
            && link.confidence >= policy.minimumPhaseConfidence
        }
      }
      guard !linked.isEmpty else { return nil }
      let names = linked.map { link in
        "\(wording.name(link.first)) and \(wording.name(link.second)) by \(link.agreeing) "
          + "read\(link.agreeing == 1 ? "" : "s")"
          + (link.disagreeing > 0 ? " against \(link.disagreeing)" : "")
      }
      return "Phase of \(names.joined(separator: ", "))."
    }
  }

  /// The phase that stays open, where several diplotypes fit.
  private var open: [String] {
    guard let phase = result.call.readPhase, !result.call.isPhased,
      result.call.compatible.count > 1
    else { return [] }
    return phase.gaps.map { gap in
      "The phase of \(wording.name(gap.first)) and \(wording.name(gap.second)) is open: no read spans "
        + "the \(CheckWording.grouped(gap.distance)) bases between them; longer reads would."
    }
  }

  /// Where the reads show another phase than the records, a sentence each.
  private var contradicted: [String] {
    (result.call.readPhase?.contradictions ?? []).map { link in
      "\(link.agreeing) reads contradict the records' phase of \(wording.name(link.first)) and "
        + "\(wording.name(link.second)), so neither was used."
    }
  }
}
