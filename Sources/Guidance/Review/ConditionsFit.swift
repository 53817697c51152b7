import Knowledge

/// Whether a patient has one of the conditions that a factor is limited to.
enum ConditionsFit: Equatable {
  /// It is limited to none.
  case none
  /// The patient has what is named.
  case has(String)
  /// The patient has none of them.
  case no
  /// Nobody has said; they are named.
  case unstated(String)

  /// Holds conditions, one of which is enough, against facts.
  init(_ conditions: [PatientCondition], _ facts: PatientFacts) {
    let stated = facts.conditions ?? [:]
    if conditions.isEmpty {
      self = .none
    } else if let present = conditions.first(where: { stated[$0] == true }) {
      self = .has(present.words)
    } else {
      let open = conditions.filter { stated[$0] == nil }.map(\.words)
      self = open.isEmpty ? .no : .unstated(open.listed("or"))
    }
  }
}
