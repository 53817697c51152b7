import Knowledge

/// Dose advice as clauses, one for each phase of treatment.
enum DoseWording {
  /// The clauses for all doses, in the order their phases first appear.
  ///
  /// Several numbers for one phase become one clause: a percentage leads, amounts stand in brackets
  /// after it, a maximum closes it.
  static func clauses(_ doses: [DoseAdvice]) -> [Clause] {
    var phases: [DoseAdvice.Phase] = []
    for dose in doses where !phases.contains(dose.phase) { phases.append(dose.phase) }
    return phases.map { phase in clause(doses.filter { $0.phase == phase }, phase) }
  }

  private static func clause(_ doses: [DoseAdvice], _ phase: DoseAdvice.Phase) -> Clause {
    let share = doses.filter { $0.quantity == .percentOfUsual }
    let down = doses.filter { $0.quantity == .percentReduction }
    let up = doses.filter { $0.quantity == .percentIncrease }
    let amounts = doses.filter { $0.quantity == .amount }.map(number)
    let maxima = doses.filter { $0.quantity == .maximum || $0.quantity == .percentOfMaximum }
    let ceiling = maxima.map(number).listed("or")
    let bracket = amounts.isEmpty ? "" : " (\(amounts.listed("or")))"
    let top = maxima.isEmpty ? "" : ", at most \(ceiling)"
    if !down.isEmpty {
      return Clause(
        "lower", "lowering", "\(usual(phase)) by \(down.map(number).listed("or"))\(bracket)\(top)")
    }
    if !up.isEmpty {
      return Clause(
        "raise", "raising", "\(usual(phase)) by \(up.map(number).listed("or"))\(bracket)\(top)")
    }
    if !share.isEmpty {
      return give(phase, "\(share.map(number).listed("or"))\(bracket)\(top)")
    }
    if !amounts.isEmpty { return give(phase, amounts.listed("or") + top) }
    switch phase {
    case .start: return Clause("do not start", "not starting", "above \(ceiling)")
    case .maintenance:
      return Clause("keep", "keeping", "the maintenance dose at or below \(ceiling)")
    case .any: return Clause("do not exceed", "not exceeding", ceiling)
    }
  }

  private static func give(_ phase: DoseAdvice.Phase, _ what: String) -> Clause {
    switch phase {
    case .start: Clause("start", "starting", "with \(what)")
    case .maintenance: Clause("maintain", "maintaining", "with \(what)")
    case .any: Clause("give", "giving", what)
    }
  }

  private static func usual(_ phase: DoseAdvice.Phase) -> String {
    switch phase {
    case .start: "the usual starting dose"
    case .maintenance: "the usual maintenance dose"
    case .any: "the usual dose"
    }
  }

  /// The number, range and unit of a dose: `25–50 % of the usual dose`, `20 mg/day`.
  static func number(_ dose: DoseAdvice) -> String {
    let range = dose.high.map { "\(plain(dose.low))–\(plain($0))" } ?? plain(dose.low)
    switch dose.quantity {
    case .percentOfUsual: return "\(range) % of the usual dose"
    case .percentReduction, .percentIncrease: return "\(range) %"
    case .percentOfMaximum: return "\(range) % of the usual maximum dose"
    case .amount, .maximum:
      let unit = dose.unit.replacing("m2", with: "m²")
      return unit.isEmpty ? range : "\(range) \(unit)"
    }
  }

  private static func plain(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
