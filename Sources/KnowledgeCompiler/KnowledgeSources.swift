internal import Knowledge

/// All files of the knowledge base, read and checked together.
struct KnowledgeSources {
  private(set) var genes: [GeneSource] = []
  private(set) var drugs: [DrugSource] = []
  private(set) var references: [SourceReference] = []
  /// The newest date among the sources that genes and guidelines name.
  private(set) var version = ""
  let findings = FindingList()

  /// Reads and checks a folder; whatever is wrong is in `findings`.
  init(directory: String) {
    let folder = SourceFolder(path: directory, findings: findings)
    let geneFiles = folder.files(in: "genes")
    for file in geneFiles {
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
    check(filed: Set(geneFiles.map(\.stem)))
    readReferences(folder)
  }

  private func check(filed: Set<String>) {
    for gene in genes {
      PositionCheck.run(gene)
      AlleleCheck.run(gene)
      CallingCheck.run(gene)
      PhenotypeCheck.run(gene)
    }
    let bySymbol = Dictionary(genes.map { ($0.gene.symbol, $0.gene) }) { first, _ in first }
    var rules = RuleCheck(genes: bySymbol, filed: filed)
    for drug in drugs {
      rules.run(drug)
      ContradictionCheck(genes: bySymbol).run(drug)
      CoverageCheck(genes: bySymbol).run(drug)
    }
  }

  private mutating func readReferences(_ folder: SourceFolder) {
    let check = SourceCheck(genes: genes, drugs: drugs)
    version = check.used.newestDate
    let file = SourceFile(name: "sources.yaml", findings: findings)
    guard folder.has(file.name) else {
      file.note(
        0, "the file is missing, so no attribution can be printed",
        remedy: "add it with name, edition, licence and attribution of each source")
      references = check.used
      return
    }
    guard let root = folder.root(of: file) else { return }
    references = SourceReferenceReader.readDescriptions(root.list("the sources"))
      .sorted { ($0.name, $0.licence) < ($1.name, $1.licence) }
    check.run(described: references, in: file)
  }
}
