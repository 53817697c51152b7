internal import Knowledge

/// All files of a knowledge base or a pack, read and checked together.
struct KnowledgeSources {
  private(set) var genes: [GeneSource] = []
  private(set) var drugs: [DrugSource] = []
  private(set) var medicines: [Located<Medicine>] = []
  private(set) var roles: [Located<(medicine: String, role: ProteinRole)>] = []
  private(set) var factors: [Located<PatientFactor>] = []
  private(set) var risks: [Located<SideEffectRisk>] = []
  private(set) var frequencies: [Located<FrequencyReader.Entry>] = []
  private(set) var paralogs: [Located<ParalogFacts>] = []
  private(set) var pairs: [Located<GuidelinePair>] = []
  private(set) var stableRegions: [Located<StableRegion>] = []
  private(set) var copyEvents: [Located<CopyEvents>] = []
  private(set) var equations: [Located<DoseEquation>] = []
  private(set) var interactions: [Located<MedicineInteraction>] = []
  private(set) var conversions: [Located<EnzymeConversion>] = []
  private(set) var habits: [Located<HabitSubstance>] = []
  private(set) var references: [SourceReference] = []
  /// The newest date among the sources that genes and guidelines name.
  private(set) var version = ""
  let findings = FindingList()
  /// What the folder adds to; empty for a knowledge base of its own.
  let base: KnowledgeContent

  /// Reads and checks a folder; whatever is wrong is in `findings`.
  ///
  /// With a base the folder is a pack: any of its parts may be absent, and what the base holds
  /// counts as known.
  init(directory: String, base: KnowledgeContent? = nil) {
    self.base = base ?? KnowledgeContent()
    let folder = SourceFolder(path: directory, findings: findings)
    let isPack = base != nil
    let geneFiles = isPack ? folder.optionalFiles(in: "genes") : folder.files(in: "genes")
    for file in geneFiles {
      guard let root = folder.root(of: file), let gene = GeneReader(file: file).read(root) else {
        continue
      }
      genes.append(gene)
    }
    let identifiers = GeneIdentifierReader(folder: folder).read()
    for index in genes.indices {
      genes[index].gene.hgnc = identifiers[genes[index].gene.symbol] ?? ""
    }
    for file in isPack ? folder.optionalFiles(in: "drugs") : folder.files(in: "drugs") {
      guard let root = folder.root(of: file), let drug = DrugReader(file: file).read(root) else {
        continue
      }
      drugs.append(drug)
    }
    readFacts(folder)
    check(filed: Set(geneFiles.map(\.stem)))
    readReferences(folder)
    if isPack { checkIsPack(directory) }
  }

  private mutating func readFacts(_ folder: SourceFolder) {
    let reader = MedicineReader(folder: folder)
    medicines = reader.identities()
    roles = reader.roles()
    frequencies = FrequencyReader(folder: folder).read()
    paralogs = genes.compactMap { ParalogReader(folder: folder, gene: $0.gene.symbol).read() }
    pairs = PairReader(folder: folder).read()
    let lifestyle = SourceFile(name: "medicines/lifestyle.yaml", findings: findings)
    if folder.has(lifestyle.name), let root = folder.root(of: lifestyle) {
      factors = FactorReader(file: lifestyle).read(root)
    }
    let pairs = SourceFile(name: "medicines/interactions.yaml", findings: findings)
    if folder.has(pairs.name), let root = folder.root(of: pairs) {
      interactions = InteractionReader(file: pairs).read(root)
    }
    let changes = SourceFile(name: "medicines/conversions.yaml", findings: findings)
    if folder.has(changes.name), let root = folder.root(of: changes) {
      (conversions, habits) = ConversionReader(file: changes).read(root)
    }
    stableRegions = StableRegionReader(folder: folder).read()
    for file in folder.optionalFiles(in: "copy-events") {
      if let root = folder.root(of: file), let events = CopyEventReader(file: file).read(root) {
        copyEvents.append(events)
      }
    }
    for file in folder.optionalFiles(in: "equations") {
      if let root = folder.root(of: file), let read = DoseEquationReader(file: file).read(root) {
        equations.append(read)
      }
    }
    for file in folder.optionalFiles(in: "risks") {
      if let root = folder.root(of: file) { risks += RiskReader(file: file).read(root) }
    }
  }

  private func check(filed: Set<String>) {
    var bases = ReferenceBaseCheck()
    for gene in genes {
      PositionCheck.run(gene)
      AlleleCheck.run(gene)
      CallingCheck.run(gene)
      PhenotypeCheck.run(gene)
      bases.run(gene)
    }
    let content = content
    let bySymbol = Dictionary(content.genes.map { ($0.symbol, $0) }) { first, _ in first }
    let byID = Dictionary(content.drugs.map { ($0.id, $0) }) { first, _ in first }
    let known = Set(content.medicines.map(\.id))
    var rules = RuleCheck(genes: bySymbol, filed: filed)
    let alternatives = AlternativeCheck(genes: bySymbol, medicines: known, drugs: byID)
    for drug in drugs {
      rules.run(drug)
      ContradictionCheck(genes: bySymbol).run(drug)
      CoverageCheck(genes: bySymbol).run(drug)
      alternatives.run(drug)
      WordingCheck.run(drug)
    }
    let medicineCheck = MedicineCheck(medicines: located(content.medicines))
    medicineCheck.run()
    medicineCheck.check(roles)
    let facts = FactCheck(genes: bySymbol, filed: filed, medicines: known)
    facts.run(factors)
    facts.run(risks)
    facts.run(interactions)
    ConversionCheck(genes: bySymbol, filed: filed, medicines: content.medicines)
      .run(conversions, habits)
    EquationCheck(genes: bySymbol, filed: filed, medicines: known)
      .run(equations, all: content.equations)
    FrequencyCheck(genes: bySymbol, filed: filed).run(frequencies)
    let paralogCheck = ParalogCheck(genes: bySymbol)
    paralogs.forEach(paralogCheck.run)
    PairCheck(drugs: byID).run(pairs)
    let copies = CopyCheck(genes: bySymbol, filed: filed)
    copies.run(copyEvents)
    copies.run(stableRegions, against: content.copyEvents)
  }

  /// All medicines with the place of each; those of the base have none of their own.
  private func located(_ all: [Medicine]) -> [Located<Medicine>] {
    let base = SourceFile(name: "the knowledge base", findings: findings)
    let listed = Set(medicines.map(\.value.id)).union(drugs.map(\.drug.id))
    return all.filter { !listed.contains($0.id) }
      .map { Located(value: $0, file: base, line: 0) } + medicines
      + drugs.map { Located(value: $0.drug.medicine, file: $0.file, line: 1) }
  }

  private func checkIsPack(_ directory: String) {
    let isEmpty =
      genes.isEmpty && drugs.isEmpty && medicines.isEmpty && roles.isEmpty && factors.isEmpty
      && risks.isEmpty && frequencies.isEmpty && copyEvents.isEmpty && stableRegions.isEmpty
      && equations.isEmpty && interactions.isEmpty && conversions.isEmpty && habits.isEmpty
    guard isEmpty, findings.errors.isEmpty else { return }
    SourceFile(name: directory, findings: findings).error(
      0, "the pack holds nothing",
      remedy: "give a folder with genes/, drugs/, medicines/, risks/, equations/ or frequencies/")
  }

  private mutating func readReferences(_ folder: SourceFolder) {
    let check = SourceCheck(
      genes: genes, drugs: drugs, factors: factors, risks: risks, copyEvents: copyEvents,
      equations: equations, interactions: interactions, conversions: conversions)
    version = (check.used + base.sources).newestDate
    let file = SourceFile(name: "sources.yaml", findings: findings)
    guard folder.has(file.name) else {
      if base.sources.isEmpty {
        file.note(
          0, "the file is missing, so no attribution can be printed",
          remedy: "add it with name, edition, licence and attribution of each source")
        references = check.used
      } else {
        references = base.sources
        check.run(described: references, in: file)
      }
      return
    }
    guard let root = folder.root(of: file) else { return }
    let described = SourceReferenceReader.readDescriptions(root.list("the sources"))
    let own = Set(described.map { [$0.name, $0.licence] })
    references = (base.sources.filter { !own.contains([$0.name, $0.licence]) } + described)
      .sorted { ($0.name, $0.licence) < ($1.name, $1.licence) }
    check.run(described: references, in: file)
  }
}
