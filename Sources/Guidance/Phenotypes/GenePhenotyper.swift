import Knowledge
import StarAlleles

/// Turns diplotypes and stated results of one gene into look-up results.
///
/// Made once for a gene.
struct GenePhenotyper {
  let gene: Gene
  private let meaning: HaplotypeMeaning
  private let pairs: [[String]: String]
  private let attainable: [ActivityScore]

  init(_ gene: Gene) {
    self.gene = gene
    meaning = HaplotypeMeaning(gene)
    var pairs: [[String]: String] = [:]
    if case .functionPair(let rules) = gene.phenotyping {
      for rule in rules where pairs[rule.functions] == nil {
        pairs[rule.functions] = rule.phenotype
      }
    }
    self.pairs = pairs
    let values = Set(gene.alleles.compactMap(\.activity))
    attainable = Set(values.flatMap { one in values.map { one + $0 } })
      .sorted {
        ($0.hundredths, $0.isLowerBound ? 1 : 0) < ($1.hundredths, $1.isLowerBound ? 1 : 0)
      }
  }

  /// What a diplotype means.
  func result(of diplotype: Diplotype) -> LookupResult {
    let names = diplotype.haplotypes
    var result = LookupResult(
      diplotype: diplotype, functions: names.map(meaning.function), phenotype: nil,
      activityScore: nil, key: LookupKey(terms: [], diplotype: diplotype), basis: .diplotype,
      notes: [])
    switch gene.phenotyping {
    case .diplotype:
      return result
    case .watchedAlleles(let watched):
      result.key.terms = watched.compactMap { term(for: $0, in: names) }
      if names.count == 1, gene.inheritance == .autosomal { result.notes.append(.oneAlleleOnly) }
      return result
    case .functionPair:
      result.phenotype = pairPhenotype(names, &result)
    case .activityScore:
      score(names, &result)
    }
    result.key.terms = result.phenotype.map { [$0] } ?? []
    return result
  }

  /// What a diplotype that fits the evidence means: for a gene where the least functional component
  /// decides, that component of each chromosome.
  func possibleResult(of diplotype: Diplotype) -> LookupResult {
    guard gene.calling.method == .lowestFunction else { return result(of: diplotype) }
    return result(of: meaning.lookUpNames(of: diplotype).diplotype)
  }

  /// What an outside call's row means; `diplotype` is the one to look up for it.
  ///
  /// A stated score outranks a stated phenotype, and both outrank the diplotype. A diplotype that
  /// agrees with the stated phenotype still gives its score.
  func result(
    phenotype: String?, score: ActivityScore?, diplotype: Diplotype?
  ) -> LookupResult? {
    let derived = diplotype.map { result(of: $0) }
    if let score, case .activityScore = gene.phenotyping {
      return stated(score: score, phenotype: phenotype, derived: derived)
    }
    guard let phenotype else { return derived }
    return stated(phenotype: phenotype, derived: derived)
  }

  /// The phenotype of an activity score.
  func phenotype(of score: ActivityScore) -> String {
    guard case .activityScore(let rules) = gene.phenotyping else {
      return PhenotypeTerm.indeterminate
    }
    return rules.first { $0.range.contains(score) }?.phenotype ?? PhenotypeTerm.indeterminate
  }

  private func pairPhenotype(_ names: [String], _ result: inout LookupResult) -> String? {
    guard !pairs.isEmpty else { return nil }
    if names.count == 1, gene.inheritance == .autosomal {
      result.notes.append(.oneAlleleOnly)
      return PhenotypeTerm.indeterminate
    }
    result.notes += zip(names, result.functions).compactMap { name, function in
      function == nil ? .noFunction(haplotype: name) : nil
    }
    let functions = result.functions.compactMap { $0 }
    guard functions.count == names.count else { return PhenotypeTerm.indeterminate }
    return pairs[functions.sorted()] ?? PhenotypeTerm.indeterminate
  }

  private func score(_ names: [String], _ result: inout LookupResult) {
    result.key.score = .unknown
    result.phenotype = PhenotypeTerm.indeterminate
    if names.count == 1, gene.inheritance == .autosomal {
      result.notes.append(.oneAlleleOnly)
      return
    }
    var sum: ActivityScore? = ActivityScore(hundredths: 0)
    for name in names {
      let (value, isComputed) = meaning.activity(name)
      if let value, isComputed {
        result.notes.append(.activityComputed(haplotype: name, activity: value))
      } else if value == nil {
        result.notes.append(.noFunction(haplotype: name))
      }
      sum = sum.flatMap { total in value.map { total + $0 } }
    }
    guard let sum else { return }
    result.activityScore = sum
    result.key.score = .value(sum)
    result.phenotype = phenotype(of: sum)
  }

  /// Whether a watched allele is carried.
  ///
  /// Nil where the typing can't tell: one allele is missing, or a name is given to one field only or
  /// can't be read. An allele marked as not expressed (`*57:01N`) is not carried.
  private func term(for watched: String, in names: [String]) -> String? {
    if names.contains(where: { $0 == watched || $0.hasPrefix(watched + ":") }) {
      return "\(watched) positive"
    }
    let isCoarse = names.contains { watched.hasPrefix($0 + ":") || !AlleleNames.isTyped($0) }
    let isHalf = names.count == 1 && gene.inheritance == .autosomal
    return isCoarse || isHalf ? nil : "\(watched) negative"
  }

  private func stated(
    score: ActivityScore, phenotype: String?, derived: LookupResult?
  ) -> LookupResult {
    let meant = self.phenotype(of: score)
    var result = LookupResult(
      diplotype: derived?.diplotype, functions: derived?.functions ?? [], phenotype: meant,
      activityScore: score, key: LookupKey(terms: [meant], score: .value(score)),
      basis: .statedScore, notes: [])
    if let phenotype, phenotype != meant {
      result.notes.append(
        .statedPhenotypeOverruled(stated: phenotype, score: score, derived: meant))
    }
    if let derived {
      if derived.activityScore == score {
        result.key.diplotype = derived.diplotype
      } else {
        let told = derived.activityScore.map { "an activity score of \($0)" } ?? "no activity score"
        result.notes.append(
          .statedDiffersFromDiplotype(stated: "an activity score of \(score)", derived: told))
      }
    }
    return result
  }

  private func stated(phenotype: String, derived: LookupResult?) -> LookupResult {
    if let derived, derived.phenotype == phenotype { return derived }
    var result = LookupResult(
      diplotype: derived?.diplotype, functions: derived?.functions ?? [], phenotype: phenotype,
      activityScore: nil, key: LookupKey(terms: [phenotype]), basis: .statedPhenotype, notes: [])
    switch gene.phenotyping {
    case .watchedAlleles(let watched):
      let said = phenotype.split(whereSeparator: { $0 == ";" || $0 == "," }).map(\.trimmed)
      result.phenotype = nil
      result.key.terms =
        said
        + (derived?.key.terms ?? []).filter { term in
          !said.contains { sameAllele($0, term, watched) }
        }
    case .activityScore:
      let possible = attainable.filter { self.phenotype(of: $0) == phenotype }
      result.key.score = possible.isEmpty ? .unknown : .oneOf(possible)
    case .diplotype:
      result.key.diplotype = derived?.diplotype
    case .functionPair:
      break
    }
    if let told = derived?.phenotype, told != phenotype {
      result.notes.append(.statedDiffersFromDiplotype(stated: phenotype, derived: told))
    }
    return result
  }

  private func sameAllele(_ left: String, _ right: String, _ watched: [String]) -> Bool {
    watched.contains { left.hasPrefix($0 + " ") && right.hasPrefix($0 + " ") }
  }
}
