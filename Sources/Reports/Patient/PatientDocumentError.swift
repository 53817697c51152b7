public import Guidance

/// Why a patient document can't be read, or its genes can't be looked up.
public struct PatientDocumentError: Error, Sendable, Hashable {
  /// What is wrong.
  public var kind: Kind
  /// The file's name as the user gave it.
  public var file: String
  /// The line, from 1; 0 for the document as a whole.
  public var line: Int

  /// What can be wrong with a document.
  public enum Kind: Sendable, Hashable {
    /// The text is something else.
    case notADocument(isVariants: Bool)
    /// The text is no JSON, and why.
    case notJSON(String)
    /// The layout is another one; nil where none is stated.
    case otherLayout(String?)
    /// A key that must be there is not.
    case missing(key: String)
    /// A key the layout does not have.
    case unknownKey(String, within: String, known: [String])
    /// A key stands twice in one object.
    case repeatedKey(String)
    /// A value is of another kind.
    case wrongKind(key: String, found: String, wanted: String)
    /// A value that no patient has.
    case impossible(ImpossibleFact)
    /// Genes and a report are both given.
    case genesAndReport
    /// A report is named by its path where only an embedded one can be read.
    case referenceRefused(path: String)
    /// A report that is named can't be read, and why.
    case referenceUnread(String)
    /// The report has several samples and none was chosen.
    case severalSamples(count: Int)
    /// The report has no such sample.
    case noSample(String, count: Int)
    /// The knowledge base has no such gene.
    case unknownGene(String)
    /// The gene has no such phenotype.
    case unknownPhenotype(gene: String, phenotype: String, known: [String])
    /// The gene has no activity score, and one is stated.
    case noScores(gene: String, score: String)
    /// What is stated of a gene can't be read.
    case call(OutsideCallError)
    /// The report can't be read.
    case report(StoredReportError)
    /// The knowledge base can't be read.
    case knowledge(String)
  }

  /// Makes an error about a document.
  public init(_ kind: Kind, file: String, line: Int = 0) {
    self.kind = kind
    self.file = file
    self.line = line
  }
}

extension PatientDocumentError: CustomStringConvertible {
  /// One sentence: where, what was wrong, what was found, what to do.
  public var description: String {
    switch kind {
    case .call(let error): "\(error)"
    case .report(let error): "\(error)"
    case .knowledge(let sentence): sentence
    case .referenceUnread(let sentence): sentence
    default: "\(file)\(line > 0 ? ", line \(line)" : ""): \(sentence)"
    }
  }

  private var sentence: String {
    switch kind {
    case .notADocument(let isVariants):
      isVariants
        ? "the file is a VCF, which states no results; run 'stardose call --format json' on it "
          + "and give what that writes"
        : "the file is no patient; give a document of layout '\(PatientDocument.layout)' "
          + "or a result of 'stardose call --format json'"
    case .notJSON(let problem):
      "the JSON is broken: \(problem); give the whole document"
    case .otherLayout(nil):
      "the document states no layout; write \"layout\": \"\(PatientDocument.layout)\" first, "
        + "or give a result of 'stardose call --format json'"
    case .otherLayout(let found?):
      "the layout is \(found.quoted) and this stardose reads '\(PatientDocument.layout)' "
        + "and '\(JSONReport.layout)'; write the document in one of them"
    case .missing(let key):
      "'\(key)' is missing; state it"
    case .unknownKey(let key, let within, let known):
      "\(within) has no key \(key.quoted); \(Self.likely(key, known)); "
        + "correct the key or take it out"
    case .repeatedKey(let key):
      "the key \(key.quoted) stands twice; keep one of the two"
    case .wrongKind(let key, let found, let wanted):
      "'\(key)' is \(found); write \(wanted)"
    case .impossible(let fact):
      fact.sentence
    case .genesAndReport:
      "both 'genes' and 'report' are given; keep one of the two, since they may contradict each other"
    case .referenceRefused(let path):
      "'report' names the file \(path.quoted), which can't be opened from here; "
        + "put the report's content in its place"
    case .severalSamples(let count):
      "the report has \(count) samples and a patient is one of them; name the sample"
    case .noSample(let name, let count):
      "none of the report's \(count) sample\(count == 1 ? "" : "s") is called \(name.quoted); "
        + "name one that is there"
    case .unknownGene(let gene):
      "the knowledge base has no gene \(gene.quoted), so what is stated of it can't be used; "
        + "correct the symbol or take the gene out"
    case .unknownPhenotype(let gene, let phenotype, let known):
      "\(phenotype.quoted) is no phenotype of \(gene); write one of "
        + known.map { "'\($0)'" }.listed("or")
    case .noScores(let gene, let score):
      "\(gene) has no activity score and \(score.quoted) is stated; "
        + "give its diplotype or phenotype instead"
    case .call, .report, .knowledge, .referenceUnread: ""
    }
  }

  /// The keys a stranger may have meant, or all.
  private static func likely(_ key: String, _ known: [String]) -> String {
    let wanted = key.lowercased().filter(\.isLetter)
    let near = known.filter { name in
      let name = name.lowercased()
      return !wanted.isEmpty && (name.hasPrefix(wanted.prefix(4)) || name.contains(wanted))
    }
    return near.isEmpty
      ? "it has \(known.map { "'\($0)'" }.listed("and"))"
      : "it has \(near.map { "'\($0)'" }.listed("and"))"
  }
}
