import Guidance

/// Whose results and guidance change, as lines.
struct SampleChangeText {
  private let samples: StoredSamples

  init(_ samples: StoredSamples) { self.samples = samples }

  /// A heading, what a reader must know first, a table of drugs, then each sample.
  var lines: [String] {
    let count = samples.count
    var lines = [
      "",
      "samples: \(samples.changes.count) of \(count) stored "
        + "\(count == 1 ? "sample" : "samples") would get another result or other guidance",
    ]
    if !samples.redefinedGenes.isEmpty {
      lines += TextLayout.wrapped(
        "  Note: the stored diplotypes stand. Haplotypes of "
          + "\(samples.redefinedGenes.sorted().listed("and")) are defined or called otherwise, so "
          + "calling these samples anew may say more.", hanging: 8)
    }
    if !samples.strangers.isEmpty {
      lines += TextLayout.wrapped(
        "  Note: neither edition made \(samples.strangers.listed("and")).", hanging: 8)
    }
    lines += drugTable
    for change in samples.changes {
      lines += ["", "\(change.sampleID) (\(change.file))"]
      lines += change.genes.map(line)
      lines += change.drugs.flatMap(self.lines)
      lines += risks(change)
    }
    return lines
  }

  /// How many samples each drug changes for.
  private var drugTable: [String] {
    let counts = Dictionary(samples.changes.flatMap(\.drugs).map { ($0.name, 1) }) { $0 + $1 }
    guard samples.changes.count > 1, !counts.isEmpty else { return [] }
    return ["", "  drugs, by the number of samples"]
      + counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "  \($1)  \($0)" }
  }

  private func line(_ shift: SampleChange.GeneShift) -> String {
    let title = shift.title.isEmpty ? shift.gene : "\(shift.gene) \(shift.title)"
    let lost =
      shift.unknown.isEmpty ? "" : " (\(shift.unknown.listed("and")) is not known any more)"
    return "  \(title): \(Self.words(shift.old)) → \(Self.words(shift.new))\(lost)"
  }

  private func lines(_ shift: SampleChange.DrugShift) -> [String] {
    let (old, new) = (Self.word(shift.old), Self.word(shift.new))
    var lines = [
      "  \(shift.name): \(old == new ? "\(new) as before; the advice differs" : "\(old) → \(new)")"
    ]
    lines += shift.removed.flatMap { TextLayout.wrapped("    - \($0)", hanging: 6) }
    lines += shift.added.flatMap { TextLayout.wrapped("    + \($0)", hanging: 6) }
    return lines
  }

  private func risks(_ change: SampleChange) -> [String] {
    let lines =
      change.removedRisks.flatMap { TextLayout.wrapped("    - \($0)", hanging: 6) }
      + change.addedRisks.flatMap { TextLayout.wrapped("    + \($0)", hanging: 6) }
    return lines.isEmpty ? [] : ["  side-effect risks:"] + lines
  }

  private static func words(_ meanings: [String]?) -> String {
    guard let meanings else { return "gene not there" }
    return meanings.isEmpty ? "no result" : meanings.joined(separator: " or ")
  }

  private static func word(_ state: AnswerState?) -> String {
    state?.word.lowercased() ?? "drug not there"
  }
}
