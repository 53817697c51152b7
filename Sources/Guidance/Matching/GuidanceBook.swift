public import Knowledge
import StarAlleles

/// The guidance of many samples, worked out once for each distinct set of gene results.
///
/// Most people share most results, so a cohort needs far fewer answers than samples times drugs.
/// Not for use from several threads at once.
public final class GuidanceBook {
  private let drugs: [(drug: Drug, evaluations: [GuidelineEvaluation], genes: [String])]
  private var signatures: [Signature: Int] = [:]
  private var pages: [[[Int]: Page]]
  private var pageCount = 0

  /// Opens a book on some drugs.
  public init(drugs: [Drug]) {
    self.drugs = drugs.map { drug in
      (
        drug, drug.guidelines.map(GuidelineEvaluation.init),
        drug.guidelines.flatMap { guideline in
          guideline.genes + guideline.rules.flatMap { $0.conditions.map(\.gene) }
        }.distinct
      )
    }
    pages = Array(repeating: [:], count: drugs.count)
  }

  /// What the sources say of each drug to one sample: the most urgent drugs first, then by name.
  public func guidance(for results: [GeneResult]) -> [DrugGuidance] {
    var ids: [String: Int] = [:]
    for result in results { ids[result.gene.symbol] = id(of: Signature(result)) }
    let matcher = GuidanceMatcher(results: results)
    let found = drugs.indices.map { index -> Page in
      let key = drugs[index].genes.map { ids[$0] ?? -1 }
      if let page = pages[index][key] { return page }
      var guidance = matcher.guidance(for: drugs[index].drug, drugs[index].evaluations)
      guidance.page = pageCount
      pageCount += 1
      let page = Page(guidance: guidance, state: guidance.state)
      pages[index][key] = page
      return page
    }
    return DrugGuidance.ranked(found.map { ($0.state, $0.guidance) })
  }

  private func id(of signature: Signature) -> Int {
    if let known = signatures[signature] { return known }
    let id = signatures.count
    signatures[signature] = id
    return id
  }

  private struct Page {
    let guidance: DrugGuidance
    let state: AnswerState
  }

  /// All of a gene's result that guidance or its wording looks at.
  private struct Signature: Hashable {
    let gene: String
    let status: GeneCall.Status
    let lookups: [LookupResult]
    let possible: [GeneResult.Possibility]
    let missing: [Int]
    let deciding: [Int]
    let notes: [CallNote]

    init(_ result: GeneResult) {
      gene = result.gene.symbol
      status = result.call.status
      lookups = result.lookups
      possible = result.possible
      missing = result.call.missing
      deciding = result.call.deciding
      notes = result.call.notes
    }
  }
}
