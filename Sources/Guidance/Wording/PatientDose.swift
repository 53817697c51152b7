import Knowledge

/// A change of dose in plain words: a simple share of the usual dose, or no number at all.
struct PatientDose {
  private let doses: [DoseAdvice]

  init(_ doses: [DoseAdvice]) { self.doses = doses }

  /// Whether the source gives nothing but an upper limit.
  var isLimit: Bool {
    !doses.isEmpty
      && doses.allSatisfy(\.quantity.isCeiling)
  }

  /// `start` where the dose is for the first days only, else `give`.
  var verb: String { isStart ? "start" : "give" }

  /// What stands between the verb's object and the dose.
  var link: String { isStart ? "on a" : "a" }

  /// ` (about half the usual one)`; empty if the share is not a plain one.
  var share: String { words.map { " (\($0) the usual one)" } ?? "" }

  /// ` to about half the usual one`; empty if the share is not a plain one.
  var target: String { words.map { " to \($0) the usual one" } ?? "" }

  private var isStart: Bool { !doses.isEmpty && doses.allSatisfy { $0.phase == .start } }

  /// The one share of the usual dose the rule names, in words.
  private var words: String? {
    let shares = doses.compactMap { dose -> Double? in
      switch dose.quantity {
      case .percentOfUsual: dose.high == nil ? dose.low : -1
      case .percentReduction: dose.high == nil ? 100 - dose.low : -1
      case .percentIncrease: dose.high == nil ? 100 + dose.low : -1
      case .amount, .minimum, .maximum, .percentAtMost, .percentOfMaximum: nil
      }
    }
    guard let share = shares.first, Set(shares).count == 1 else { return nil }
    switch share {
    case 10: return "about a tenth of"
    case 20: return "about a fifth of"
    case 25: return "about a quarter of"
    case 50: return "about half"
    case 75: return "about three quarters of"
    case 200: return "about twice"
    case 300: return "about three times"
    case 400: return "about four times"
    case 500: return "about five times"
    default: return nil
    }
  }
}
