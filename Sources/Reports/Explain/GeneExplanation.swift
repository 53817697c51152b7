public import Evidence
public import Genome
public import Guidance
public import Knowledge
import StarAlleles

/// The chain from record to sentence for one gene, a link a line: what was read, which haplotypes
/// and diplotypes fit, what they mean, and which rules of which sources they meet.
public struct GeneExplanation {
  private let result: GeneResult
  private let drugs: [DrugGuidance]
  private let assembly: Assembly
  private let shares: DiplotypeShares?
  private let wording: CallWording
  private let reads: ReadWording

  /// A diplotype that fewer people than this have, in every population with figures, is said to be
  /// rare: a reason to look at the data again.
  private static let rare = 1e-5

  /// Makes the explanation of a gene's result.
  ///
  /// `drugs` are the sample's guidance, or none; `disagreements` are where the reads of the gene do
  /// not say what its records say.
  public init(
    _ result: GeneResult, drugs: [DrugGuidance] = [], frequencies: GeneFrequencies? = nil,
    disagreements: [ReadDisagreement] = [], assembly: Assembly
  ) {
    self.result = result
    self.drugs = drugs
    self.assembly = assembly
    shares = frequencies.map(DiplotypeShares.init)
    wording = CallWording(gene: result.gene, assembly: assembly)
    reads = ReadWording(result, disagreements: disagreements, assembly: assembly)
  }

  /// The text.
  public var document: String {
    let lines = sections.flatMap { section in
      ["  \(section.title)"] + section.lines.map { "    \($0)" }
    }
    return ([headline] + (noResult.map { ["  \($0)"] } ?? []) + lines).joined(separator: "\n")
      + "\n"
  }

  /// The gene, and whether and by whom it was called.
  package var headline: String {
    let source = result.call.statedBy
    return "\(result.gene.symbol): \(result.call.status.word)"
      + (source.isEmpty ? "" : ", stated by \(source.listed("and"))")
  }

  /// Why there is no result, as a sentence; nil where there is one.
  package var noResult: String? { result.call.status.reason.map { wording.sentence($0) } }

  /// The links of the chain in order, each with its title; those with nothing to say are left out.
  package var sections: [(title: String, lines: [String])] {
    [
      ("Read", evidence),
      ("Records against reads", reads.disagreementSentences),
      ("Phase from reads", readPhase),
      ("Structure", result.call.structure.map { StructureWording($0).lines } ?? []),
      ("No data", missing),
      ("Haplotypes", haplotypes),
      ("Diplotypes", diplotypes),
      ("How common", commonness),
      ("Meaning", meaning),
      ("Notes", wording.notes(of: result)),
      ("Rules met", rules),
      (
        "Sources",
        result.gene.sources.map { "\($0.name) \($0.version) (\($0.licence)) \($0.url)" }
      ),
    ].filter { !$0.1.isEmpty }.map { (title: $0.0, lines: $0.1) }
  }

  private var evidence: [String] {
    let variant = VariantEvidence.positions(in: result, assembly: assembly)
    let lines = variant.map { found -> String in
      let alleles = found.alleles.joined(separator: found.phase == "unphased" ? "/" : "|")
      let record = found.trace.map { trace in
        let number = trace.ordinal.map { "record \($0): " } ?? ""
        let depth = trace.depth.map { ", depth \($0)" } ?? ""
        let quality = trace.genotypeQuality.map { ", GQ \($0)" } ?? ""
        return " from \(number)\(trace.contigName):\(trace.position) \(trace.reference)>"
          + "\(trace.alternates) GT \(trace.genotype)\(depth)\(quality)"
      }
      return "\(wording.place(found.index)) \(alleles), \(found.phase)\(record ?? "")"
        + (found.reads.map { ", \($0.detail)" } ?? "")
    }
    let reference =
      result.call.evidence.count { evidence in
        if case .observed = evidence { true } else { false }
      } - variant.count
    return lines
      + (reference > 0
        ? ["reference at \(reference) position\(reference == 1 ? "" : "s")"] : [])
      + (reads.basis.map { [$0] } ?? [])
  }

  private var readPhase: [String] {
    guard let phase = result.call.readPhase else { return [] }
    let links = phase.links.map { link in
      "\(wording.name(link.first)) with \(wording.name(link.second)): \(link.agreeing) reads agree, "
        + "\(link.disagreeing) disagree, confidence \(link.confidence)"
    }
    let gaps = phase.gaps.map { gap in
      "\(wording.name(gap.first)) and \(wording.name(gap.second)), \(gap.distance) bases apart: "
        + "no reads join them; longer reads would be needed"
    }
    let contradictions = phase.contradictions.map { link in
      "\(wording.name(link.first)) with \(wording.name(link.second)): \(link.agreeing) reads "
        + "contradict the phase of the records, \(link.disagreeing) agree with it"
    }
    return links + gaps + contradictions
  }

  private var missing: [String] {
    let shown = result.call.missing.prefix(20).map { index -> String in
      guard result.call.evidence.indices.contains(index),
        case .noData(let reason) = result.call.evidence[index]
      else { return wording.place(index) }
      let counts = reason.readSupport.flatMap { support -> String? in
        guard support.depth > 0, result.gene.positions.indices.contains(index) else { return nil }
        return " (\(ReadCounts(support, result.gene.positions[index]).detail))"
      }
      return "\(wording.place(index)): \(wording.phrase(reason))\(counts ?? "")"
    }
    let rest = result.call.missing.count - shown.count
    return shown + (rest > 0 ? ["and \(rest) more"] : [])
  }

  private var haplotypes: [String] {
    let names =
      result.call.diplotypes.isEmpty
      ? result.call.components : result.call.diplotypes.flatMap(\.haplotypes)
    return (names + result.call.lookup.flatMap(\.haplotypes)).distinct.map { name in
      guard let allele = result.gene.alleles.first(where: { $0.name == name }) else { return name }
      let cells = allele.cells.prefix(8).map { cell -> String in
        let bases =
          result.gene.positions.indices.contains(cell.position)
          ? result.gene.positions[cell.position].alleles.enumerated().compactMap {
            cell.accepted >> $0.offset & 1 == 1 ? $0.element : nil
          }.joined(separator: "/") : "?"
        return "\(wording.name(cell.position))=\(bases)"
      }
      let more = allele.cells.count > 8 ? ", …" : ""
      let function = allele.function ?? "no function assigned"
      let activity = allele.activity.map { ", activity \($0)" } ?? ""
      let needs = cells.isEmpty ? "" : ": \(cells.joined(separator: ", "))\(more)"
      return "\(name) (\(function)\(activity))\(needs)"
    }
  }

  private var diplotypes: [String] {
    let call = result.call
    let top = Set(call.diplotypes)
    var lines = call.diplotypes.map { "\($0), ranked first" }
    let others = call.compatible.filter { !top.contains($0) }
    lines += others.prefix(20).map { "\($0), also fits" }
    if others.count > 20 { lines.append("and \(others.count - 20) more that fit") }
    if call.isLookupInferred {
      lines.append("looked up as \(call.lookup.map(\.description).joined(separator: " or "))")
    }
    if !call.deciding.isEmpty {
      lines.append(
        "would be settled by \(call.deciding.prefix(5).map(wording.place).listed("and"))")
    }
    return lines
  }

  /// Which of the fitting diplotypes are common, by population, and whether the first is rare.
  private var commonness: [String] {
    guard let shares else { return [] }
    let fitting = result.call.compatible.isEmpty ? result.call.diplotypes : result.call.compatible
    let lines = shares.ranking(of: fitting).map { population, ranked in
      let first = ranked.prefix(3).map { "\($0.diplotype) \(Self.percent($0.share))" }
      return "\(population): \(first.joined(separator: ", ")) of those that fit"
    }
    let figures = result.call.diplotypes.map { diplotype in
      shares.populations.compactMap { shares.share(of: diplotype, in: $0) }
    }
    let isRare = figures.contains { !$0.isEmpty && $0.allSatisfy { $0 < Self.rare } }
    return lines
      + (isRare
        ? ["rare: expected in fewer than 1 in 100,000 people of every population with figures"]
        : [])
  }

  private static func percent(_ share: Double) -> String {
    if share >= 0.9995 { return "over 99.9 %" }
    if share < 0.0005 { return "under 0.1 %" }
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }

  private var meaning: [String] {
    let looked = result.lookups.map { lookup -> String in
      let name = lookup.diplotype?.description ?? "stated"
      let score = lookup.activityScore.map { ", activity score \($0)" } ?? ""
      let terms = lookup.phenotype.map { [$0] } ?? lookup.key.terms
      let functions = lookup.functions.map { $0 ?? "none" }.joined(separator: " + ")
      return "\(name): \(functions.isEmpty ? "" : functions + " → ")"
        + (terms.isEmpty ? "the diplotype is the key" : terms.joined(separator: ", ")) + score
    }
    let meanings = Set(result.lookups.map(\.meaning))
    let others = result.possible.filter { !meanings.contains($0.lookup.meaning) }
    return looked
      + others.map { possibility in
        let terms =
          possibility.lookup.phenotype ?? possibility.lookup.key.terms.joined(separator: ", ")
        return "\(possibility.diplotypes.count) other fitting diplotypes: \(terms)"
      }
  }

  private var rules: [String] {
    drugs.flatMap { guidance in
      guidance.entries.compactMap { entry -> String? in
        guard let rule = entry.rule,
          entry.matchedGenes.contains(where: { $0.gene == result.gene.symbol })
        else { return nil }
        let rows = rule.sourceRows.isEmpty ? "" : ", rows \(rule.sourceRows.joined(separator: " "))"
        let sentence = GuidanceWording(rule: rule, drug: guidance.drug.name).text
        return "\(guidance.drug.name): \(entry.state.word.lowercased()), rule \(rule.id), "
          + "\(entry.guideline.source) \(entry.guideline.version)\(rows)\n      \(sentence)"
      }
    }
  }
}
