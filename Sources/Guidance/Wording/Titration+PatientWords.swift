import Knowledge

extension [Titration] {
  /// How the doctor finds the dose, in plain words to follow "may"; nil if nothing is said.
  var patientWords: String? {
    var parts: [String] = []
    if contains(.startLow) { parts.append("start low") }
    if contains(.slowly) { parts.append("go slowly") }
    let guides = compactMap(\.patientGuide).distinct
    if !guides.isEmpty { parts.append("go by \(guides.listed("and"))") }
    return parts.isEmpty ? nil : parts.listed("and")
  }
}

extension Titration {
  /// What guides the dose, in plain words; nil for a manner of raising it.
  fileprivate var patientGuide: String? {
    switch self {
    case .startLow, .slowly: nil
    case .byResponse: "how well it works"
    case .byDrugLevel, .byMetaboliteLevel: "its level in your blood"
    case .bySideEffects: "any side effects"
    }
  }
}

extension FurtherTest {
  /// What is tested, in plain words.
  var patientWords: String {
    switch self {
    case .enzymeActivity: "how well one of your enzymes works"
    case .genotype: "one of your genes"
    case .drugLevel, .metaboliteLevel: "the level of the medicine in your blood"
    case .uracilLevel: "how your body breaks the medicine down"
    case .plateletFunction: "how your blood clots"
    case .hlaType: "one of your immune genes"
    case .heartRhythm: "your heartbeat"
    }
  }
}
