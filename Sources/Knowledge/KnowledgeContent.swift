/// Everything a knowledge base holds, as values: what the compiler reads and the file keeps.
public struct KnowledgeContent: Sendable, Hashable {
  /// The genes.
  public var genes: [Gene]
  /// The drugs with guidance.
  public var drugs: [Drug]
  /// All medicines, those with guidance too.
  public var medicines: [Medicine]
  /// What smoking, kidney function, age and the like change.
  public var factors: [PatientFactor]
  /// Side-effect risks.
  public var risks: [SideEffectRisk]
  /// What one medicine does to another, as sources state of the pair.
  public var interactions: [MedicineInteraction]
  /// What inhibitors and inducers make of a gene's result, by gene.
  public var conversions: [EnzymeConversion]
  /// Habits and the substances through which they act.
  public var habits: [HabitSubstance]
  /// How common alleles, phenotypes and variants are, by gene.
  public var frequencies: [GeneFrequencies]
  /// How genes and their paralogs differ, by gene.
  public var paralogs: [ParalogFacts]
  /// Every guideline and drug that the sources list, with or without rules here.
  public var pairs: [GuidelinePair]
  /// Where everybody has the same number of copies.
  public var stableRegions: [StableRegion]
  /// Deletions, duplications and hybrids that read depth can show, by gene.
  public var copyEvents: [CopyEvents]
  /// Published equations that give a dose.
  public var equations: [DoseEquation]
  /// Where the facts are from.
  public var sources: [SourceReference]

  /// Makes a content.
  public init(
    genes: [Gene] = [], drugs: [Drug] = [], medicines: [Medicine] = [],
    factors: [PatientFactor] = [], risks: [SideEffectRisk] = [],
    frequencies: [GeneFrequencies] = [], paralogs: [ParalogFacts] = [],
    pairs: [GuidelinePair] = [], stableRegions: [StableRegion] = [],
    copyEvents: [CopyEvents] = [], equations: [DoseEquation] = [],
    interactions: [MedicineInteraction] = [], conversions: [EnzymeConversion] = [],
    habits: [HabitSubstance] = [],
    sources: [SourceReference] = []
  ) {
    self.genes = genes
    self.drugs = drugs
    self.medicines = medicines
    self.factors = factors
    self.risks = risks
    self.frequencies = frequencies
    self.paralogs = paralogs
    self.pairs = pairs
    self.stableRegions = stableRegions
    self.copyEvents = copyEvents
    self.equations = equations
    self.interactions = interactions
    self.conversions = conversions
    self.habits = habits
    self.sources = sources
  }
}
