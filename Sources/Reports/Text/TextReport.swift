import Evidence
import Genome
import Guidance
import Knowledge
import StarAlleles

/// The report of one sample for a terminal, at most `width` columns, what to do first.
public struct TextReport {
  /// The most columns a line takes, long names apart.
  public static let width = 88

  private let input: ReportInput
  private let context: ReportContext

  /// Makes the report of a sample.
  public init(_ input: ReportInput) {
    self.input = input
    context = ReportContext(input)
  }

  /// The whole text.
  public var document: String {
    var lines: [String] = []
    let provenance = input.provenance
    lines.append("Sample \(input.sampleID), \(provenance.inputName) on \(provenance.assembly)")
    lines.append(
      "\(provenance.engine), knowledge base \(provenance.knowledgeVersion) "
        + "(\(provenance.knowledgeIdentity))")
    if !provenance.options.isEmpty {
      lines += TextLayout.wrapped("With \(provenance.options.joined(separator: ", "))", hanging: 5)
    }
    if let check = input.check, check.verdict != .fit { lines += [""] + fitness(check) }
    if !input.drugs.isEmpty { lines += drugs }
    lines += risks
    lines += genes
    lines += reads
    if let check = input.check, check.verdict == .fit { lines += [""] + fitness(check) }
    for note in provenance.notes { lines += TextLayout.wrapped("Note: \(note)", hanging: 6) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whether the sample is fit for pharmacogenomics, and what speaks against it.
  private func fitness(_ check: SampleCheck) -> [String] {
    let wording = CheckWording(assembly: check.assembly)
    let headline = wording.headline(check.verdict)
    guard check.verdict != .fit else { return ["\(headline) (\(CheckFacts(check).coverage))"] }
    return [headline] + CheckText.reasons(check, wording)
  }

  /// What reads settle, leave open or contradict, gene by gene.
  private var reads: [String] {
    let said = context.guided.map { ($0.gene.symbol, context.reads($0).remarks) }
      .filter { !$0.1.isEmpty }
    guard !said.isEmpty else { return [] }
    return ["", "From the reads"]
      + said.flatMap { symbol, remarks in
        TextLayout.wrapped("  \(symbol): \(remarks.joined(separator: " "))", hanging: 4)
      }
  }

  private var drugs: [String] {
    let byState = Dictionary(grouping: input.drugs, by: \.state)
    var lines = [""]
    lines.append(
      AnswerState.allCases.map { state in
        "\(state.sign) \(byState[state]?.count ?? 0) \(state.word.lowercased())"
      }.joined(separator: "   "))
    for state in [AnswerState.stop, .change, .caution] {
      for guidance in byState[state] ?? [] { lines += entry(guidance, state) }
    }
    if let calm = byState[.noChange], !calm.isEmpty {
      lines += ["", "\(AnswerState.noChange.sign) No change: give as usual"]
      lines += TextLayout.wrapped(
        "  " + calm.map(\.drug.name).joined(separator: ", "), hanging: 2)
    }
    let groups = NotAssessedGroups(byState[.notAssessed] ?? [], context).all
    if !groups.isEmpty {
      lines += ["", "\(AnswerState.notAssessed.sign) Not assessed: no answer for these"]
      for group in groups {
        let names = group.drugs.map(\.name).joined(separator: ", ")
        let remedy = group.remedy.isEmpty ? "" : " \(group.remedy)"
        lines += TextLayout.wrapped("  \(group.title): \(names).\(remedy)", hanging: 4)
      }
    }
    return lines
  }

  private func entry(_ guidance: DrugGuidance, _ state: AnswerState) -> [String] {
    guard let lead = guidance.lead else { return [] }
    let said = EntryWording(lead, drug: guidance.drug, context)
    var lines = ["", "\(state.sign) \(guidance.drug.name.uppercased())  \(said.headline)"]
    lines += TextLayout.wrapped("    \(said.text)", hanging: 4)
    let why = lead.matchedGenes.map(\.words).joined(separator: "; ")
    let meta = [lead.guideline.source, lead.rule?.strength ?? "", lead.population]
      .filter { !$0.isEmpty && $0 != "general" }.joined(separator: ", ")
    lines += TextLayout.wrapped("    Why: \(why). [\(meta)]", hanging: 9)
    for other in guidance.entries where other != lead && other.rule != nil {
      let said = EntryWording(other, drug: guidance.drug, context)
      let whom = [other.guideline.source, other.rule?.strength ?? "", other.population]
        .filter { !$0.isEmpty && $0 != "general" }.joined(separator: ", ")
      lines += TextLayout.wrapped(
        "    Also: \(other.state.sign) \(said.headline) [\(whom)]", hanging: 10)
    }
    let open = DependenceWording(guidance.dependence, context).text
    for limit in said.limits + (open.isEmpty ? [] : [open]) {
      lines += TextLayout.wrapped("    Note: \(limit)", hanging: 10)
    }
    return lines
  }

  /// What else the result may mean, where the data leave it open.
  private func doubt(_ result: GeneResult) -> String {
    guard result.isMeaningOpen else { return "" }
    var terms: [String] = []
    for term in result.possible.flatMap({ $0.lookup.phenotype.map { [$0] } ?? $0.lookup.key.terms })
    where !terms.contains(term) && !result.phenotypes.contains(term) { terms.append(term) }
    let others = terms.prefix(3).map(PhenotypeWording.plain).joined(separator: ", ")
    return others.isEmpty ? " (not settled)" : " (not settled; may be \(others))"
  }

  private var genes: [String] {
    var rows: [[String]] = []
    var lines = ["", "Genes"]
    for result in context.guided where !result.lookups.isEmpty {
      let call = result.call
      let names = call.diplotypes.isEmpty ? call.components : call.diplotypes.map(\.description)
      let more = names.count > 2 ? " (+\(names.count - 2))" : ""
      let scores = result.activityScores.compactMap { $0?.description }.joined(separator: "; ")
      let meaning =
        result.phenotypes.map(PhenotypeWording.heading).joined(separator: "; ")
        + (scores.isEmpty ? "" : ", score \(scores)") + doubt(result)
      var source = call.statedBy.isEmpty ? [] : ["stated by \(call.statedBy.listed("and"))"]
      for case .outsideReplacesVariants(let own?) in call.notes
      where !call.diplotypes.contains(own) { source.append("the sample's own data say \(own)") }
      rows.append([
        result.gene.symbol, names.prefix(2).joined(separator: " or ") + more,
        ([meaning].filter { !$0.isEmpty } + source).joined(separator: "; "),
      ])
    }
    lines += TextLayout.columns(rows, indent: 2)
    let absent = context.guided.filter { $0.lookups.isEmpty }
    if !absent.isEmpty {
      lines += TextLayout.wrapped(
        "  No result: \(absent.map(\.gene.symbol).joined(separator: ", ")).", hanging: 13)
    }
    return lines + callOnly
  }

  /// The genes that no guideline looks at.
  private var callOnly: [String] {
    let genes = context.callOnly.map { ($0.gene.symbol, CallOnlyWording($0)) }
    let rows = genes.filter { $0.1.hasResult }.map { [$0.0, $0.1.text, $0.1.weight] }
    guard !rows.isEmpty else { return [] }
    let unseen = genes.filter { !$0.1.hasResult }.map(\.0)
    let rest =
      unseen.isEmpty
      ? []
      : TextLayout.wrapped("  No result: \(unseen.joined(separator: ", ")).", hanging: 13)
    return ["", "Other genes: called, and no guideline looks at them"]
      + TextLayout.columns(rows, indent: 2)
      + rest
  }

  /// The side-effect risks the genes raise.
  private var risks: [String] {
    let findings = input.risks.filter { $0.risk.isRaised }
    guard !findings.isEmpty else { return [] }
    return ["", "Side effects these genes make likelier"]
      + findings.flatMap { finding in
        let wording = RiskWording(finding.risk)
        let names = finding.risk.medicines.map(context.name).listed("and")
        let doubt = finding.certainty == .possible ? " (not settled)" : ""
        let advice = wording.advice.map { " \($0)" } ?? ""
        return TextLayout.wrapped(
          "  \(wording.headline.sentenceCased): \(names). \(finding.because)\(doubt).\(advice)",
          hanging: 4)
      }
  }
}

extension AnswerState {
  /// The shape as a character, for a terminal.
  var sign: String {
    switch self {
    case .stop: "⬣"
    case .change: "▲"
    case .caution: "◆"
    case .noChange: "○"
    case .notAssessed: "?"
    }
  }
}

extension DrugGuidance {
  /// The entry to show first: the most urgent, one for everyone before one for some.
  var lead: GuidanceEntry? {
    let urgent = entries.filter { $0.state == state }
    return urgent.first { $0.population == "general" } ?? urgent.first
  }
}
