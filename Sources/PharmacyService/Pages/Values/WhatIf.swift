package import Guidance

/// A change to think through: medicines added, medicines stopped, smoking.
package struct WhatIf: Sendable, Hashable {
  /// Names to add, as typed.
  package var add: String
  /// The lines to stop, as indices into the list.
  package var stop: [Int]
  /// The smoking to assume; nil leaves it as it is.
  package var smoking: PatientFacts.Smoking?

  /// Makes a change.
  package init(add: String = "", stop: [Int] = [], smoking: PatientFacts.Smoking? = nil) {
    self.add = add
    self.stop = stop
    self.smoking = smoking
  }

  /// Reads the form's fields `add`, `stop` (any number of times) and `smoking`.
  package init(form: FormFields) {
    add = (form["add"] ?? "").trimmed
    stop = form.all("stop").compactMap { Int($0) }
    smoking = form["smoking"].flatMap { PatientFacts.Smoking(rawValue: $0) }
  }

  /// Whether nothing would change.
  package var isEmpty: Bool { add.isEmpty && stop.isEmpty && smoking == nil }

  /// The list and the facts with the change made; `list` understands names, as the reviewer does.
  package func apply<Failure: Error>(
    lines: [ListedMedication], facts: PatientFacts,
    list: (String) throws(Failure) -> [ListedMedication]
  ) throws(Failure) -> (lines: [ListedMedication], facts: PatientFacts) {
    let stopped = Set(stop)
    let kept = lines.enumerated().filter { !stopped.contains($0.offset) }.map(\.element)
    let added = add.isEmpty ? [] : try list(add)
    var changed = facts
    if let smoking {
      changed.smoking = smoking
      if smoking != .current { changed.cigarettesPerDay = nil }
    }
    return (kept + added, changed)
  }
}
