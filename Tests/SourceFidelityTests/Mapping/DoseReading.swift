import Knowledge

/// The doses of a text, held against those of a rule in both directions.
struct DoseReading {
  /// Doses the text advises.
  let advised: [DoseMention]
  /// Every number with a unit of dose, advised or not.
  private let mentioned: [DoseMention]
  private let text: String

  init(_ text: PlainText) {
    self.text = text.whole
    mentioned = DoseMention.all(in: text.whole)
    advised = DoseMention.all(
      in: Self.notAdvised.reduce(text.whole) { $1.pattern.replacing($0, with: " … ") })
  }

  /// Doses the text advises that no dose of the rule holds.
  func missing(from rule: GuidanceRule) -> [String] {
    advised.filter { mention in
      !mention.numbers.allSatisfy { number in
        rule.doses.contains { dose in
          dose.numbers.contains { Self.says($0, dose.quantity, dose.unit, number, mention) }
        }
      }
    }.map(\.words)
  }

  /// Numbers of the rule's doses that the text does not have.
  func invented(by rule: GuidanceRule) -> [String] {
    rule.doses.flatMap { dose in
      dose.numbers.filter { ours in
        let isUsual = dose.quantity == .percentOfUsual && ours == 100
        return !isUsual && !Self.isNumber(ours, of: text, as: dose.quantity)
          && !mentioned.contains { mention in
            mention.numbers.contains { Self.says(ours, dose.quantity, dose.unit, $0, mention) }
          }
      }.map { "\($0) \(dose.unit.isEmpty ? dose.quantity.rawValue : dose.unit)" }
    }
  }

  /// Whether a number of a rule's dose says the same as a number of a text.
  private static func says(
    _ ours: Double, _ quantity: DoseAdvice.Quantity, _ unit: String, _ theirs: Double,
    _ mention: DoseMention
  ) -> Bool {
    let amounts: Set<DoseAdvice.Quantity> = [.amount, .minimum, .maximum]
    switch mention.measure {
    case .amount(let per):
      return amounts.contains(quantity) && ours == theirs && (per.isEmpty || unit.contains(per))
    case .percent:
      let readings: [Double] =
        switch (quantity, mention.direction) {
        case (.percentOfUsual, .of), (.percentAtMost, .of), (.percentOfMaximum, .of): [theirs]
        case (.percentOfUsual, .less), (.percentAtMost, .less), (.percentOfMaximum, .less):
          [100 - theirs]
        case (.percentOfUsual, .more): [100 + theirs]
        case (.percentReduction, .less): [theirs]
        case (.percentReduction, .of): [100 - theirs]
        case (.percentIncrease, .more): [theirs]
        case (.percentIncrease, .of): [theirs - 100]
        case (.amount, _), (.minimum, _), (.maximum, _): []
        case (_, .unsaid): [theirs]
        default: []
        }
      return readings.contains(ours)
    case .factor:
      let readings: [Double] =
        switch quantity {
        case .percentOfUsual:
          mention.direction == .less ? [100 / theirs] : [100 * theirs, 100 / theirs]
        case .percentIncrease: [100 * (theirs - 1)]
        case .percentReduction: [100 - 100 / theirs]
        default: []
        }
      return readings.contains { abs($0 - ours) < 0.01 }
    }
  }

  /// Whether a text has an amount's number at all: in a list the unit stands only once.
  private static func isNumber(
    _ number: Double, of text: String, as quantity: DoseAdvice.Quantity
  ) -> Bool {
    guard [.amount, .minimum, .maximum].contains(quantity) else { return false }
    let whole = number.rounded() == number ? String(Int(number)) : String(number)
    let spelled = whole.replacing(".", with: "\\.")
    return Pattern("(?<![0-9.])\(spelled)(\\.0)?(?![0-9]|\\.[0-9])").matches(text)
  }
}

extension DoseAdvice {
  /// Its numbers; nothing stands for no lower end.
  var numbers: [Double] { [low, high].compactMap { $0 }.filter { $0 != 0 } }
}
