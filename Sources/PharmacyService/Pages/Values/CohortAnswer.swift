package import Guidance

/// Who takes a medicine and is at risk, counted; small cells are suppressed before they get here.
package struct CohortAnswer: Sendable, Hashable {
  /// The medicine's name.
  package var medicine: String
  /// The smallest count shown; anything below is suppressed.
  package var smallestCell: Int
  /// How many patients take it; nil if suppressed.
  package var patients: Int?
  /// The counts by answer and phenotype.
  package var rows: [CohortRow]

  /// Makes an answer.
  package init(medicine: String, smallestCell: Int, patients: Int?, rows: [CohortRow]) {
    self.medicine = medicine
    self.smallestCell = smallestCell
    self.patients = patients
    self.rows = rows
  }
}

/// Patients of a cohort with one answer and phenotype.
package struct CohortRow: Sendable, Hashable {
  /// Their answer for the medicine.
  package var state: AnswerState
  /// What their genes say, in words.
  package var phenotype: String
  /// How many; nil if suppressed.
  package var count: Int?
  /// Their pseudonyms, where the role may see them.
  package var pseudonyms: [String]

  /// Makes a row.
  package init(state: AnswerState, phenotype: String, count: Int?, pseudonyms: [String] = []) {
    self.state = state
    self.phenotype = phenotype
    self.count = count
    self.pseudonyms = pseudonyms
  }
}
