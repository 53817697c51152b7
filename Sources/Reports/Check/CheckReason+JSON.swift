import Evidence

extension CheckReason.Finding {
  /// The finding's name in JSON.
  var name: String {
    switch self {
    case .nothingObserved: "nothingObserved"
    case .variantsOnly: "variantsOnly"
    case .mostlyMissing: "mostlyMissing"
    case .genesWithoutData: "genesWithoutData"
    case .tierOneMissing: "tierOneMissing"
    case .genesPartlyCovered: "genesPartlyCovered"
    case .referenceMismatch: "referenceMismatch"
    case .assemblyAssumed: "assemblyAssumed"
    case .skewedAlleles: "skewedAlleles"
    case .foreignReads: "foreignReads"
    case .strayReads: "strayReads"
    case .lowDepth: "lowDepth"
    case .thinPositions: "thinPositions"
    case .manyDuplicates: "manyDuplicates"
    case .unsurePlaces: "unsurePlaces"
    case .recordsContradicted: "recordsContradicted"
    case .sexUnclear: "sexUnclear"
    case .sexContradicted: "sexContradicted"
    }
  }

  /// The genes it is about; empty where it is about the sample.
  var genes: [String] {
    switch self {
    case .mostlyMissing(let genes, _, _), .genesWithoutData(_, _, let genes),
      .sexUnclear(_, let genes):
      genes
    case .tierOneMissing(let shortfalls), .genesPartlyCovered(let shortfalls):
      shortfalls.map(\.gene)
    default: []
    }
  }
}
