/// What a file states of one gene of one sample, before any name in it is resolved.
struct StatedCall {
  /// Which gene a statement is about.
  enum Subject: Hashable {
    /// This symbol, in any case.
    case symbol(String)
    /// This locus of a family, such as the `B` typers print.
    case locus(String)
    /// The gene this program calls, which the file does not name.
    case callersOwn
  }

  /// The sample; nil where the format does not name one.
  var sample: String?
  /// The gene.
  var subject: Subject
  /// The alleles of each diplotype that the program leaves open; empty for no call.
  var alternatives: [[String]]
  /// The phenotype the program gives; nil for none.
  var phenotype: String?
  /// The activity score the program gives; nil for none.
  var score: String?
  /// What the program says of its own call, as the end of a sentence of which it is the subject.
  var marks: [String] = []
  /// The line, from 1.
  var line: Int

  /// Makes a statement.
  init(
    sample: String? = nil, subject: Subject, alternatives: [[String]], phenotype: String? = nil,
    score: String? = nil, marks: [String] = [], line: Int
  ) {
    self.sample = sample.flatMap { $0.isEmpty ? nil : $0 }
    self.subject = subject
    self.alternatives = alternatives
    self.phenotype = phenotype
    self.score = score
    self.marks = marks
    self.line = line
  }

  /// Whether a text says that there is no call.
  static func isNoCall(_ text: String) -> Bool {
    let word = text.trimmed.lowercased().replacing("_", with: " ")
    return [
      "", ".", "-", "?", "./.", "none", "no call", "nocall", "no match", "indeterminate", "unknown",
      "multiple", "n/a", "na", "not typed", "untyped", "undetermined", "null",
    ].contains(word)
  }

  /// The alleles of each alternative in `*1/*2;*3/*4`, or `*1/*2 or *3/*4`; empty for no call.
  static func alternatives(in genotype: String) -> [[String]] {
    texts(in: genotype).map { text in
      let separator: Character = text.contains("/") ? "/" : "|"
      return text.split(separator: separator, omittingEmptySubsequences: false).map(\.trimmed)
    }.filter { !$0.allSatisfy(isNoCall) }
  }

  /// The alternatives themselves, as written.
  static func texts(in genotype: String) -> [String] {
    var rest = Substring(genotype)
    var texts: [Substring] = []
    while let found = rest.firstRange(of: " or ") ?? rest.firstRange(of: " OR ") {
      texts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    texts.append(rest)
    return texts.flatMap { $0.split(separator: ";") }.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// Every choice of one name from each list, such as the alleles a typer can't tell apart on each
  /// chromosome; empty if there are more than 64.
  static func choices(_ lists: [[String]]) -> [[String]] {
    guard lists.map(\.count).reduce(1, *) <= 64 else { return [] }
    return lists.reduce([[]]) { made, list in made.flatMap { start in list.map { start + [$0] } } }
  }
}
