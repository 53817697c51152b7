public import Knowledge

/// A dose worked out by an equation, term by term.
public struct DoseEvaluation: Sendable, Hashable {
  /// What each term adds to the sum, the intercept first.
  public var contributions: [Contribution]
  /// The sum.
  public var sum: Double
  /// The dose in mg a week; 0 where the sum can't be a dose.
  public var weekly: Double
  /// Between which doses, in mg a week, the stated share of patients' stable doses lay.
  public var weeklyRange: ClosedNumbers

  /// What one term adds.
  public struct Contribution: Sendable, Hashable {
    /// The term's name.
    public var name: String
    /// The value it was worked out from, such as `170 cm`.
    public var value: String
    /// What it adds to the sum.
    public var amount: Double
    /// What the value rests on.
    public var basis: Basis
    /// The step as a line, such as `height: 170 cm × 0.0087 = +1.479`.
    public var step: String
  }

  /// What a value rests on.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    /// It is part of the equation.
    case equation
    /// It was stated.
    case stated
    /// It comes from the genotype.
    case genotype
    /// It comes from the medication list.
    case medicines = "medication list"
    /// It is not known; the equation's own number for that was taken.
    case unknown
    /// It is not known; a usual value was taken.
    case assumed
  }

  /// The dose in mg a day.
  public var daily: Double { weekly / 7 }
}

/// Why an equation gives no dose.
public enum DoseRefusal: Sendable, Hashable {
  /// A measure is not known.
  case missing(DoseMeasure)
  /// A genotype is not known and the equation can't do without it.
  case genotypeMissing(String)
  /// The equation has no term for a genotype (gene, genotype).
  case noTerm(gene: String, genotype: String)
  /// A value lies outside what the equation was made from, or can't be (measure, value, limits).
  case outside(DoseMeasure, Double, ClosedNumbers)
  /// The dose lies outside those of nearly all patients (mg a week, limits).
  case implausible(Double, ClosedNumbers)

  /// The reason as the end of a sentence.
  public var words: String {
    switch self {
    case .missing(let measure): return "\(measure.words) is not known"
    case .genotypeMissing(let gene): return "the \(gene) genotype is not known"
    case .noTerm(let gene, let genotype):
      return "the equation has no term for \(gene) \(genotype)"
    case .outside(let measure, let value, let range):
      return
        "\(measure.words) \(value.plain)\(measure.unit) lies outside the "
        + "\(range.words)\(measure.unit) it holds for"
    case .implausible(let weekly, let range):
      return
        "it comes to \(weekly.shown(2)) mg a week, outside the \(range.words) mg of nearly all "
        + "patients"
    }
  }
}

extension ClosedNumbers {
  /// The range as `18 to 120`.
  var words: String { low.plain + (high.map { " to \($0.plain)" } ?? "") }

  /// Whether a value lies in it, both ends included.
  func contains(_ value: Double) -> Bool { value >= low && value <= (high ?? low) }
}
