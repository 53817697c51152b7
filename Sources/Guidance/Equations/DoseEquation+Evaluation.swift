internal import Foundation
public import Knowledge

extension DoseEquation {
  /// The dose for inputs within the limits, or every reason why there is none.
  public func assess(_ inputs: DoseInputs) -> Result<DoseEvaluation, DoseRefusals> {
    var refusals: [DoseRefusal] = []
    for limit in limits {
      guard let value = inputs.measures[limit.measure] else { continue }
      if !limit.range.contains(value) {
        refusals.append(.outside(limit.measure, value, limit.range))
      }
    }
    for term in terms {
      switch term.kind {
      case .measure(let measure, _, nil) where inputs.value(measure) == nil:
        refusals += measure.needs.filter { inputs.measures[$0] == nil }.map(DoseRefusal.missing)
      case .genotype(let gene, let levels, let unknown):
        if let key = inputs.genotypes[gene] {
          if !levels.contains(where: { $0.key == key }) {
            refusals.append(.noTerm(gene: gene, genotype: key))
          }
        } else if unknown == nil {
          refusals.append(.genotypeMissing(gene))
        }
      case .measure, .fact, .medicines: break
      }
    }
    guard refusals.isEmpty, let evaluation = evaluate(inputs) else {
      return .failure(DoseRefusals(refusals))
    }
    guard plausible.contains(evaluation.weekly) else {
      return .failure(DoseRefusals([.implausible(evaluation.weekly, plausible)]))
    }
    return .success(evaluation)
  }

  /// The sum and its dose whatever the limits; nil if a value the equation needs is not known.
  public func evaluate(_ inputs: DoseInputs) -> DoseEvaluation? {
    var contributions = [
      DoseEvaluation.Contribution(
        name: "intercept", value: "", amount: intercept, basis: .equation,
        step: "intercept: \(intercept.signed)")
    ]
    for term in terms {
      guard let contribution = term.contribution(inputs) else { return nil }
      contributions.append(contribution)
    }
    let sum = contributions.map(\.amount).reduce(0, +)
    return DoseEvaluation(
      contributions: contributions, sum: sum, weekly: weekly(sum),
      weeklyRange: ClosedNumbers(low: weekly(sum + spread.low), high: weekly(sum + spread.high)))
  }

  /// The dose in mg a week that a sum stands for; 0 where it can't stand for one.
  private func weekly(_ sum: Double) -> Double {
    switch transform {
    case .square: sum > 0 ? sum * sum * unit.weekly : 0
    case .exponential: exp(sum) * unit.weekly
    }
  }
}

/// Every reason why an equation gives no dose.
public struct DoseRefusals: Error, Sendable, Hashable {
  /// The reasons, each once, in the order they were found.
  public var reasons: [DoseRefusal]

  init(_ reasons: [DoseRefusal]) {
    var seen: Set<DoseRefusal> = []
    self.reasons = reasons.filter { seen.insert($0).inserted }
  }
}

extension DoseTerm {
  /// What the term adds; nil if it needs a value that is not known.
  fileprivate func contribution(_ inputs: DoseInputs) -> DoseEvaluation.Contribution? {
    switch kind {
    case .measure(let measure, let coefficient, let assumed):
      guard let value = inputs.value(measure) ?? assumed else { return nil }
      let shown = (measure == .bodySurfaceArea ? value.shown(3) : value.plain) + measure.unit
      let amount = coefficient * value
      let basis: DoseEvaluation.Basis = inputs.value(measure) == nil ? .assumed : .stated
      return DoseEvaluation.Contribution(
        name: name, value: shown, amount: amount, basis: basis,
        step: "\(name): \(shown)\(basis == .assumed ? " (assumed)" : "") × \(coefficient.signed) = "
          + amount.signed)
    case .fact(let fact, let levels, let unknown):
      guard let value = inputs.facts[fact],
        let level = levels.first(where: { $0.key == value })
      else { return listed("not known", unknown, .unknown) }
      return listed(value, level.amount, .stated)
    case .medicines(let medicines, let coefficient):
      let taken = medicines.filter(inputs.medicines.contains)
      guard !taken.isEmpty else { return listed("none taken", 0, .medicines) }
      return listed(taken.joined(separator: ", "), coefficient, .medicines)
    case .genotype(let gene, let levels, let unknown):
      guard let key = inputs.genotypes[gene] else {
        return unknown.map { listed("not known", $0, .unknown) }
      }
      return levels.first { $0.key == key }.map { listed(key, $0.amount, .genotype) }
    }
  }

  private func listed(_ value: String, _ amount: Double, _ basis: DoseEvaluation.Basis)
    -> DoseEvaluation.Contribution
  {
    DoseEvaluation.Contribution(
      name: name, value: value, amount: amount, basis: basis,
      step: "\(name): \(value), \(amount.signed)")
  }
}

extension Double {
  /// With its sign and at most five digits after the point.
  fileprivate var signed: String {
    var text = magnitude.shown(5)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return (self < 0 ? "−" : "+") + text
  }
}
