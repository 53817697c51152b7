import Knowledge
import StarAlleles

/// How well a gene's result satisfies a condition.
enum ConditionFit: Comparable {
  /// It does not.
  case no
  /// Only for some of the scores the stated phenotype allows.
  case partly
  /// It does.
  case fully

  /// Holds a requirement against a key.
  ///
  /// Where only a phenotype was stated, a condition on scores is held against every score that
  /// phenotype can have: it fits fully if its ranges cover all of them, and partly if they cover
  /// some. Partly fitting rules are shown as conditional, so that nothing is silently left out.
  init(_ requirement: GeneCondition.Requirement, _ key: LookupKey) {
    let fits: Bool
    switch requirement {
    case .phenotypes(let terms):
      fits = key.terms.contains { terms.contains($0) }
    case .scores(let ranges):
      switch key.score {
      case .value(let score):
        fits = ranges.contains { $0.contains(score) }
      case .oneOf(let scores):
        let covered = scores.count { score in ranges.contains { $0.contains(score) } }
        self = covered == 0 ? .no : covered == scores.count ? .fully : .partly
        return
      case .unknown, .notScored:
        fits = false
      }
    case .noScore:
      fits = key.score == .unknown
    case .carries(let names):
      fits =
        key.diplotype?.haplotypes.contains { names.contains($0) } ?? false
        || key.terms.contains { term in names.contains { term == "\($0) positive" } }
    case .diplotypes(let names):
      guard let diplotype = key.diplotype else {
        self = .no
        return
      }
      let spelled = DiplotypeSpelling(diplotype.haplotypes)
      fits = names.contains { DiplotypeSpelling($0) == spelled }
    }
    self = fits ? .fully : .no
  }
}

/// A diplotype compared without regard to order, spaces or brackets.
struct DiplotypeSpelling: Hashable {
  private let names: [String]

  init(_ haplotypes: [String]) {
    names = haplotypes.map { name in
      name.filter { !$0.isWhitespace && $0 != "[" && $0 != "]" }
    }.sorted()
  }

  init(_ text: String) {
    self.init(text.split(separator: "/").map(String.init))
  }
}
