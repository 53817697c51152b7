internal import ArgumentParser
internal import Guidance
internal import Knowledge
internal import Reports

/// `stardose knowledge ambiguities`.
struct KnowledgeAmbiguitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ambiguities",
    abstract: "Say which genotypes fit several diplotypes that mean different things.",
    discussion: """
      Worked out from the haplotype definitions, for unphased data in which every position is \
      known. A genotype lists the positions that are not twice the reference haplotype's allele.
      """)

  @Argument(help: "The genes to look at; all if none is named.")
  var gene: [String] = []

  @Flag(name: .long, help: "List those that differ in name only as well.")
  var all = false

  @Option(name: .shortAndLong, help: "The format to write.")
  var format = Format.text

  @OptionGroup var knowledge: KnowledgeOptions

  /// The formats ambiguities can be written in.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, tsv, json
  }

  func run() throws {
    let knowledge = try knowledge.open()
    let symbols = try gene.isEmpty ? knowledge.geneSymbols : gene.map { try symbol($0, knowledge) }
    let report = AmbiguityReport(
      try symbols.compactMap { try knowledge.gene($0) }.map { gene in
        (gene: gene, found: AmbiguityFinder.ambiguities(of: gene))
      }, listsNames: all)
    var output = try OutputFile(path: nil)
    switch format {
    case .text: try output.write(report.text)
    case .tsv: try output.write(report.table)
    case .json:
      try output.write(report.json(identity: knowledge.identity, version: knowledge.version))
    }
    try output.finish()
  }

  private func symbol(_ name: String, _ knowledge: KnowledgeBase) throws -> String {
    let wanted = name.uppercased()
    guard let symbol = knowledge.geneSymbols.first(where: { $0.uppercased() == wanted }) else {
      throw RequestError(
        "the knowledge base has no gene '\(name)'; 'stardose knowledge list' names them all")
    }
    return symbol
  }
}
