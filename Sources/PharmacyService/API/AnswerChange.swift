internal import Guidance

/// A change between two reviews as the API writes it.
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

    init(_ shown: ReviewChange.Shown) {
      state = shown.state.rawValue
      action = shown.action
    }
  }

  init(_ change: ReviewChange) {
    medicine = change.medicine
    name = change.name
    before = change.before.map(Side.init)
    after = change.after.map(Side.init)
  }
}
