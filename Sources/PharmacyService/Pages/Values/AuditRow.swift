/// A record of the audit log as its page shows it.
package struct AuditRow: Sendable, Hashable {
  /// The record's number.
  package var sequence: Int
  /// When, as text.
  package var time: String
  /// Who.
  package var actor: String
  /// In which role.
  package var role: String
  /// What was done.
  package var action: String
  /// To whom, as a pseudonym.
  package var subject: String
  /// For what purpose.
  package var purpose: String
  /// Whether it was allowed, and what came of it.
  package var outcome: String
  /// The record's hash.
  package var hash: String

  /// Makes a row.
  package init(
    sequence: Int, time: String, actor: String, role: String, action: String, subject: String,
    purpose: String, outcome: String, hash: String
  ) {
    self.sequence = sequence
    self.time = time
    self.actor = actor
    self.role = role
    self.action = action
    self.subject = subject
    self.purpose = purpose
    self.outcome = outcome
    self.hash = hash
  }
}
