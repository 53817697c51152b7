/// What differs for one medicine between two reviews of a patient: what adding, stopping or a habit would
/// change.
public struct ReviewChange: Sendable, Hashable {
  /// The medicine's id.
  public var medicine: String
  /// Its name as printed.
  public var name: String
  /// The answer before; nil if it is new.
  public var before: Shown?
  /// The answer after; nil if it is gone.
  public var after: Shown?

  /// What of an answer is compared.
  public struct Shown: Sendable, Hashable {
    /// The answer as one of five.
    public var state: AnswerState
    /// What to do.
    public var action: Sentence

    /// Makes it from an answer.
    public init(_ answer: MedicationAnswer) {
      state = answer.state
      action = answer.action
    }
  }

  /// Makes a change.
  public init(medicine: String, name: String, before: Shown?, after: Shown?) {
    self.medicine = medicine
    self.name = name
    self.before = before
    self.after = after
  }

  /// The answers that appear, go, or change state or action, in the order of the later review, those
  /// that go last; nothing else.
  public static func between(
    _ before: MedicationReview, _ after: MedicationReview
  ) -> [ReviewChange] {
    let old = Dictionary(before.answers.map { ($0.medicine, $0) }) { first, _ in first }
    let new = Set(after.answers.map(\.medicine))
    let changed = after.answers.compactMap { answer -> ReviewChange? in
      let known = old[answer.medicine]
      if let known, known.state == answer.state, known.action.text == answer.action.text {
        return nil
      }
      return ReviewChange(
        medicine: answer.medicine, name: answer.name, before: known.map(Shown.init),
        after: Shown(answer))
    }
    let gone = before.answers.filter { !new.contains($0.medicine) }.map {
      ReviewChange(medicine: $0.medicine, name: $0.name, before: Shown($0), after: nil)
    }
    return changed + gone
  }
}
