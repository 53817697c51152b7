import Knowledge

/// Something on the list, or a habit, that inhibits or induces a protein.
struct EnzymeActor: Hashable {
  /// The medicine's id, or that of the substance a habit brings.
  let medicine: String
  /// The printed name.
  let name: String
  /// What it does to the protein.
  let role: ProteinRole
  /// The line of the list; nil for a habit.
  let line: Int?
  /// The habit that brings it; nil for a medicine.
  let habit: PatientFactor.Factor?
  /// Whether it changes what a gene's result stands for.
  let converts: Bool
  /// What limits it, in our words; nil if nothing does.
  let remark: String?

  /// What it is, such as `paroxetine, strong inhibitor`.
  var words: String { "\(name), \(kind)" }

  /// Strength and role, such as `strong inhibitor`.
  var kind: String {
    let role = role.role == .inducer ? "inducer" : "inhibitor"
    return self.role.strength.words.isEmpty ? role : "\(self.role.strength.words) \(role)"
  }
}

extension ProteinRole.Strength {
  /// The strength within a sentence; empty where none is stated.
  var words: String {
    switch self {
    case .strong: "strong"
    case .moderate: "moderate"
    case .weak: "weak"
    case .sensitive: "sensitive"
    case .moderatelySensitive: "moderately sensitive"
    case .unstated: ""
    }
  }

  /// 0 for the strongest.
  var rank: Int {
    switch self {
    case .strong, .sensitive: 0
    case .moderate, .moderatelySensitive: 1
    case .weak: 2
    case .unstated: 3
    }
  }
}
