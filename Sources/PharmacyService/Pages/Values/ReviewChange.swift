import Guidance

/// What differs between two reviews of one patient: nothing that stays the same.
struct ReviewChange {
  /// One medicine whose answer is new, gone or another.
  struct Line {
    /// The answer before; nil for a medicine added.
    let before: MedicationAnswer?
    /// The answer after; nil for a medicine stopped.
    let after: MedicationAnswer?

    /// The medicine's name.
    var name: String { (after ?? before)?.name ?? "" }
    /// How urgent the change is: the more urgent of both.
    var state: AnswerState {
      min(before?.state ?? .notAssessed, after?.state ?? .notAssessed)
    }
  }

  /// The medicines whose answer changes, the most urgent first.
  let lines: [Line]
  /// How many medicines keep their answer.
  let unchanged: Int
  /// The genes that other medicines and habits leave otherwise than before.
  let conversions: [Phenoconversion]
  /// The genes whose conversion ends.
  let ended: [Phenoconversion]
  /// Added names that were not understood.
  let notRecognised: [ListedMedication]

  init(from before: MedicationReview, to after: MedicationReview) {
    let old = before.answers.map { answer in
      Line(
        before: answer, after: after.answers.first { $0.medicine == answer.medicine })
    }
    let new = after.answers.filter { answer in
      !before.answers.contains { $0.medicine == answer.medicine }
    }.map { Line(before: nil, after: $0) }
    let all = old + new
    lines = all.filter { line in
      guard let one = line.before, let two = line.after else { return true }
      return !one.says(theSameAs: two)
    }.sorted { left, right in
      left.state != right.state ? left.state < right.state : left.name < right.name
    }
    unchanged = all.count - lines.count
    conversions = after.conversions.filter { !before.conversions.contains($0) }
    ended = before.conversions.filter { conversion in
      !after.conversions.contains { $0.gene == conversion.gene }
    }
    notRecognised = after.notRecognised.filter { !before.notRecognised.contains($0) }
  }
}

extension MedicationAnswer {
  /// Whether a reader is told the same: state, action, dose, reasons and alternatives.
  fileprivate func says(theSameAs other: MedicationAnswer) -> Bool {
    state == other.state && action.text == other.action.text
      && dose.map(\.text) == other.dose.map(\.text) && why.map(\.text) == other.why.map(\.text)
      && alternatives.map(\.medicine) == other.alternatives.map(\.medicine)
      && alternatives.map(\.state) == other.alternatives.map(\.state)
  }
}
