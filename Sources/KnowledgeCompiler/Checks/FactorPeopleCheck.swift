internal import Knowledge

/// Checks that a factor whose words are about some people only is limited to them by a field.
///
/// Without the field it would be told of people whom its source does not mean, or kept from those it does.
struct FactorPeopleCheck {
  let factor: Located<PatientFactor>
  private var value: PatientFactor { factor.value }
  private var name: String { "factor '\(value.id)'" }

  init(_ factor: Located<PatientFactor>) { self.factor = factor }

  func run() {
    let hasAges = value.threshold?.measure == .ageYears
    if value.factor == .age, !hasAges, value.people == nil {
      factor.error(
        "\(name) is about age and has none",
        remedy: "give 'people' or a 'threshold' of ageYears")
    }
    if let people = value.people, hasAges {
      factor.error(
        "\(name) gives an age and a word for it", found: people.rawValue, remedy: "keep the age")
    }
    if value.conditions.contains(.nearTerm), value.factor != .pregnancy {
      factor.error(
        "\(name) is limited to a pregnancy near term but not about pregnancy",
        found: value.factor.rawValue, remedy: "make it pregnancy or take the condition out")
    }
    // Where the mother is treated, the words are about her child.
    let isOfMother = value.factor == .pregnancy || value.factor == .breastfeeding
    if !hasAges, value.people == nil, !isOfMother {
      refuse(value.mechanism + " " + (value.remark ?? ""), Self.ages, "'people' or ageYears")
    }
    if value.conditions.isEmpty { refuse(value.remark ?? "", Self.conditions, "'conditions'") }
  }

  private func refuse(_ text: String, _ words: Set<String>, _ field: String) {
    // A score that bears a name is no child.
    let plain = text.lowercased().replacing("child-pugh", with: "").replacing(
      "child–pugh", with: "")
    let spoken = plain.split { !$0.isLetter }.map(String.init)
    guard let word = spoken.first(where: words.contains) else { return }
    factor.error(
      "\(name) speaks of some people and is not limited to them", found: word,
      remedy: "limit it by \(field), or say it in other words")
  }

  /// Words for people of some ages.
  private static let ages: Set = [
    "adolescent", "adolescents", "child", "childhood", "children", "elderly", "geriatric", "infant",
    "infants", "neonates", "newborn", "newborns", "old", "older", "paediatric", "pediatric",
    "teenagers",
  ]

  /// Words for conditions that nothing else about the patient tells of.
  private static let conditions: Set = [
    "adenoids", "alcoholism", "dementia", "term", "tonsillectomy", "tonsils",
  ]
}
