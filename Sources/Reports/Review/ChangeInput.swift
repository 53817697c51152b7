public import Guidance

/// All that a written what-if is made from: the review as is, and as it would be.
public struct ChangeInput: Sendable, Hashable {
  /// The review of the patient as is.
  public var before: ReviewInput
  /// The review with what is asked to be changed.
  public var after: ReviewInput

  /// Makes the input of a written what-if.
  public init(before: ReviewInput, after: ReviewInput) {
    self.before = before
    self.after = after
  }

  /// The answers that differ.
  public var changes: [ReviewChange] { ReviewChange.between(before.review, after.review) }

  /// The lines that only the later list has, as typed.
  var added: [String] { Self.lines(after, without: before) }

  /// The lines that only the earlier list has, as typed.
  var stopped: [String] { Self.lines(before, without: after) }

  /// The facts that are otherwise, as they would be.
  var newFacts: PatientFacts { after.review.facts.differing(from: before.review.facts) }

  private static func lines(_ input: ReviewInput, without other: ReviewInput) -> [String] {
    var rest = other.medications.map(\.text)
    return input.medications.map(\.text).filter { line in
      guard let index = rest.firstIndex(of: line) else { return true }
      rest.remove(at: index)
      return false
    }
  }
}
