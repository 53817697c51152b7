/// Whom a row speaks about, and whether a rule's population is they.
struct People {
  /// For each group, the words that our name of it holds; one group of no words is everybody.
  let groups: [[String]]
  /// What our population may be for everybody: the disease a whole guideline is for.
  private let disease: String?

  /// Reads a source's name of a population.
  init(_ text: String, guideline: String) {
    disease = Self.diseases[guideline]
    groups =
      switch text {
      case "", "general", "n/a": [[]]
      case "adults": [["adult"]]
      case "pediatrics": [["child"]]
      case "child >40kg_adult": [["adult"], ["child over 40 kg"]]
      case "CBZ naive", "OXC naive", "PHT naive": [["not yet on the drug"]]
      case "CBZ use >3mos", "OXC use >3 mos", "PHT use >3mos": [["over 3 months"]]
      case "CBZ-no alternatives": [["no alternative"]]
      case "CVI ACS PCI": [["cardiovascular", "ACS or PCI"]]
      case "CVI non-ACS non-PCI": [["cardiovascular", "neither ACS nor PCI"]]
      case "NVI": [["neurovascular"]]
      default: [["a population the test does not know: \(text)"]]
      }
  }

  /// Guidelines that are for one disease, though their rows don't say so.
  private static let diseases = ["PA166114461": "cystic fibrosis"]

  /// Whether a group is among those a rule is for.
  func fits(_ group: [String], population: String) -> Bool {
    guard group.isEmpty else { return group.allSatisfy(population.contains) }
    return population == "general" || population == disease
  }
}
