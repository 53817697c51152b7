public import Foundation
public import Guidance

/// A patient as an analyst's question sees one: no id, no name, no date of birth.
///
/// Genotypes remain identifying all the same; they do not leave the store, only the counts do.
public struct CohortMember: Sendable, Hashable {
  /// 16 hexadecimal digits, the same for the same patient in one store.
  public var pseudonym: String
  /// What is known apart from genes and medicines.
  public var facts: PatientFacts
  /// The medication list, as typed.
  public var medications: [String]
  /// The calls, as stored.
  public var calls: Data?
}
