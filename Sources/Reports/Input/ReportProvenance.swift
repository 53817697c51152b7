public import Genome
public import Knowledge

/// What a run was made with, the same for all its samples.
///
/// It holds no time of day, so that the same input and knowledge give the same bytes.
public struct ReportProvenance: Sendable, Hashable {
  /// The program and its edition, such as `stardose 0.1.0`.
  public var engine: String
  /// The hash that names the knowledge base's content.
  public var knowledgeIdentity: String
  /// The date of the newest source in the knowledge base.
  public var knowledgeVersion: String
  /// The sources of the knowledge base, with licences and attributions.
  public var sources: [SourceReference]
  /// The name of the variant file, without folders.
  public var inputName: String
  /// The assembly the records were placed on.
  public var assembly: Assembly
  /// How the assembly was found, in words; empty if not said.
  public var assemblyBasis: String
  /// The choices of the user that differ from the defaults, such as `--absent-is-reference`.
  public var options: [String]
  /// Remarks on the input, one sentence each.
  public var notes: [String]
  /// The genes some guideline looks at; other genes are called and no advice follows.
  public var guidedGenes: Set<String>
  /// The printed names of drugs by id, for alternatives.
  public var drugNames: [String: String]

  /// Makes the provenance of a run.
  public init(
    engine: String, knowledgeIdentity: String, knowledgeVersion: String,
    sources: [SourceReference], inputName: String, assembly: Assembly, assemblyBasis: String = "",
    options: [String] = [], notes: [String] = [], guidedGenes: Set<String> = [],
    drugNames: [String: String] = [:]
  ) {
    self.engine = engine
    self.knowledgeIdentity = knowledgeIdentity
    self.knowledgeVersion = knowledgeVersion
    self.sources = sources
    self.inputName = inputName
    self.assembly = assembly
    self.assemblyBasis = assemblyBasis
    self.options = options
    self.notes = notes
    self.guidedGenes = guidedGenes
    self.drugNames = drugNames
  }

  /// Whether some guideline looks at a gene; true where that is not known.
  func isGuided(_ gene: String) -> Bool { guidedGenes.isEmpty || guidedGenes.contains(gene) }
}
