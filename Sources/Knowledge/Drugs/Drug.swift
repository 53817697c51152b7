/// A medicine and what each guideline says about it.
public struct Drug: Sendable, Hashable {
  /// The file name and key, such as `clopidogrel` or `peginterferon-alfa-2a`.
  public var id: String
  /// The generic name as printed.
  public var name: String
  /// The RxNorm concept id of the ingredient; empty if unknown.
  public var rxnorm: String
  /// The ATC codes.
  public var atc: [String]
  /// What the name stands for.
  public var kind: Medicine.Kind
  /// Trade names, for look-up only.
  public var brands: [String]
  /// Other names, for look-up only.
  public var synonyms: [String]
  /// For a combination: the ids of what is in it.
  public var ingredients: [String]
  /// How each gene is ranked for the drug by those who grade evidence.
  public var evidence: [PairEvidence]
  /// One entry for each guideline that speaks about the drug.
  public var guidelines: [Guideline]

  /// Makes a drug.
  public init(
    id: String, name: String, rxnorm: String, atc: [String], kind: Medicine.Kind = .ingredient,
    brands: [String] = [], synonyms: [String], ingredients: [String] = [],
    evidence: [PairEvidence] = [], guidelines: [Guideline]
  ) {
    self.id = id
    self.name = name
    self.rxnorm = rxnorm
    self.atc = atc
    self.kind = kind
    self.brands = brands
    self.synonyms = synonyms
    self.ingredients = ingredients
    self.evidence = evidence
    self.guidelines = guidelines
  }
}

/// What one source says about one drug.
public struct Guideline: Sendable, Hashable {
  /// Who speaks: `CPIC`, as `sources.yaml` names it.
  public var source: String
  /// The source's own identifier, such as `PA166104948`.
  public var id: String
  /// A page a reader can check.
  public var url: String
  /// The edition of the facts, a date.
  public var version: String
  /// The SPDX licence of the facts.
  public var licence: String
  /// The genes whose results the rules look at.
  public var genes: [String]
  /// PubMed ids of the guideline papers.
  public var citations: [String]
  /// The rules; every one that fits a patient is shown.
  public var rules: [GuidanceRule]
  /// The results of a gene that the source says nothing of, so that no rule covers them.
  public var leavesOut: [GeneCondition]
  /// Why there are no rules, or what the rules leave out, in our own words; nil if complete.
  public var remark: String?

  /// Makes a guideline.
  public init(
    source: String, id: String, url: String, version: String, licence: String, genes: [String],
    citations: [String], rules: [GuidanceRule], leavesOut: [GeneCondition] = [], remark: String?
  ) {
    self.source = source
    self.id = id
    self.url = url
    self.version = version
    self.licence = licence
    self.genes = genes
    self.citations = citations
    self.rules = rules
    self.leavesOut = leavesOut
    self.remark = remark
  }
}
