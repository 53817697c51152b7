internal import Knowledge

/// All files of the knowledge base, read and checked together.
struct KnowledgeSources {
  private(set) var genes: [GeneSource] = []
  private(set) var drugs: [DrugSource] = []
  private(set) var references: [SourceReference] = []
  let findings = FindingList()

  /// Reads and checks a folder; whatever is wrong is in `findings`.
  init(directory: String) {
    let folder = SourceFolder(path: directory, findings: findings)
    for file in folder.files(in: "genes") {
      guard let root = folder.root(of: file), let gene = GeneReader(file: file).read(root) else {
        continue
      }
      genes.append(gene)
    }
    for file in folder.files(in: "drugs") {
      guard let root = folder.root(of: file), let drug = DrugReader(file: file).read(root) else {
        continue
      }
      drugs.append(drug)
    }
    check()
    references = readReferences(folder)
  }

  private func check() {
    for gene in genes {
      PositionCheck.run(gene)
      AlleleCheck.run(gene)
      CallingCheck.run(gene)
      PhenotypeCheck.run(gene)
    }
    let bySymbol = Dictionary(genes.map { ($0.gene.symbol, $0.gene) }) { first, _ in first }
    var rules = RuleCheck(genes: bySymbol)
    for drug in drugs {
      rules.run(drug)
      ContradictionCheck(genes: bySymbol).run(drug)
      CoverageCheck(genes: bySymbol).run(drug)
    }
  }

  private func readReferences(_ folder: SourceFolder) -> [SourceReference] {
    let check = SourceCheck(genes: genes, drugs: drugs)
    let file = SourceFile(name: "sources.yaml", findings: findings)
    guard folder.has(file.name) else {
      file.note(
        0, "the file is missing, so no attribution can be printed",
        remedy: "add it with name, licence and attribution of each source")
      return check.merged(with: [], in: nil)
    }
    guard let root = folder.root(of: file) else { return [] }
    let described = SourceReferenceReader.read(root.list("the sources"), of: "a source")
    return check.merged(with: described, in: file)
  }
}
