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

  @OptionGroup var knowledge: KnowledgeOptions

  @Option(name: .long, help: "For whom advice on a drug is worded: professional or patient.")
  var audience = Readership.professional

  func run() throws {
    let knowledge = try knowledge.open()
    if let gene = try knowledge.gene(name) ?? knowledge.gene(name.uppercased()) {
      return print(try GeneSheet(gene, knowledge).text)
    }
    let variant = name.lowercased()
    let carriers = try knowledge.allGenes().filter { gene in
      gene.positions.contains { $0.id.lowercased() == variant || $0.rsid?.lowercased() == variant }
    }
    guard carriers.isEmpty else {
      return try carriers.forEach {
        print(try GeneSheet($0, knowledge).text(ofPosition: variant))
      }
    }
    guard let match = try knowledge.medicine(named: name) else {
      let near = try knowledge.search(name, limit: 3).map(\.medicine.id)
      let hint =
        near.isEmpty
        ? "'stardose knowledge list' names genes and drugs, 'search' looks for medicines"
        : "did you mean \(near.listed("or"))?"
      throw RequestError("the knowledge base has nothing named '\(name)'; \(hint)")
    }
    if match.quality != .exact {
      printToStandardError("stardose: reading '\(name)' as \(match.matchedName)")
    }
    switch audience {
    case .professional: print(try MedicineSheet(match.medicine, knowledge).text)
    case .patient: print(try PatientSheet(match.medicine, knowledge).text)
    }
  }
}
