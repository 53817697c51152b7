import Knowledge
import StarAlleles
import Genome
import Guidance
import Reports

/// Gene results in a table: phenotype first, then how it is known.
struct GeneTableMarkup {
  let results: [GeneResult]
  let assembly: Assembly
  /// The id of the heading that names the table.
  let label: String

  var markup: Markup {
    """
    <div class="scroll" tabindex="0" role="region" aria-labelledby="\(label)"><table><thead><tr>\
    <th scope="col">Gene</th><th scope="col">Meaning</th><th scope="col">Result</th>\
    <th scope="col">How sure, and what is open</th></tr></thead><tbody>
    \(results.map(row))</tbody></table></div>

    """
  }

  private func row(_ result: GeneResult) -> Markup {
    let explained = GeneExplanation(result, assembly: assembly)
    let summary = GeneSummary(result)
    guard summary.hasResult else {
      return """
        <tr class="notAssessed"><th scope="row" class="n">\(result.gene.symbol)</th>\
        <td>\(AnswerState.notAssessed.badge)</td><td class="n">no result</td>\
        <td>\(explained.noResult ?? "No result.")</td></tr>

        """
    }
    return """
      <tr><th scope="row" class="n">\(result.gene.symbol)</th>\
      <td>\(summary.meaning)\(summary.score.map { "<br><span class=\"small soft\">\($0)</span>" as Markup } ?? "")</td>\
      <td>\(summary.shownDiplotypes)</td>\
      <td class="small">\(certainty(result, summary))</td></tr>

      """
  }

  private func certainty(_ result: GeneResult, _ summary: GeneSummary) -> String {
    var parts: [String] = []
    if result.call.status == .outside {
      let by = result.call.statedBy
      parts.append("Stated by \(by.isEmpty ? "another laboratory" : by.listed("and")).")
      for case .outsideReplacesVariants(let own?) in result.call.notes
      where !result.call.diplotypes.contains(own) {
        parts.append("The sample's own data say \(own): to be cleared up.")
      }
    } else if !result.gene.positions.isEmpty {
      let missing = result.call.missing.count
      parts.append(
        missing == 0
          ? "All \(result.gene.positions.count.of("position")) have data."
          : "\(missing) of \(result.gene.positions.count.of("position")) have no data.")
    }
    if summary.openMeanings.count > 1 {
      parts.append("The data also fit \(summary.openMeanings.dropFirst().joined(separator: ", ")).")
    }
    if let caveat = result.gene.calling.caveat, result.call.status != .outside {
      parts.append("\(caveat.sentenceCased).")
    }
    return parts.joined(separator: " ")
  }
}
