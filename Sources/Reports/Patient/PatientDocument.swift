public import Guidance
public import Knowledge

/// A patient as a JSON document: facts, medicines, and what is known of the genes.
///
/// The layout is `stardose-patient/1`, the schema `Schema/patient.schema.json`.
///
///     let patient = try PatientDocument(text, file: "patient.json")
///     let results = try patient.results(in: knowledge)
public struct PatientDocument: Sendable, Hashable {
  /// The edition of the layout; a change that breaks a reader raises it.
  public static let layout = "stardose-patient/1"

  /// What the patient is known by; at most 100 characters, none of them a control character.
  public var id: String
  /// The name as printed; nil if not given.
  public var name: String?
  /// The date of birth as `1956-03-31`; nil if not given.
  public var birthDate: String?
  /// What is known apart from genes and medicines.
  public var facts: PatientFacts
  /// The medication list, a line each, as typed.
  public var medications: [String]
  /// What is known of the genes.
  public var calls: Calls

  /// Where what is known of the genes comes from.
  public enum Calls: Sendable, Hashable {
    /// Nothing is known.
    case none
    /// Results as a laboratory states them; several for one gene are alternatives.
    case stated([StatedGene])
    /// The JSON text of `stardose call` or `stardose report`, and the sample's name in it; nil where
    /// it has one sample.
    case report(text: String, sample: String?)
  }

  /// Makes a document; all but the id default to nothing.
  public init(
    id: String, name: String? = nil, birthDate: String? = nil, facts: PatientFacts = PatientFacts(),
    medications: [String] = [], calls: Calls = .none
  ) {
    self.id = id
    self.name = name
    self.birthDate = birthDate
    self.facts = facts
    self.medications = medications
    self.calls = calls
  }

  /// Reads a patient document, or a result of `stardose call` or `report` in JSON as a patient of whom
  /// only the genes are known.
  ///
  /// - Parameters:
  ///   - text: the JSON text.
  ///   - file: its name, for messages.
  ///   - sample: the sample of a report that has several.
  ///   - reference: gives the text of a report that the document names by its path; without it, such a
  ///     document is refused.
  /// - Throws: `PatientDocumentError` at the first thing that is wrong.
  public init(
    _ text: String, file: String, sample: String? = nil,
    reference: ((_ path: String) throws -> String)? = nil
  ) throws(PatientDocumentError) {
    self = try PatientDocumentReader(file: file, sample: sample, reference: reference).read(text)
  }

  /// The gene results by a knowledge base, ordered by gene symbol.
  ///
  /// Lays all genes of the knowledge base out anew; for many patients make a `PatientLookup` once.
  ///
  /// - Throws: `PatientDocumentError` that names what the knowledge base can't place.
  public func results(in knowledge: KnowledgeBase) throws(PatientDocumentError) -> [GeneResult] {
    try PatientLookup(knowledge).results(of: self).genes
  }

  /// The age in completed years on a day written as `2026-11-30`.
  ///
  /// Nil without a date of birth, or on a day before it.
  public func ageYears(on day: String) -> Int? {
    guard let birth = birthDate.flatMap(CalendarDay.init), let day = CalendarDay(day) else {
      return nil
    }
    let isBefore = (day.month, day.day) < (birth.month, birth.day)
    let years = day.year - birth.year - (isBefore ? 1 : 0)
    return years < 0 ? nil : years
  }
}
