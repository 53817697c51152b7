/// A published equation that gives a dose as a sum of terms, laid out as data.
///
/// The sum is `intercept` plus the contribution of each term; `transform` makes a dose of it. Nothing
/// about a medicine or gene is in the code that evaluates it.
public struct DoseEquation: Sendable, Hashable {
  /// The file's name, such as the medicine and the paper.
  public var id: String
  /// The id of the medicine it doses.
  public var medicine: String
  /// Its name as printed.
  public var name: String
  /// The id of the same authors' equation without genes; nil for an equation that has no genes.
  public var withoutGenes: String?
  /// What makes a dose of the sum.
  public var transform: Transform
  /// The unit of the transformed sum.
  public var unit: Unit
  /// The sum before any term.
  public var intercept: Double
  /// The terms, in the order they are added.
  public var terms: [DoseTerm]
  /// What a patient must lie within; both ends included.
  public var limits: [Limit]
  /// The doses, in mg a week, outside which an answer is refused as implausible.
  public var plausible: ClosedNumbers
  /// How far stable doses lay from the sum.
  public var spread: Spread
  /// How close it came, by group of patients.
  public var accuracy: [Accuracy]
  /// What to do for alleles it has no term for; nil if nothing is published.
  public var adjustment: Adjustment?
  /// What must have been tested before it is used in a group; nil if nothing.
  public var requirement: Requirement?
  /// Where the equation and its figures are from.
  public var sources: [FactSource]

  /// What makes a dose of the sum.
  public enum Transform: String, Sendable, Hashable, CaseIterable {
    /// The dose is the square of the sum.
    case square
    /// The dose is e to the power of the sum.
    case exponential
  }

  /// The unit of a dose.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    case mgPerDay = "mg/day"
    case mgPerWeek = "mg/week"

    /// By how much a dose is multiplied to be one in mg a week.
    public var weekly: Double { self == .mgPerDay ? 7 : 1 }
  }

  /// What a patient must lie within.
  public struct Limit: Sendable, Hashable {
    /// What is measured.
    public var measure: DoseMeasure
    /// The lowest and highest value.
    public var range: ClosedNumbers

    /// Makes a limit.
    public init(measure: DoseMeasure, range: ClosedNumbers) {
      self.measure = measure
      self.range = range
    }
  }

  /// Between which distances from the sum a share of patients' stable doses lay.
  public struct Spread: Sendable, Hashable {
    /// The share of patients, in percent.
    public var percent: Double
    /// The distance of the transformed-back stable dose from the sum at the lower end.
    public var low: Double
    /// The distance at the upper end.
    public var high: Double
    /// The number of patients.
    public var patients: Int

    /// Makes a spread.
    public init(percent: Double, low: Double, high: Double, patients: Int) {
      self.percent = percent
      self.low = low
      self.high = high
      self.patients = patients
    }
  }

  /// How close the equation came in a group of patients, beside the one without genes.
  public struct Accuracy: Sendable, Hashable {
    /// The ancestry of the group, as `PatientFacts` names it; `all` for everyone.
    public var group: String
    /// The number of patients.
    public var patients: Int
    /// The mean distance from the stable dose, in mg a week.
    public var meanError: Double
    /// The share of patients whose dose was within a fifth of the stable one, in percent.
    public var withinFifth: Double
    /// The same distance of the equation without genes; nil where this is it.
    public var meanErrorWithoutGenes: Double?
    /// The same share of the equation without genes; nil where this is it.
    public var withinFifthWithoutGenes: Double?

    /// Makes an accuracy.
    public init(
      group: String, patients: Int, meanError: Double, withinFifth: Double,
      meanErrorWithoutGenes: Double?, withinFifthWithoutGenes: Double?
    ) {
      self.group = group
      self.patients = patients
      self.meanError = meanError
      self.withinFifth = withinFifth
      self.meanErrorWithoutGenes = meanErrorWithoutGenes
      self.withinFifthWithoutGenes = withinFifthWithoutGenes
    }
  }

  /// What to do for alleles the equation has no term for: reckon with another, then lower the dose.
  public struct Adjustment: Sendable, Hashable {
    /// The gene symbol.
    public var gene: String
    /// The alleles.
    public var alleles: [String]
    /// The allele to reckon with in their place.
    public var reckonedAs: String
    /// By how many percent the dose is lowered for one of them beside the reference.
    public var percent: ClosedNumbers
    /// By how many percent where both alleles lower it.
    public var percentForTwo: ClosedNumbers
    /// What no field can hold, in our words.
    public var remark: String?

    /// Makes an adjustment.
    public init(
      gene: String, alleles: [String], reckonedAs: String, percent: ClosedNumbers,
      percentForTwo: ClosedNumbers, remark: String?
    ) {
      self.gene = gene
      self.alleles = alleles
      self.reckonedAs = reckonedAs
      self.percent = percent
      self.percentForTwo = percentForTwo
      self.remark = remark
    }
  }

  /// What must have been tested before genes are reckoned with in a group of patients.
  public struct Requirement: Sendable, Hashable {
    /// The ancestry of the group, as `PatientFacts` names it.
    public var group: String
    /// The gene symbol.
    public var gene: String
    /// The alleles that must have been looked for.
    public var alleles: [String]
    /// Positions beside them that bear on the dose.
    public var positions: [String]
    /// What no field can hold, in our words.
    public var remark: String?

    /// Makes a requirement.
    public init(
      group: String, gene: String, alleles: [String], positions: [String], remark: String?
    ) {
      self.group = group
      self.gene = gene
      self.alleles = alleles
      self.positions = positions
      self.remark = remark
    }
  }

  /// Makes an equation.
  public init(
    id: String, medicine: String, name: String, withoutGenes: String?, transform: Transform,
    unit: Unit, intercept: Double, terms: [DoseTerm], limits: [Limit], plausible: ClosedNumbers,
    spread: Spread, accuracy: [Accuracy], adjustment: Adjustment?, requirement: Requirement?,
    sources: [FactSource]
  ) {
    self.id = id
    self.medicine = medicine
    self.name = name
    self.withoutGenes = withoutGenes
    self.transform = transform
    self.unit = unit
    self.intercept = intercept
    self.terms = terms
    self.limits = limits
    self.plausible = plausible
    self.spread = spread
    self.accuracy = accuracy
    self.adjustment = adjustment
    self.requirement = requirement
    self.sources = sources
  }

  /// The genes it has a term for, in the order of its terms.
  public var genes: [String] {
    terms.compactMap { term in
      if case .genotype(let gene, _, _) = term.kind { gene } else { nil }
    }
  }
}
