/// What a medicine is called and what is in it; with or without guidance of its own.
public struct Medicine: Sendable, Hashable {
  /// The key, such as `clopidogrel` or `amoxicillin-clavulanate`.
  public var id: String
  /// The generic name as printed.
  public var name: String
  /// What the name stands for.
  public var kind: Kind
  /// The RxNorm concept id; empty if unknown.
  public var rxnorm: String
  /// The ATC codes.
  public var atc: [String]
  /// Trade names.
  public var brands: [String]
  /// Other generic names, spellings and abbreviations people type.
  public var synonyms: [String]
  /// For a combination: the ids of what is in it.
  public var ingredients: [String]
  /// What it does to, or needs of, enzymes and transporters; filled in by the compiler.
  public var roles: [ProteinRole] = []
  /// The lists the names come from.
  public var sources: [String]

  /// What a name in the list of medicines stands for.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// One active ingredient, with its salts and esters.
    case ingredient
    /// A fixed combination of ingredients.
    case combination
    /// A group of medicines that guidelines speak of as one.
    case `class`
    /// Something taken that is no medicine, such as tobacco smoke.
    case substance
  }

  /// Makes a medicine.
  public init(
    id: String, name: String, kind: Kind = .ingredient, rxnorm: String = "", atc: [String] = [],
    brands: [String] = [], synonyms: [String] = [], ingredients: [String] = [],
    sources: [String] = []
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.rxnorm = rxnorm
    self.atc = atc
    self.brands = brands
    self.synonyms = synonyms
    self.ingredients = ingredients
    self.sources = sources
  }
}

extension Drug {
  /// The identity of a drug with guidance, apart from the guidance.
  public var medicine: Medicine {
    Medicine(
      id: id, name: name, kind: kind, rxnorm: rxnorm, atc: atc, brands: brands, synonyms: synonyms,
      ingredients: ingredients)
  }
}
