public import Guidance
public import Knowledge
import StarAlleles

/// What can't be told of some genes without phase, in the formats of the command line.
public struct AmbiguityReport {
  /// The edition of the layout of `json`; a change that breaks a reader raises it.
  public static let layout = "stardose-ambiguities/1"

  let genes: [(gene: Gene, found: GeneAmbiguities)]
  /// Whether genotypes are listed too whose diplotypes differ in name only.
  let listsNames: Bool

  /// Makes a report of genes, each with what was found.
  ///
  /// - Parameters:
  ///   - genes: the genes.
  ///   - listsNames: whether to list, not only count, what differs in name only.
  public init(_ genes: [(gene: Gene, found: GeneAmbiguities)], listsNames: Bool = false) {
    self.genes = genes
    self.listsNames = listsNames
  }

  /// The ambiguities to list of a gene.
  func listed(_ found: GeneAmbiguities) -> [Ambiguity] {
    found.ambiguities + (listsNames ? found.nameOnly : [])
  }

  /// A paragraph for each ambiguous genotype, and a line that sums up.
  public var text: String {
    let blocks = genes.map { gene, found in
      ([headline(found)] + paragraphs(found, AmbiguityWording(gene))).joined(separator: "\n")
    }
    return (blocks + [summary]).joined(separator: "\n\n") + "\n"
  }

  /// A line for each diplotype of each ambiguous genotype, tab-separated, with a head line.
  public var table: String {
    let head = [
      "gene", "ambiguity", "difference", "diplotype", "isFirst", "phenotype", "activityScore",
      "genotype", "genotypes", "decidingPositions", "bases",
    ]
    let rows = genes.flatMap { gene, found in
      let wording = AmbiguityWording(gene)
      return listed(found).enumerated().flatMap { number, ambiguity in
        ambiguity.readings.map { self.cells(of: $0, in: ambiguity, number + 1, gene, wording) }
      }
    }
    return ([head] + rows).map { $0.joined(separator: "\t") + "\n" }.joined()
  }

  private func headline(_ found: GeneAmbiguities) -> String {
    if let exemption = found.exemption { return "\(found.gene): not applicable; \(exemption)" }
    let count = found.ambiguities.count
    var line =
      "\(found.gene): \(count) ambiguous among \(found.haplotypeCount) haplotypes, "
      + "\(found.diplotypeCount) diplotypes"
    if !found.nameOnly.isEmpty { line += "; \(found.nameOnly.count) more differ in name only" }
    if let caveat = found.caveat { line += "\n  no call is made without more: \(caveat)" }
    return line
  }

  private func paragraphs(_ found: GeneAmbiguities, _ wording: AmbiguityWording) -> [String] {
    listed(found).flatMap { ambiguity -> [String] in
      let lead = ambiguity.isPrioritised ? "first, by the priority list" : "first"
      let firstCount = ambiguity.readings.count(where: \.isFirst)
      let rows = ambiguity.readings.map { reading in
        let mark = reading.isFirst ? (firstCount > 1 ? "tied first" : lead) : ""
        let meaning = wording.meaning(reading)
        return [
          reading.diplotype.description, meaning.isEmpty ? "looked up by its name" : meaning, mark,
        ]
      }
      let sites = ambiguity.genotype.sites.map(wording.site).joined(separator: ", ")
      var lines = [""] + TextLayout.columns(rows, indent: 2).map(\.withoutTrailingSpaces)
      lines += TextLayout.wrapped("    genotype: \(sites)", hanging: 8)
      let count = ambiguity.genotype.genotypeCount
      if count > 1 {
        let names = wording.names(ambiguity.genotype.varying).joined(separator: ", ")
        lines += TextLayout.wrapped(
          "    and \(count - 1) more, which differ at \(names)", hanging: 8)
      }
      return lines
        + TextLayout.wrapped("    settled by: \(wording.remedy(ambiguity.phase))", hanging: 8)
    }
  }

  private var summary: String {
    let all = genes.flatMap(\.found.ambiguities)
    let affected = genes.count { !$0.found.ambiguities.isEmpty }
    let named = genes.map(\.found.nameOnly.count).reduce(0, +)
    let exempt = genes.count { $0.found.exemption != nil }
    return "\(all.count) ambiguous in \(affected) of \(genes.count) genes; \(named) more differ in "
      + "name only; \(exempt) \(exempt == 1 ? "gene" : "genes") not applicable"
  }

  private func cells(
    of reading: Ambiguity.Reading, in ambiguity: Ambiguity, _ number: Int, _ gene: Gene,
    _ wording: AmbiguityWording
  ) -> [String] {
    var deciding: [Int] = []
    if case .between(let positions) = ambiguity.phase { deciding = positions }
    let terms = reading.lookup.phenotype.map { [$0] } ?? reading.lookup.key.terms
    return [
      gene.symbol, "\(number)", ambiguity.difference.rawValue, reading.diplotype.description,
      reading.isFirst ? "yes" : "no", terms.joined(separator: "|"),
      reading.lookup.activityScore?.description ?? "",
      ambiguity.genotype.sites.map(wording.site).joined(separator: "|"),
      "\(ambiguity.genotype.genotypeCount)", wording.names(deciding).joined(separator: "|"),
      deciding.isEmpty ? "" : "\(wording.span(of: deciding))",
    ]
  }
}

extension String {
  /// Without spaces at the end.
  fileprivate var withoutTrailingSpaces: String {
    lastIndex { $0 != " " }.map { String(self[...$0]) } ?? ""
  }
}
