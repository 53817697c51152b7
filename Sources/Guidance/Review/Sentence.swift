/// A sentence for a reader, and where it comes from.
public struct Sentence: Sendable, Hashable, Codable {
  /// The sentence in plain English, with its full stop.
  public var text: String
  /// Where it comes from.
  public var trace: Trace

  /// Makes a sentence.
  public init(_ text: String, _ trace: Trace) {
    self.text = text
    self.trace = trace
  }
}
