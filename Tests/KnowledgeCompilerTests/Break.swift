import Testing

/// One fault put into one file of the sound knowledge base, and the sentences it must give.
struct Break: CustomTestStringConvertible, Sendable {
  let file: String
  let old: String
  let new: String
  let sentences: [String]

  /// `sentences` begin with the line in the broken file; `otherFile` holds whole sentences about
  /// files that depend on it.
  init(
    _ file: String, _ old: String, _ new: String, _ sentences: String...,
    otherFile: [String] = []
  ) {
    self.file = file
    self.old = old
    self.new = new
    self.sentences = (sentences.map { "\(file), line \($0)" } + otherFile).sorted()
  }

  var testDescription: String { "\(file): '\(old)' becomes '\(new)'" }
}
