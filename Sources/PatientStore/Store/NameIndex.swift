import Foundation

/// Who is stored, in memory while the store is open, ordered by name and then by id.
struct NameIndex: Sendable {
  private var entries: [Entry] = []

  private struct Entry: Sendable {
    let subject: Data
    let summary: PatientSummary
    /// The name as it is compared; the last character there is if there is no name.
    let name: String
    let id: String

    init(_ subject: Data, _ summary: PatientSummary) {
      self.subject = subject
      self.summary = summary
      name = NameIndex.folded(summary.name ?? "\u{10FFFF}")
      id = NameIndex.folded(summary.id)
    }

    var order: (String, String) { (name, summary.id) }
  }

  /// A text without case and accents.
  static func folded(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }

  /// Adds a patient without looking for an older entry; `sort` when all are in.
  mutating func add(_ subject: Data, _ summary: PatientSummary) {
    entries.append(Entry(subject, summary))
  }

  /// Puts all in order.
  mutating func sort() { entries.sort { $0.order < $1.order } }

  /// Adds a patient or puts one in place of the older entry.
  mutating func set(_ subject: Data, _ summary: PatientSummary) {
    remove(subject)
    let entry = Entry(subject, summary)
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].order < entry.order { low = middle + 1 } else { high = middle }
    }
    entries.insert(entry, at: low)
  }

  /// Takes a patient out.
  mutating func remove(_ subject: Data) { entries.removeAll { $0.subject == subject } }

  /// A part of the list.
  func list(limit: Int, offset: Int) -> [PatientSummary] {
    entries.dropFirst(max(offset, 0)).prefix(max(limit, 0)).map(\.summary)
  }

  /// Those that fit all words of a text; none for an empty text.
  func find(_ text: String, limit: Int) -> [PatientSummary] {
    let words = Self.folded(text).split { $0.isWhitespace || $0 == "," }
    guard !words.isEmpty else { return [] }
    return entries.lazy.filter { entry in
      words.allSatisfy { word in
        (entry.summary.name != nil && entry.name.contains(word)) || entry.id.hasPrefix(word)
          || entry.summary.birthDate.map { $0 == word } ?? false
      }
    }.prefix(max(limit, 0)).map(\.summary)
  }
}
