import Genome
import Guidance
import Knowledge
import StarAlleles

/// The gene results, with how sure they are.
struct HTMLGenes {
  let context: ReportContext

  var markup: Markup {
    let found = context.guided.filter { !$0.lookups.isEmpty }
    let absent = context.guided.filter { $0.lookups.isEmpty }
    let rows = found.map(row)
    let table: Markup =
      rows.isEmpty
      ? "<p>No gene has a result.</p>"
      : """
      <table class="wide"><thead><tr><th scope="col">Gene</th><th scope="col">Result</th>\
      <th scope="col">Meaning</th><th scope="col">How sure</th></tr></thead><tbody>
      \(rows)</tbody></table>
      """
    let missing = absent.map { result -> Markup in
      let reason = result.call.status.reason.flatMap { reason in
        context.wording(result.gene.symbol)?.sentence(reason)
      }
      let why = [reason ?? "No result.", spread(result)] + context.reads(result).remarks
      return """
        <tr><th scope="row" class="n">\(AnswerState.notAssessed.mark)\(result.gene.symbol)</th>\
        <td>\(why.filter { !$0.isEmpty }.joined(separator: " "))</td></tr>

        """
    }
    let without: Markup =
      missing.isEmpty
      ? ""
      : """
      <h3 style="margin-top:1rem">Genes without a result</h3>
      <table><thead><tr><th scope="col">Gene</th><th scope="col">Why</th></tr></thead><tbody>
      \(missing)</tbody></table>
      """
    return """
      <section id="genes" class="newpage"><h2>Gene results</h2>
      \(table)
      \(fileDepth(found))
      \(without)
      \(callOnly)</section>

      """
  }

  /// The genes that no guideline looks at, in short.
  private var callOnly: Markup {
    let genes = context.callOnly.map { ($0.gene.symbol, CallOnlyWording($0)) }
    let seen = genes.filter { $0.1.hasResult }
    guard !seen.isEmpty else { return .empty }
    let rows = seen.map { symbol, wording -> Markup in
      """
      <tr><th scope="row" class="n">\(symbol)</th><td class="wrap">\(wording.text)</td>\
      <td class="small">\(wording.weight)</td></tr>

      """
    }
    let unseen = genes.filter { !$0.1.hasResult }.map(\.0)
    let rest: Markup =
      unseen.isEmpty
      ? "" : "<p class=\"small soft\">No result: \(unseen.joined(separator: ", ")).</p>"
    return """
      <h3 style="margin-top:1rem">Other genes: called, and no guideline looks at them</h3>
      <p class="small soft">A side effect that depends on one of them is listed above. The last column \
      is the weight of what is published.</p>
      <table><thead><tr><th scope="col">Gene</th><th scope="col">Result</th>\
      <th scope="col">Evidence</th></tr></thead><tbody>
      \(rows)</tbody></table>
      \(rest)
      """
  }

  private func row(_ result: GeneResult) -> Markup {
    let call = result.call
    let names = call.diplotypes.isEmpty ? call.components : call.diplotypes.map(\.description)
    let shown = names.prefix(4).joined(separator: " or ")
    let more = names.count > 4 ? " or \(names.count - 4) more" : ""
    let inferred = call.lookup.map(\.description).joined(separator: " or ")
    let looked: Markup =
      call.isLookupInferred
      ? "<br><span class=\"small soft\">looked up as \(inferred)</span>" : ""
    let scores = result.activityScores.compactMap { $0?.description }
    let meaning = result.phenotypes.map(PhenotypeWording.heading).joined(separator: "; ")
    let score: Markup =
      scores.isEmpty
      ? "" : "<br><span class=\"small soft\">activity score \(scores.listed("or"))</span>"
    return """
      <tr><th scope="row" class="n">\(result.gene.symbol)</th><td class="wrap">\(shown)\(more)\
      \(looked)</td><td>\(meaning.isEmpty ? "the diplotype itself is the result" : meaning)\
      \(score)</td><td class="small">\(certainty(result))</td></tr>

      """
  }

  /// What keeps the depth of the whole file from telling copies, once for all genes.
  private func fileDepth(_ results: [GeneResult]) -> Markup {
    var genes: [DepthRefusal: [String]] = [:]
    for result in results {
      if let refusal = result.call.depthRefusal {
        genes[refusal, default: []].append(result.gene.symbol)
      }
    }
    let sentences = genes.map { CopyWording.sentence($0.key, genes: $0.value) }.sorted()
    return sentences.isEmpty
      ? .empty : "<p class=\"small\">\(sentences.joined(separator: " "))</p>"
  }

  /// How the result came about and what is open, in short sentences.
  private func certainty(_ result: GeneResult) -> String {
    let call = result.call
    var parts: [String] = []
    switch call.status {
    case .outside:
      parts.append(
        "Stated by \(call.statedBy.isEmpty ? "another laboratory" : call.statedBy.listed("and")).")
    case .ambiguous where call.diplotypes.count > 1:
      parts.append("\(call.diplotypes.count) diplotypes fit equally well.")
    case .called, .ambiguous, .notCalled: break
    }
    if call.status != .outside {
      let total = result.gene.positions.count
      parts.append(
        call.missing.isEmpty
          ? total == 1 ? "Its one position has data." : "All \(total) positions have data."
          : "\(call.missing.count) of \(total) positions have no data.")
      let open = spread(result)
      if !open.isEmpty { parts.append(open) }
    }
    let reads = context.reads(result)
    if let basis = reads.basis { parts.append(basis) }
    parts += reads.remarks
    if let wording = context.wording(result.gene.symbol) {
      var own = result
      if own.call.depthRefusal != nil { own.call.notes.removeAll { $0.isCopies } }
      parts += wording.notes(of: own)
    }
    return parts.joined(separator: " ")
  }

  /// How many diplotypes fit, whether they mean the same, and what would settle it.
  private func spread(_ result: GeneResult) -> String {
    let count = result.call.compatible.count
    guard count > 1, result.call.status != .outside else { return "" }
    let meanings = result.possible.map { $0.lookup.phenotype ?? "" }.distinct.filter { !$0.isEmpty }
    let open =
      meanings.count > 1
      ? "\(count) diplotypes fit in all, meaning "
        + "\(meanings.prefix(5).map(PhenotypeWording.plain).listed("or"))."
      : "\(count) diplotypes fit in all, with one meaning."
    guard meanings.count > 1, let first = result.call.deciding.first,
      let wording = context.wording(result.gene.symbol)
    else { return open }
    return open + " Most telling next: \(wording.place(first))."
  }
}

extension CallNote {
  /// Whether it is about copies seen by depth.
  fileprivate var isCopies: Bool { if case .copies = self { true } else { false } }
}
