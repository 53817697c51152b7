public import Knowledge

/// What a dose equation is worked out from.
public struct DoseInputs: Sendable, Hashable {
  /// What was measured; decades and body surface follow from the rest unless they are given.
  public var measures: [DoseMeasure: Double]
  /// The facts that are known.
  public var facts: [DoseFact: String]
  /// The ids of the medicines taken.
  public var medicines: Set<String>
  /// The genotype of each gene that is known, as the equation's terms name it.
  public var genotypes: [String: String]

  /// Makes inputs.
  public init(
    measures: [DoseMeasure: Double] = [:], facts: [DoseFact: String] = [:],
    medicines: Set<String> = [], genotypes: [String: String] = [:]
  ) {
    self.measures = measures
    self.facts = facts
    self.medicines = medicines
    self.genotypes = genotypes
  }

  /// The inputs of a patient, without genotypes.
  public init(_ patient: PatientFacts, medicines: Set<String>) {
    self.init(medicines: medicines)
    measures[.ageYears] = patient.ageYears.map(Double.init)
    measures[.heightCm] = patient.heightCm
    measures[.weightKg] = patient.weightKg
    measures[.targetINR] = patient.targetINR
    facts[.ancestry] = patient.ancestry?.rawValue
    facts[.smoking] = patient.smoking?.rawValue
    facts[.thrombosis] = patient.hasThrombosis.map { $0 ? "yes" : "no" }
  }

  /// A measure, worked out where it follows from others; nil if it is not known.
  public func value(_ measure: DoseMeasure) -> Double? {
    if let given = measures[measure] { return given }
    switch measure {
    case .ageDecades:
      return measures[.ageYears].map { min(($0 / 10).rounded(.down), 9) }
    case .bodySurfaceArea:
      guard let height = measures[.heightCm], let weight = measures[.weightKg] else { return nil }
      return BodySurface.area(heightCm: height, weightKg: weight)
    case .ageYears, .heightCm, .weightKg, .targetINR: return nil
    }
  }
}

extension DoseMeasure {
  /// What must be known for it.
  var needs: [DoseMeasure] {
    switch self {
    case .ageDecades: [.ageYears]
    case .bodySurfaceArea: [.heightCm, .weightKg]
    case .ageYears, .heightCm, .weightKg, .targetINR: [self]
    }
  }

  /// How a sentence names it.
  var words: String {
    switch self {
    case .ageYears, .ageDecades: "age"
    case .heightCm: "height"
    case .weightKg: "weight"
    case .bodySurfaceArea: "body surface area"
    case .targetINR: "target INR"
    }
  }

  /// Its unit after a number; empty if it has none.
  var unit: String {
    switch self {
    case .ageYears: " years"
    case .ageDecades: " decades"
    case .heightCm: " cm"
    case .weightKg: " kg"
    case .bodySurfaceArea: " m²"
    case .targetINR: ""
    }
  }
}
