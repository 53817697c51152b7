public import Knowledge

/// What differs between two editions of the knowledge base, and for whom, as text or JSON.
public struct KnowledgeDifferenceReport {
  /// The edition of the layout of `json`; a change that breaks a reader raises it.
  public static let layout = "stardose-knowledge-diff/1"

  let old: KnowledgeEdition
  let new: KnowledgeEdition
  let difference: KnowledgeDifference
  /// Nil where no stored results were named.
  let samples: StoredSamples?

  /// Makes a report.
  public init(
    old: KnowledgeEdition, new: KnowledgeEdition, difference: KnowledgeDifference,
    samples: StoredSamples? = nil
  ) {
    self.old = old
    self.new = new
    self.difference = difference
    self.samples = samples
  }

  /// The changes as an indented list: `+` added, `-` removed, `~` changed.
  public var text: String {
    var lines = [
      "old: \(Self.title(old))", "new: \(Self.title(new))",
    ]
    if difference.isEmpty { lines += ["", "nothing differs"] }
    for section in difference.sections where !section.changes.isEmpty {
      lines += ["", "\(section.title): \(Self.tally(section.changes))"]
      lines += section.changes.flatMap { Self.lines($0, depth: 1) }
    }
    if !difference.isEmpty { lines += ["", summary] }
    if let samples { lines += SampleChangeText(samples).lines }
    return lines.joined(separator: "\n") + "\n"
  }

  static func title(_ content: KnowledgeEdition) -> String {
    "\(content.path), content \(content.identity), newest source \(content.version)"
  }

  /// A change and all within it.
  private static func lines(_ change: KnowledgeChange, depth: Int) -> [String] {
    let indent = String(repeating: "    ", count: depth - 1) + "  "
    let sign =
      switch change.kind {
      case .added: "+"
      case .removed: "-"
      case .changed: "~"
      }
    // A section's title says what its things are.
    let title = [depth == 1 ? "" : change.subject, change.name].filter { !$0.isEmpty }
    var lines = ["\(indent)\(sign) \(title.joined(separator: " "))"]
    if !change.summary.isEmpty { lines[0] += ": \(change.summary)" }
    lines += change.fields.map { field in
      "\(indent)    \(field.label): \(field.old ?? "none") → \(field.new ?? "none")"
    }
    return lines + change.parts.flatMap { Self.lines($0, depth: depth + 1) }
  }

  private static func tally(_ changes: [KnowledgeChange]) -> String {
    KnowledgeChange.Kind.allCases.compactMap { kind in
      let count = changes.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(kind.rawValue)"
    }.joined(separator: ", ")
  }

  /// Counts of what is inside genes and drugs.
  private var summary: String {
    let kinds = ["position", "allele", "guideline", "rule"]
    let counts = kinds.compactMap { subject -> String? in
      let parts = KnowledgeChange.Kind.allCases.compactMap { kind in
        let count = difference.count(of: subject, kind)
        return count == 0 ? nil : "\(count) \(kind.rawValue)"
      }
      return parts.isEmpty ? nil : "\(subject)s: \(parts.joined(separator: ", "))"
    }
    return counts.isEmpty
      ? "no position, allele, guideline or rule differs"
      : "within genes and drugs that both have: " + counts.joined(separator: "; ")
  }
}
