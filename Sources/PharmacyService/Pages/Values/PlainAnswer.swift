package import Guidance

/// One medicine's answer for the person who takes it: short sentences, no dose table.
package struct PlainAnswer: Sendable, Hashable {
  /// The medicine's name.
  package var name: String
  /// The answer as one of five.
  package var state: AnswerState
  /// What it means, in short sentences.
  package var text: String

  /// Makes an answer.
  package init(name: String, state: AnswerState, text: String) {
    self.name = name
    self.state = state
    self.text = text
  }
}
