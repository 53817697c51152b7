internal import ArgumentParser
internal import Guidance
internal import Knowledge
internal import Reports

/// `stardose knowledge show`.
struct KnowledgeShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print what is known of a gene, a drug or a variant.")

  @Argument(help: "A gene symbol, a drug's name or brand, or an rs number.")
  var name: String

  @Option(name: .long, help: ArgumentHelp("The compiled knowledge base.", valueName: "file"))
  var knowledge: String?

  func run() throws {
    let knowledge = try KnowledgeBase(path: KnowledgePath.find(knowledge))
    if let gene = try knowledge.gene(name) ?? knowledge.gene(name.uppercased()) {
      return print(GeneSheet(gene).text)
    }
    let variant = name.lowercased()
    let carriers = try knowledge.allGenes().filter { gene in
      gene.positions.contains { $0.id.lowercased() == variant || $0.rsid?.lowercased() == variant }
    }
    guard carriers.isEmpty else {
      return carriers.forEach { print(GeneSheet($0).text(ofPosition: variant)) }
    }
    for drug in try DrugSelection(knowledge).drugs(named: [name]) {
      print(DrugSheet(drug).text)
    }
  }
}
