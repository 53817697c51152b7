import Knowledge

extension [Titration] {
  /// How to find the dose, as a sentence without its end; empty if nothing is said.
  var words: String {
    var parts: [String] = []
    if contains(.startLow) { parts.append("start low") }
    if contains(.slowly) { parts.append("raise the dose slowly") }
    let guides = compactMap(\.guide)
    if !guides.isEmpty { parts.append("let \(guides.listed("and")) guide the dose") }
    return parts.listed("and")
  }
}

extension Titration {
  /// What guides the dose; nil for a manner of raising it.
  fileprivate var guide: String? {
    switch self {
    case .startLow, .slowly: nil
    case .byResponse: "the response"
    case .byDrugLevel: "drug levels"
    case .bySideEffects: "side effects"
    case .byMetaboliteLevel: "metabolite levels"
    }
  }
}

extension FurtherTest {
  /// What to test, within a sentence.
  var words: String {
    switch self {
    case .enzymeActivity: "the enzyme's activity"
    case .genotype: "the genotype"
    case .drugLevel: "the drug level"
    case .metaboliteLevel: "the metabolite level"
    case .uracilLevel: "uracil in blood (DPD phenotype)"
    case .plateletFunction: "platelet function"
    case .hlaType: "the HLA type"
    case .heartRhythm: "the heart rhythm (ECG)"
    }
  }
}
