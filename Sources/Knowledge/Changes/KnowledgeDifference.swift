/// What differs between two editions of the knowledge base.
public struct KnowledgeDifference: Sendable, Hashable {
  /// The changes, by what they are about; a section without changes is empty.
  public var sections: [Section]
  /// The genes, in both editions, whose haplotypes are defined or called otherwise: a sample called
  /// with one edition may be called otherwise with the other.
  public var redefinedGenes: [String]

  /// The changes to one kind of thing.
  public struct Section: Sendable, Hashable {
    /// The kind of thing, in the plural.
    public var title: String
    /// The changes, in the order of names.
    public var changes: [KnowledgeChange]
  }

  /// Compares an older and a newer edition.
  public init(from old: KnowledgeContent, to new: KnowledgeContent) {
    func section(_ title: String, _ changes: [KnowledgeChange]) -> Section {
      Section(title: title, changes: changes.sorted { $0.name < $1.name })
    }
    sections = [
      section("sources", Comparison.sources.changes(from: old.sources, to: new.sources)),
      section("genes", Comparison.genes.changes(from: old.genes, to: new.genes)),
      section("drugs", Comparison.drugs.changes(from: old.drugs, to: new.drugs)),
      section(
        "medicines",
        Comparison.medicines.changes(from: old.comparedMedicines, to: new.comparedMedicines)),
      section("factors", Comparison.factors.changes(from: old.factors, to: new.factors)),
      section(
        "interactions",
        Comparison.interactions.changes(from: old.interactions, to: new.interactions)),
      section(
        "conversions", Comparison.conversions.changes(from: old.conversions, to: new.conversions)),
      section("habits", Comparison.habits.changes(from: old.habits, to: new.habits)),
      section("risks", Comparison.risks.changes(from: old.risks, to: new.risks)),
      section(
        "frequencies", Comparison.frequencies.changes(from: old.frequencies, to: new.frequencies)),
      section(
        "copy events", Comparison.copyEvents.changes(from: old.copyEvents, to: new.copyEvents)),
      section(
        "stable regions",
        Comparison.stableRegions.changes(from: old.stableRegions, to: new.stableRegions)),
      section(
        "dose equations", Comparison.equations.changes(from: old.equations, to: new.equations)),
      section("listed guidelines", Comparison.pairs.changes(from: old.pairs, to: new.pairs)),
    ]
    let before = Dictionary(old.genes.map { ($0.symbol, $0) }, uniquingKeysWith: { one, _ in one })
    redefinedGenes = new.genes.filter { gene in
      before[gene.symbol].map { !$0.isDefined(as: gene) } ?? false
    }.map(\.symbol).sorted()
  }

  /// Whether the editions hold the same.
  public var isEmpty: Bool { sections.allSatisfy(\.changes.isEmpty) }

  /// How many things of a kind changed in one way, at any depth.
  public func count(of subject: String, _ kind: KnowledgeChange.Kind) -> Int {
    sections.flatMap(\.changes).map { $0.count(of: subject, kind) }.reduce(0, +)
  }
}

extension KnowledgeContent {
  /// The medicines; of those with guidance the roles only, as the rest is compared with the drug.
  fileprivate var comparedMedicines: [Medicine] {
    let guided = Set(drugs.map(\.id))
    return medicines.compactMap { medicine in
      guard guided.contains(medicine.id) else { return medicine }
      guard !medicine.roles.isEmpty else { return nil }
      var bare = Medicine(id: medicine.id, name: medicine.name)
      bare.roles = medicine.roles
      return bare
    }
  }
}

extension Gene {
  /// Whether a sample is called alike with another edition of the gene.
  fileprivate func isDefined(as other: Gene) -> Bool {
    contig == other.contig && inheritance == other.inheritance && positions == other.positions
      && calling.deciding == other.calling.deciding
      && alleles.map { [$0.name, $0.reportedAs ?? ""] }
        == other.alleles.map { [$0.name, $0.reportedAs ?? ""] }
      && alleles.map(\.cells) == other.alleles.map(\.cells)
  }
}

extension CallingRules {
  /// The rules without what only a report shows.
  fileprivate var deciding: CallingRules {
    var rules = self
    rules.tierOnePositions = []
    rules.caveat = nil
    return rules
  }
}
