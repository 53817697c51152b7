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
    let amounts = merged(doses.filter { $0.quantity == .amount })
    let least = merged(doses.filter { $0.quantity == .minimum })
    let maxima = doses.filter { $0.quantity.isCeiling }
    let shares = merged(maxima.filter { $0.quantity != .maximum })
    let limits = merged(maxima.filter { $0.quantity == .maximum })
    let ceiling =
      shares.isEmpty || limits.isEmpty
      ? (shares + limits).listed("or")
      : "\(shares.listed("or")) (\(limits.listed("or")))"
    let bracket = amounts.isEmpty ? "" : " (\(amounts.listed("or")))"
    let top = maxima.isEmpty ? "" : ", at most \(ceiling)"
    if !down.isEmpty {
      return Clause(
        "lower", "lowering", "\(usual(phase)) by \(merged(down).listed("or"))\(bracket)\(top)")
    }
    if !up.isEmpty {
      return Clause(
        "raise", "raising", "\(usual(phase)) by \(merged(up).listed("or"))\(bracket)\(top)")
    }
    if !share.isEmpty {
      return give(phase, "\(merged(share).listed("or"))\(bracket)\(top)")
    }
    if !amounts.isEmpty { return give(phase, amounts.listed("or") + top) }
    if !least.isEmpty { return give(phase, "at least \(least.listed("or"))\(top)") }
    switch phase {
    case .start: return Clause("do not start", "not starting", "above \(ceiling)")
    case .maintenance:
      return Clause("keep", "keeping", "the maintenance dose at or below \(ceiling)")
    case .any: return Clause("do not exceed", "not exceeding", ceiling)
    }
  }

  /// The numbers as text, those in one unit as a range: which of them holds depends on the case, and
  /// the rule's remark says how.
  private static func merged(_ doses: [DoseAdvice]) -> [String] {
    doses.map(\.unit).distinct.map { unit in
      let same = doses.filter { $0.unit == unit }
      guard same.count > 1, var range = same.first else { return same.map(number).joined() }
      range.low = same.map(\.low).min() ?? range.low
      range.high = same.map { $0.high ?? $0.low }.max()
      return "\(number(range)), depending on the case"
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
    let range =
      dose.high.map { high in
        // A range from 0 stands for "less than": nothing is no dose.
        dose.low == 0 ? "less than \(plain(high))" : "\(plain(dose.low))–\(plain(high))"
      } ?? plain(dose.low)
    switch dose.quantity {
    case .percentOfUsual, .percentAtMost: return "\(range) % of the usual dose"
    case .percentReduction, .percentIncrease: return "\(range) %"
    case .percentOfMaximum: return "\(range) % of the usual maximum dose"
    case .amount, .minimum, .maximum:
      let unit = dose.unit.replacing("m2", with: "m²")
      return unit.isEmpty ? range : "\(range) \(unit)"
    }
  }

  /// A number without a fraction it does not need.
  static func plain(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension DoseAdvice.Quantity {
  /// Whether it says how much not to exceed.
  var isCeiling: Bool { self == .maximum || self == .percentAtMost || self == .percentOfMaximum }
}
