import Guidance
import Knowledge

/// The JSON of drugs already written, kept for further samples with the same answer.
///
/// A drug's part depends on its answer and on how the alternatives it names fare for the same
/// person, and on nothing else of the sample.
final class DrugPieces {
  private var pieces: [Key: ArraySlice<UInt8>] = [:]
  private let rules = RulePieces()
  /// The alternatives that an answer names, by its page.
  private var alternatives: [Int: [String]] = [:]

  /// Writes one drug, from memory where its answer was written before.
  func write(_ drug: DrugGuidance, _ context: ReportContext, to json: inout JSONWriter) {
    guard let page = drug.page else { return DrugJSON(drug, context, rules).write(to: &json) }
    let key = Key(page: page, alternatives: named(in: drug, page).map { context.states[$0] })
    if let piece = pieces[key] { return json.append(piece: piece) }
    let start = json.count
    DrugJSON(drug, context, rules).write(to: &json)
    pieces[key] = ArraySlice(Array(json.piece(from: start)))
  }

  private func named(in drug: DrugGuidance, _ page: Int) -> [String] {
    if let known = alternatives[page] { return known }
    let found = drug.entries.flatMap { $0.rule?.alternatives ?? [] }
    alternatives[page] = found
    return found
  }

  private struct Key: Hashable {
    let page: Int
    let alternatives: [AnswerState?]
  }
}
