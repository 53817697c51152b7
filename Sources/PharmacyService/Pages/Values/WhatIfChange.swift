import Guidance

/// What a what-if changes, as its page shows it: nothing that stays the same.
struct WhatIfChange {
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
    let changes = ReviewChange.between(before, after)
    lines = changes.map { change in
      Line(
        before: before.answers.first { $0.medicine == change.medicine },
        after: after.answers.first { $0.medicine == change.medicine })
    }.sorted { left, right in
      left.state != right.state ? left.state < right.state : left.name < right.name
    }
    let changed = Set(changes.map(\.medicine))
    unchanged = after.answers.count { !changed.contains($0.medicine) }
    conversions = after.conversions.filter { conversion in
      !before.conversions.contains { $0.says(theSameAs: conversion) }
    }
    ended = before.conversions.filter { conversion in
      !after.conversions.contains { $0.gene == conversion.gene }
    }
    notRecognised = after.notRecognised.filter { !before.notRecognised.contains($0) }
  }
}

extension Phenoconversion {
  /// Whether a reader is told the same.
  fileprivate func says(theSameAs other: Phenoconversion) -> Bool {
    gene == other.gene && effectivePhenotype == other.effectivePhenotype
      && causes == other.causes && sentence.text == other.sentence.text
  }
}
