import Guidance
import Knowledge
import StarAlleles

/// The tables: a line for each sample and gene, or for each sample, drug and answer.
///
/// Tabs and line breaks within a value become spaces, so that a line is always one record.
public enum TSVReport {
  /// The head line of the table of genes.
  public static let geneHead = line([
    "sample", "gene", "status", "diplotypes", "haplotypes", "lookup", "phenotypes",
    "activityScores", "inferred", "compatible", "missingPositions", "deciding", "reason", "notes",
  ])

  /// The head line of the table of guidance.
  public static let guidanceHead = line([
    "sample", "drug", "drugState", "source", "action", "state", "population", "strength",
    "headline", "text", "genes", "dependsOnDiplotype", "rule", "guideline", "url",
  ])

  /// A line for each gene of a sample.
  public static func genes(_ input: ReportInput) -> String {
    let context = ReportContext(input)
    return input.genes.map { result in
      let call = result.call
      let wording = context.wording(call.gene)
      return line([
        input.sampleID, call.gene, call.status.word,
        call.diplotypes.map(\.description).joined(separator: " OR "),
        call.components.joined(separator: " AND "),
        call.lookup.map(\.description).joined(separator: " OR "),
        result.phenotypes.joined(separator: "; "),
        result.activityScores.map { $0?.description ?? "n/a" }.joined(separator: "; "),
        call.isLookupInferred ? "yes" : "no", "\(call.compatible.count)", "\(call.missing.count)",
        call.deciding.compactMap { wording?.name($0) }.joined(separator: ","),
        call.status.reason.flatMap { wording?.sentence($0) } ?? "",
        (wording?.notes(of: result) ?? []).joined(separator: " "),
      ])
    }.joined()
  }

  /// A line for each answer of each drug of a sample.
  public static func guidance(_ input: ReportInput) -> String {
    let context = ReportContext(input)
    return input.drugs.flatMap { guidance in
      guidance.entries.map { entry in
        let said = EntryWording(entry, drug: guidance.drug, context)
        return line([
          input.sampleID, guidance.drug.name, guidance.state.rawValue, entry.guideline.source,
          entry.rule?.action.rawValue ?? "notAssessed", entry.state.rawValue, entry.population,
          entry.rule?.strength ?? "", said.headline, said.text,
          entry.matchedGenes.map(\.words).joined(separator: "; "),
          guidance.dependence.agrees ? "no" : "yes", entry.rule?.id ?? "", entry.guideline.id,
          entry.guideline.url,
        ])
      }
    }.joined()
  }

  private static func line(_ cells: [String]) -> String {
    cells.map { cell in
      String(cell.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }.joined(separator: "\t") + "\n"
  }
}
