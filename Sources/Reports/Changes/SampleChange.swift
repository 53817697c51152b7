public import Guidance

/// What a new edition of the knowledge base changes for one stored sample.
public struct SampleChange: Sendable, Hashable {
  /// The sample's name.
  public var sampleID: String
  /// The file it is stored in.
  public var file: String
  /// The genes whose result changes, by symbol.
  public var genes: [GeneShift]
  /// The drugs whose guidance changes, by name.
  public var drugs: [DrugShift]
  /// Side-effect risks that are no longer raised, or no longer in these words.
  public var removedRisks: [String] = []
  /// Side-effect risks that are new, or are in new words.
  public var addedRisks: [String] = []

  /// Whether nothing changes.
  var isEmpty: Bool {
    genes.isEmpty && drugs.isEmpty && removedRisks.isEmpty && addedRisks.isEmpty
  }

  /// A gene whose result changes.
  public struct GeneShift: Sendable, Hashable {
    /// The gene symbol.
    public var gene: String
    /// The diplotypes stored.
    public var title: String
    /// What they meant; nil where the edition does not have the gene.
    public var old: [String]?
    /// What they mean.
    public var new: [String]?
    /// Haplotypes of the stored result that the new edition does not have.
    public var unknown: [String]
  }

  /// A drug whose guidance changes.
  public struct DrugShift: Sendable, Hashable {
    /// The drug's id.
    public var id: String
    /// The drug's printed name.
    public var name: String
    /// The answer there was; nil where the edition does not have the drug.
    public var old: AnswerState?
    /// The answer there is.
    public var new: AnswerState?
    /// Advice that is no longer given.
    public var removed: [String]
    /// Advice that is new.
    public var added: [String]
  }
}
