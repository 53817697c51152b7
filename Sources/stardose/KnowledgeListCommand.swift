internal import ArgumentParser
internal import Knowledge

/// `stardose knowledge list`.
struct KnowledgeListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Name every gene and drug, a tab-separated line each.")

  @Flag(name: .long, help: "Genes only.")
  var genes = false

  @Flag(name: .long, help: "Drugs with guidance only.")
  var drugs = false

  @Flag(
    name: .long,
    help: "For each source, the guideline-drug pairs it lists, and how many have rules here.")
  var coverage = false

  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let knowledge = try knowledge.open()
    let isAll = !genes && !drugs && !coverage
    if genes || isAll { try listGenes(knowledge) }
    if drugs || isAll {
      for drug in try knowledge.allDrugs() {
        let sources = drug.guidelines.map { guideline in
          "\(guideline.source) \(guideline.genes.joined(separator: "+")) (\(guideline.rules.count))"
        }
        print("drug\t\(drug.id)\t\(sources.joined(separator: ", "))")
      }
    }
    if coverage { print(try GuidelineCoverage(knowledge).table) }
  }

  private func listGenes(_ knowledge: KnowledgeBase) throws {
    let guided = Set(try knowledge.allDrugs().flatMap(\.guidelines).flatMap(\.genes))
    for gene in try knowledge.allGenes() {
      let named = gene.alleles.count { !$0.cells.isEmpty }
      let weight = gene.literature.map { "ClinPGx \($0.clinpgxLevel)" } ?? "no graded evidence"
      let standing = guided.contains(gene.symbol) ? "with guidance" : "called only"
      print(
        "gene\t\(gene.symbol)\t\(named) haplotypes\t\(gene.positions.count) positions\t"
          + "\(gene.calling.method.rawValue)\t\(standing)\t\(weight)")
    }
  }
}
