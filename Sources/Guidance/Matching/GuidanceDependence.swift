public import Knowledge
public import StarAlleles

/// Whether what is said of a drug depends on which of the possible diplotypes a sample has.
///
/// Every diplotype that no observed position contradicts is looked up, so an answer that agrees can
/// be relied on though the diplotype is not certain.
public struct GuidanceDependence: Sendable, Hashable {
  /// The different answers, the one for what was looked up first; one branch if all agree, none if
  /// the evidence leaves nothing open.
  public var branches: [Branch]
  /// Positions without data that would settle the choice, the most telling first for each gene.
  public var deciding: [DecidingPosition]

  /// The genes of which the evidence leaves several results open.
  public var openGenes: [String]
  /// Whether there were too many combinations to hold against every rule.
  public var isIncomplete: Bool

  /// Whether the advice is known to be the same whichever diplotype is the true one.
  public var agrees: Bool { branches.count <= 1 && !isIncomplete }

  /// Whether a result the evidence leaves open asks for something to be done.
  public var mayNeedAction: Bool {
    isIncomplete || branches.contains { $0.state < .noChange }
  }

  /// One answer, and the results that lead to it.
  public struct Branch: Sendable, Hashable {
    /// The rules of all sources that fit, by id.
    public var rules: [String]
    /// The most urgent answer of any source.
    public var state: AnswerState
    /// The combinations of results that lead here.
    public var cases: [[Case]]
  }

  /// One gene's part in a combination.
  public struct Case: Sendable, Hashable {
    /// The gene symbol.
    public var gene: String
    /// The phenotype or keys; the diplotype itself where the gene has none.
    public var terms: [String]
    /// The activity score; nil where there is none.
    public var activityScore: ActivityScore?
    /// How many compatible diplotypes have this meaning.
    public var count: Int
    /// The first of them.
    public var example: Diplotype?
  }

  /// A position that would settle which branch holds.
  public struct DecidingPosition: Sendable, Hashable {
    /// The gene symbol.
    public var gene: String
    /// The index into the gene's positions.
    public var position: Int
  }

  /// Makes a dependence from its parts.
  public init(
    branches: [Branch], openGenes: [String], deciding: [DecidingPosition],
    isIncomplete: Bool = false
  ) {
    self.branches = branches
    self.openGenes = openGenes
    self.deciding = deciding
    self.isIncomplete = isIncomplete
  }

  /// Holds every guideline of a drug against every meaning the evidence leaves open.
  init(_ evaluations: [GuidelineEvaluation], _ results: [String: GeneResult]) {
    let genes = evaluations.flatMap(\.decidingGenes).distinct
    let lists = genes.map { gene in
      Self.options(gene, results[gene], evaluations.contains { $0.looksAtDiplotypes(of: gene) })
    }
    // With more combinations than this, meanings that no table could sensibly show, give up finding
    // all branches rather than time; no guideline in use comes near.
    let product = lists.reduce(1) { min($0 * $1.count, Self.limit + 1) }
    guard product > 1, product <= Self.limit else {
      self.init(
        branches: [], openGenes: [], deciding: [], isIncomplete: product > Self.limit)
      return
    }
    var order: [Outcome: Int] = [:]
    var branches: [Branch] = []
    for combination in combinations(lists) {
      var keys: [String: LookupKey] = [:]
      for option in combination { keys[option.part.gene] = option.key }
      let outcome = Outcome(evaluations, keys)
      let parts = combination.map(\.part).filter { !$0.terms.isEmpty }
      if let index = order[outcome] {
        branches[index].cases.append(parts)
      } else {
        order[outcome] = branches.count
        branches.append(Branch(rules: outcome.ids, state: outcome.state, cases: [parts]))
      }
    }
    let open = zip(genes, lists).filter { $1.count > 1 }.map(\.0)
    let deciding =
      branches.count < 2
      ? []
      : open.flatMap { gene in
        (results[gene]?.call.deciding ?? []).map { DecidingPosition(gene: gene, position: $0) }
      }
    self.init(branches: branches, openGenes: open, deciding: deciding)
  }

  private static let limit = 20_000

  private struct Option {
    var key: LookupKey?
    var part: Case
  }

  /// The distinct keys a gene may have, the ones looked up first.
  private static func options(
    _ gene: String, _ result: GeneResult?, _ looksAtDiplotype: Bool
  ) -> [Option] {
    guard let result else { return [Option(key: nil, part: Case(gene, nil, 0))] }
    var options: [Option] = []
    var index: [LookupKey: Int] = [:]
    func add(_ lookup: LookupResult, _ key: LookupKey, _ count: Int) {
      if let known = index[key] {
        options[known].part.count += count
        return
      }
      index[key] = options.count
      options.append(Option(key: key, part: Case(gene, lookup, count)))
    }
    let possible = result.call.status.boundsDiplotypes ? result.possible : []
    let hasSpread = !possible.isEmpty
    for lookup in result.lookups {
      add(lookup, looksAtDiplotype ? lookup.key : lookup.meaning, hasSpread ? 0 : 1)
    }
    for possibility in possible {
      if looksAtDiplotype {
        for diplotype in possibility.diplotypes {
          var lookup = possibility.lookup
          lookup.diplotype = diplotype
          lookup.key.diplotype = diplotype
          add(lookup, lookup.key, 1)
        }
      } else {
        add(possibility.lookup, possibility.lookup.meaning, possibility.diplotypes.count)
      }
    }
    return options.isEmpty ? [Option(key: nil, part: Case(gene, nil, 0))] : options
  }
}

extension GuidanceDependence.Case {
  fileprivate init(_ gene: String, _ lookup: LookupResult?, _ count: Int) {
    let terms = lookup.map { lookup in
      lookup.key.terms.isEmpty ? [lookup.diplotype?.description ?? ""] : lookup.key.terms
    }
    self.init(
      gene: gene, terms: terms ?? [], activityScore: lookup?.activityScore, count: count,
      example: lookup?.diplotype)
  }
}

extension GeneCall.Status {
  /// Whether the compatible diplotypes are all that the sample can have.
  ///
  /// They are not where structure can't be seen, where nothing was seen, or where nothing fits.
  var boundsDiplotypes: Bool {
    switch self {
    case .called, .ambiguous, .outside: true
    case .notCalled(.requiredPositionMissing), .notCalled(.halfCall): true
    case .notCalled: false
    }
  }
}
