/// One term of a dose equation.
public struct DoseTerm: Sendable, Hashable {
  /// What it is called in a table of contributions.
  public var name: String
  /// What it depends on.
  public var kind: Kind

  /// What a term depends on.
  public enum Kind: Sendable, Hashable {
    /// A coefficient times a measure; `assumed` stands in where the measure is not known.
    case measure(DoseMeasure, coefficient: Double, assumed: Double?)
    /// A number for each value of a fact, and one for a value that is not known.
    case fact(DoseFact, [Level], unknown: Double)
    /// A number if any of the medicines is taken.
    case medicines([String], coefficient: Double)
    /// A number for each genotype of a gene, named by phenotype term or diplotype, and one for a
    /// genotype that is not known; nil if the equation can't do without it.
    case genotype(gene: String, [Level], unknown: Double?)
  }

  /// A value and what it adds.
  public struct Level: Sendable, Hashable {
    /// The value, such as `current` or a diplotype.
    public var key: String
    /// What it adds to the sum.
    public var amount: Double

    /// Makes a level.
    public init(key: String, amount: Double) {
      self.key = key
      self.amount = amount
    }
  }

  /// Makes a term.
  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// A measure of a patient that a dose equation multiplies.
public enum DoseMeasure: String, Sendable, Hashable, CaseIterable {
  /// Age in completed years.
  case ageYears
  /// Age in whole decades, from 0 to 9: 90 and older count as 9.
  case ageDecades
  /// Height in cm.
  case heightCm
  /// Weight in kg.
  case weightKg
  /// Body surface area in m², by Mosteller: the root of height in cm times weight in kg over 3,600.
  case bodySurfaceArea
  /// The target of the international normalised ratio.
  case targetINR
}

/// A fact of a patient that a dose equation has a number for each value of.
public enum DoseFact: String, Sendable, Hashable, CaseIterable {
  case ancestry, smoking, thrombosis

  /// The values it can have.
  public var values: [String] {
    switch self {
    case .ancestry: ["asian", "black", "white", "mixed"]
    case .smoking: ["never", "current", "justStopped", "former"]
    case .thrombosis: ["yes", "no"]
    }
  }
}
