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

  /// Holds a condition against a key of its gene.
  ///
  /// Where only a phenotype was stated, a condition on scores is held against every score that
  /// phenotype can have: it fits fully if its ranges cover all of them, and partly if they cover
  /// some. Partly fitting rules are shown as conditional, so that nothing is silently left out.
  init(_ condition: PreparedCondition, _ key: LookupKey) {
    let fits: Bool
    switch condition.requirement {
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
    case .diplotypes:
      fits =
        key.diplotype.map {
          condition.spellings.contains(DiplotypeSpelling($0.haplotypes))
        } ?? false
    }
    self = fits ? .fully : .no
  }
}

/// A condition with all that need not be worked out anew for each sample.
struct PreparedCondition {
  let gene: String
  let requirement: GeneCondition.Requirement
  /// The diplotypes of a requirement that names some.
  let spellings: Set<DiplotypeSpelling>

  init(_ condition: GeneCondition) {
    gene = condition.gene
    requirement = condition.requirement
    if case .diplotypes(let names) = requirement {
      spellings = Set(names.map { DiplotypeSpelling($0) })
    } else {
      spellings = []
    }
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
