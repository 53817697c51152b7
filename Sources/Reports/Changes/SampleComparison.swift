import Guidance
public import Knowledge

/// Looks stored samples up in two editions of the knowledge base and tells what differs.
///
/// Not for use from several threads at once: answers are kept for samples that share them.
public final class SampleComparison {
  private let old: StoredLookup
  private let new: StoredLookup
  private var shifts: [PagePair: SampleChange.DrugShift?] = [:]

  /// Lays two editions out.
  public init(from old: KnowledgeEdition, to new: KnowledgeEdition) {
    self.old = StoredLookup(old)
    self.new = StoredLookup(new)
  }

  /// The samples of a report whose gene results or guidance differ.
  ///
  /// The diplotypes stored stand: what a new call would say from the variants is not asked.
  public func changes(in report: StoredReport) -> [SampleChange] {
    report.samples.compactMap { sample in
      let before = old.report(of: sample, in: report)
      let after = new.report(of: sample, in: report)
      let risks = (before.risks.map(Self.line), after.risks.map(Self.line))
      let change = SampleChange(
        sampleID: sample.id, file: report.file, genes: genes(sample, before, after),
        drugs: drugs(before, after), removedRisks: risks.0.filter { !risks.1.contains($0) },
        addedRisks: risks.1.filter { !risks.0.contains($0) })
      return change.isEmpty ? nil : change
    }
  }

  /// The genes some sample of a report has a result of.
  public func genes(in report: StoredReport) -> Set<String> {
    Set(report.samples.flatMap(\.genes).filter { !$0.title.isEmpty }.map(\.gene))
  }

  /// A risk with the medicines that bring it.
  private static func line(_ finding: RiskFinding) -> String {
    let medicines = finding.risk.medicines.map { GuidanceWording.name($0, [:]) }
    let lead = finding.certainty == .possible ? "possible: " : ""
    return "\(lead)\(medicines.listed("or")): \(RiskWording(finding.risk).text)"
  }

  // MARK: Genes

  private func genes(
    _ sample: StoredSample, _ before: ReportInput, _ after: ReportInput
  ) -> [SampleChange.GeneShift] {
    let (before, after) = (meanings(before), meanings(after))
    return sample.genes.compactMap { stored in
      let (one, other) = (before[stored.gene], after[stored.gene])
      let unknown = new.gene(stored.gene).map { gene in
        stored.names.filter { !gene.knows(haplotype: $0) }
      }
      guard one != other, !(one ?? []).isEmpty || !(other ?? []).isEmpty else { return nil }
      return SampleChange.GeneShift(
        gene: stored.gene, title: stored.title, old: one, new: other, unknown: unknown ?? [])
    }
  }

  /// What each gene's result means, in words.
  private func meanings(_ input: ReportInput) -> [String: [String]] {
    let all = input.genes.map { result in
      let words = result.lookups.map { lookup in
        let terms = lookup.phenotype.map { [$0] } ?? lookup.key.terms
        return (terms + (lookup.activityScore.map { ["score \($0)"] } ?? []))
          .joined(separator: ", ")
      }
      return (result.gene.symbol, words.filter { !$0.isEmpty }.distinct)
    }
    return Dictionary(all, uniquingKeysWith: { one, _ in one })
  }

  // MARK: Drugs

  /// Two answers, each by its number in the book of its edition.
  private struct PagePair: Hashable {
    let old: Int?
    let new: Int?
  }

  private func drugs(_ before: ReportInput, _ after: ReportInput) -> [SampleChange.DrugShift] {
    let (one, other) = (byID(before), byID(after))
    let contexts = (ReportContext(before), ReportContext(after))
    return Set(one.keys).union(other.keys).compactMap { id -> SampleChange.DrugShift? in
      let pair = PagePair(old: one[id]?.page, new: other[id]?.page)
      if let known = shifts[pair] { return known }
      let shift = shift(id, one[id], other[id], contexts)
      shifts[pair] = .some(shift)
      return shift
    }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  private func byID(_ input: ReportInput) -> [String: DrugGuidance] {
    Dictionary(input.drugs.map { ($0.drug.id, $0) }, uniquingKeysWith: { one, _ in one })
  }

  /// What differs between two answers; nil if nothing does, or if a drug that only one edition has
  /// gets no answer there.
  private func shift(
    _ id: String, _ old: DrugGuidance?, _ new: DrugGuidance?,
    _ contexts: (ReportContext, ReportContext)
  ) -> SampleChange.DrugShift? {
    let before = old.map { lines($0, contexts.0) } ?? []
    let after = new.map { lines($0, contexts.1) } ?? []
    let states = [old?.state, new?.state].compactMap { $0 }
    guard states.contains(where: { $0 != .notAssessed }) || states.count == 2 else { return nil }
    let shift = SampleChange.DrugShift(
      id: id, name: new?.drug.name ?? old?.drug.name ?? id, old: old?.state, new: new?.state,
      removed: before.filter { !after.contains($0) }, added: after.filter { !before.contains($0) })
    return shift.old == shift.new && shift.removed.isEmpty && shift.added.isEmpty ? nil : shift
  }

  /// Everything an answer says, a line for each source and population.
  private func lines(_ guidance: DrugGuidance, _ context: ReportContext) -> [String] {
    let said = guidance.entries.map { entry in
      let words = EntryWording(entry, drug: guidance.drug, context)
      let meta = [entry.guideline.source, entry.rule?.strength ?? "", entry.population]
        .filter { !$0.isEmpty && $0 != "general" }.joined(separator: ", ")
      return (["[\(meta)] \(words.text)"] + words.implications + words.limits)
        .joined(separator: " ")
    }
    let open = DependenceWording(guidance.dependence, context).text
    return said + (open.isEmpty ? [] : [open])
  }
}
