internal import Guidance

/// How the answer for one medicine differs between two reviews.
struct AnswerChange: Encodable, Sendable, Hashable {
  var medicine: String
  var name: String
  /// The answer before; nil if the medicine is new.
  var before: Side?
  /// The answer after; nil if the medicine is stopped.
  var after: Side?

  /// One answer in short.
  struct Side: Encodable, Sendable, Hashable {
    var state: String
    var action: Sentence
    var dose: [Sentence]
    var why: [Sentence]

    init(_ answer: MedicationAnswer) {
      state = answer.state.rawValue
      action = answer.action
      dose = answer.dose
      why = answer.why
    }
  }

  /// Those that differ, new and changed ones first in the later review's order, then those stopped.
  static func between(
    _ before: [MedicationAnswer], _ after: [MedicationAnswer]
  ) -> [AnswerChange] {
    var left = before
    var changes: [AnswerChange] = []
    for answer in after {
      let old = left.firstIndex { $0.medicine == answer.medicine }.map { left.remove(at: $0) }
      let (one, other) = (old.map(Side.init), Side(answer))
      guard one != other else { continue }
      changes.append(
        AnswerChange(medicine: answer.medicine, name: answer.name, before: one, after: other))
    }
    return changes
      + left.map {
        AnswerChange(medicine: $0.medicine, name: $0.name, before: Side($0), after: nil)
      }
  }
}
