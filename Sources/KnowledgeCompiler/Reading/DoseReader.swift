internal import Knowledge

/// Reads one entry of `doses` of a rule and checks its numbers.
struct DoseReader {
  let owner: String

  func read(_ item: SourceValue) -> DoseAdvice? {
    guard let fields = item.fields(of: "a dose", "phase", "quantity", "low", "high", "unit"),
      let quantity = fields.requiredName("quantity", of: DoseAdvice.Quantity.self),
      fields.required("low") != nil, let low = fields.number("low")
    else { return nil }
    var phase = DoseAdvice.Phase.any
    if fields["phase"] != nil {
      guard let named = fields.name("phase", of: DoseAdvice.Phase.self) else { return nil }
      phase = named
    }
    let dose = DoseAdvice(
      phase: phase, quantity: quantity, low: low, high: fields.number("high"),
      unit: fields.text("unit") ?? "")
    check(dose, item)
    return dose
  }

  /// The largest percentage that makes sense; nil for amounts.
  private func limit(_ quantity: DoseAdvice.Quantity) -> Double? {
    switch quantity {
    case .percentReduction: 100
    case .percentOfUsual: 500
    case .percentIncrease, .percentOfMaximum: 400
    case .percentAtMost: 100
    case .amount, .minimum, .maximum: nil
    }
  }

  private func check(_ dose: DoseAdvice, _ item: SourceValue) {
    let limit = limit(dose.quantity)
    // With a second number, 0 stands for "less than": a range without a lower end.
    let isBelow = dose.low == 0 && dose.high != nil
    for number in [isBelow ? nil : dose.low, dose.high].compactMap(\.self)
    where number <= 0 || number > (limit ?? .infinity) {
      item.error(
        "a dose of \(owner) is out of range", found: "\(number)",
        remedy: "give a number above 0" + (limit.map { " and at most \(Int($0))" } ?? ""))
    }
    if let high = dose.high, high <= dose.low {
      item.error(
        "a dose of \(owner) ends at or below its start", found: "\(dose.low) to \(high)",
        remedy: "give the lower number first")
    }
    if limit == nil && dose.unit.isEmpty {
      item.error(
        "a dose of \(owner) has no unit", found: "\(dose.low)",
        remedy: "add one, such as mg/day")
    }
    if limit != nil && !dose.unit.isEmpty {
      item.error(
        "a percentage of \(owner) has a unit", found: dose.unit, remedy: "remove the unit")
    }
  }
}
