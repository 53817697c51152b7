import Guidance

/// One answer of a review for a terminal, in its seven parts.
struct ReviewAnswerText {
  private static let margin = 18
  private let answer: MedicationAnswer

  init(_ answer: MedicationAnswer) { self.answer = answer }

  /// The lines, after a blank one.
  var lines: [String] {
    let typed =
      answer.text.lowercased() == answer.name.lowercased() ? "" : ", typed \(answer.text.quoted)"
    return [
      "",
      "\(answer.state.sign) \(answer.name.uppercased())  \(answer.state.word)\(typed)",
    ]
      + part("Do", [answer.action.text])
      + part("Instead", answer.alternatives.map(Self.words))
      + part("Dose", answer.dose.map(\.text))
      + part("Why", answer.why.map(\.text))
      + part("Sources", Self.words(answer.sources))
      + part("Would change", answer.wouldChange.map(\.text))
      + part("Not tested", answer.notTested.map(\.text))
  }

  private func part(_ title: String, _ sentences: [String]) -> [String] {
    let margin = String(repeating: " ", count: Self.margin)
    var lines = sentences.flatMap { sentence in
      TextLayout.wrapped(margin + sentence, hanging: Self.margin)
    }
    guard !lines.isEmpty else { return [] }
    lines[0] = "    \(title)".padded(to: Self.margin) + lines[0].dropFirst(Self.margin)
    return lines
  }

  private static func words(_ alternative: CheckedAlternative) -> String {
    "\(alternative.state.sign) \(alternative.name) (\(alternative.state.word.lowercased())): "
      + alternative.note.text
  }

  /// What sources say, those that say the same in one line.
  private static func words(_ opinions: [SourceOpinion]) -> [String] {
    var said: [(sentence: String, sources: [String])] = []
    for opinion in opinions {
      let population = opinion.population == "general" ? "" : opinion.population
      let source = [opinion.source, opinion.strength, population, opinion.version]
        .filter { !$0.isEmpty }.joined(separator: ", ")
      let sentence = "\(opinion.state.sign) \(opinion.sentence.text)"
      if let index = said.firstIndex(where: { $0.sentence == sentence }) {
        said[index].sources.append(source)
      } else {
        said.append((sentence, [source]))
      }
    }
    return said.map { "\($0.sources.joined(separator: "; ")): \($0.sentence)" }
  }
}

extension String {
  /// Filled with spaces to a width.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
