public import Knowledge

/// One line of a medication list, as typed and as understood.
public struct ListedMedication: Sendable, Hashable {
  /// What was typed, such as `omeprazole 20 mg`.
  public var text: String
  /// What it is taken to be; nil if no name fits without doubt.
  public var match: MedicineMatch?
  /// What it may have meant, the likeliest first, where `match` is nil.
  public var suggestions: [MedicineMatch]

  /// Makes a line.
  public init(text: String, match: MedicineMatch?, suggestions: [MedicineMatch] = []) {
    self.text = text
    self.match = match
    self.suggestions = suggestions
  }
}
