import Guidance
import Knowledge

/// A review for a terminal: what to do first, then why, then what was not tested.
///
/// What no medicine could be found for comes before everything else.
public struct ReviewText {
  private let input: ReviewInput
  private var review: MedicationReview { input.review }

  /// Makes the text of a review.
  public init(_ input: ReviewInput) { self.input = input }

  /// The whole text, at most 88 columns wide, long names apart.
  public var document: String {
    var lines = head
    lines += notRecognised + readings + notes + summary
    lines += section(
      "Other medicines and habits change these genes", review.conversions.map(\.sentence))
    for answer in review.answers { lines += ReviewAnswerText(answer).lines }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whom it is of, and what it was made with.
  var identity: [String] {
    [
      input.patientID.map { "Patient \($0)" } ?? "Patient without a file",
      "\(input.engine), knowledge base \(input.knowledgeVersion) (\(input.knowledgeIdentity))",
    ]
  }

  private var head: [String] {
    let facts = FactsWording(review.facts)
    var lines = identity
    let genes = input.results.filter { !$0.lookups.isEmpty }.count
    let known = facts.known.isEmpty ? "nothing but the list" : facts.known
    lines += TextLayout.wrapped("Known: \(known)", hanging: 7)
    if !facts.unknown.isEmpty {
      lines += TextLayout.wrapped("Not known: \(facts.unknown)", hanging: 11)
    }
    lines.append(genes == 0 ? "Genes: no result" : "Genes: \(genes) with a result")
    return lines
  }

  /// Lines that name no medicine, with what they may have meant.
  var notRecognised: [String] {
    guard !review.notRecognised.isEmpty else { return [] }
    let count = review.notRecognised.count
    return [
      "",
      "\(AnswerState.notAssessed.sign) NOT RECOGNISED: nothing below takes "
        + "\(count == 1 ? "this line" : "these \(count) lines") into account",
    ]
      + review.notRecognised.flatMap { line in
        let names = line.suggestions.map { match in
          match.matchedName == match.medicine.name
            ? match.medicine.name : "\(match.matchedName) (\(match.medicine.name))"
        }
        let advice =
          names.isEmpty
          ? "no medicine is called anything like it; check the spelling"
          : "did you mean \(names.listed("or"))?"
        return TextLayout.wrapped("    \(line.text.quoted): \(advice)", hanging: 6)
      }
  }

  /// Lines that were read as another name than the one typed.
  var readings: [String] {
    let lines = input.medications.compactMap { line -> String? in
      guard let match = line.match, match.quality != .exact else { return nil }
      let brand = match.matchedName == match.medicine.name ? "" : " (\(match.medicine.name))"
      return
        "    \(line.text.quoted) is read as \(match.matchedName)\(brand); check that it is meant"
    }
    return lines.isEmpty ? [] : ["", "READ OVER A TYPING SLIP"] + lines
  }

  /// What has to be said of the input.
  var notes: [String] {
    input.remarks.isEmpty
      ? [] : [""] + input.remarks.flatMap { TextLayout.wrapped("Note: \($0)", hanging: 6) }
  }

  /// A line for each medicine, the most urgent first.
  private var summary: [String] {
    guard !review.answers.isEmpty else { return [] }
    let counts = Dictionary(grouping: review.answers, by: \.state).mapValues(\.count)
    let tally = AnswerState.allCases.map { state in
      "\(state.sign) \(counts[state] ?? 0) \(state.word.lowercased())"
    }
    return ["", tally.joined(separator: "   "), ""]
      + review.answers.flatMap { answer in
        TextLayout.wrapped("\(answer.state.sign) \(answer.action.text)", hanging: 2)
      }
  }

  private func section(_ title: String, _ sentences: [Sentence]) -> [String] {
    guard !sentences.isEmpty else { return [] }
    return ["", title]
      + sentences.flatMap { TextLayout.wrapped("    \($0.text)", hanging: 6) }
  }
}
