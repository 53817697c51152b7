internal import ArgumentParser
internal import Knowledge

/// `stardose knowledge list`.
struct KnowledgeListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Name every gene and drug, a tab-separated line each.")

  @Flag(name: .long, help: "Genes only.")
  var genes = false

  @Flag(name: .long, help: "Drugs only.")
  var drugs = false

  @Option(name: .long, help: ArgumentHelp("The compiled knowledge base.", valueName: "file"))
  var knowledge: String?

  func run() throws {
    let knowledge = try KnowledgeBase(path: KnowledgePath.find(knowledge))
    if genes || !drugs {
      for gene in try knowledge.allGenes() {
        let named = gene.alleles.count { !$0.cells.isEmpty }
        print(
          "gene\t\(gene.symbol)\t\(named) haplotypes\t\(gene.positions.count) positions\t"
            + gene.calling.method.rawValue)
      }
    }
    if drugs || !genes {
      for drug in try knowledge.allDrugs() {
        let sources = drug.guidelines.map { guideline in
          "\(guideline.source) \(guideline.genes.joined(separator: "+")) (\(guideline.rules.count))"
        }
        print("drug\t\(drug.id)\t\(sources.joined(separator: ", "))")
      }
    }
  }
}
