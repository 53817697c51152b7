public import Knowledge
import StarAlleles

/// Works out start doses by the published equations of a medicine.
///
/// Equations with genes come first. One leads: with genes, unless a group of patients asks for tests that
/// were not done; else without genes. Nothing is rounded to tablets.
public struct DoseEquationFinder: Sendable {
  private let equations: [DoseEquation]

  /// Makes a finder over equations.
  public init(equations: [DoseEquation]) {
    self.equations = equations.sorted { left, right in
      let (one, other) = (left.genes.isEmpty ? 1 : 0, right.genes.isEmpty ? 1 : 0)
      return (one, -left.spread.patients, left.id) < (other, -right.spread.patients, right.id)
    }
  }

  /// Makes a finder over the equations of a knowledge base.
  public init(_ knowledge: KnowledgeBase) throws(KnowledgeError) {
    self.init(equations: try knowledge.allEquations())
  }

  /// Whether there is an equation for a medicine.
  public func hasEquation(for medicine: String) -> Bool {
    equations.contains { $0.medicine == medicine }
  }

  /// The findings for a medicine: a sentence each, the leading dose first; empty if it has no equation.
  public func findings(
    for medicine: String, results: [GeneResult], facts: PatientFacts, medicines: Set<String>
  ) -> [ReviewFinding] {
    estimates(for: medicine, results: results, facts: facts, medicines: medicines)
      .flatMap { estimate in
        estimate.sentences.map { sentence in
          ReviewFinding(
            kind: .doseEquation, state: estimate.weekly == nil ? .notAssessed : .caution,
            sentence: sentence, genes: estimate.equation.genes)
        }
      }
  }

  /// What each equation of a medicine makes of a patient, the leading one first.
  ///
  /// `medicines` holds the ids of all medicines on the list. An equation with genes is left out where the
  /// patient has a result for none of them.
  public func estimates(
    for medicine: String, results: [GeneResult], facts: PatientFacts, medicines: Set<String>
  ) -> [DoseEstimate] {
    let own = equations.filter { $0.medicine == medicine }
    let inputs = DoseInputs(facts, medicines: medicines)
    var estimates: [DoseEstimate] = []
    for equation in own {
      let readings = equation.readings(results)
      if !equation.genes.isEmpty && readings.allSatisfy(\.options.isEmpty) { continue }
      let branches = Self.branches(equation, readings, inputs)
      estimates.append(
        DoseEstimate(
          equation: equation, isLeading: false, branches: branches,
          weekly: Self.span(equation, branches, readings, inputs), sentences: []))
    }
    let leading =
      estimates.firstIndex {
        $0.weekly != nil && $0.equation.isAllowed(facts.ancestry?.rawValue, results)
      } ?? estimates.firstIndex { $0.weekly != nil }
    for index in estimates.indices {
      estimates[index].isLeading = index == leading
      let wording = DoseEstimateWording(
        estimate: estimates[index], inputs: inputs, facts: facts, results: results,
        others: estimates)
      estimates[index].sentences = wording.sentences
    }
    return estimates.filter(\.isLeading) + estimates.filter { !$0.isLeading }
  }

  private static func branches(
    _ equation: DoseEquation, _ readings: [OpenGenotype], _ inputs: DoseInputs
  ) -> [DoseEstimate.Branch] {
    var chosen: [[GenotypeReading]] = [[]]
    for reading in readings where !reading.options.isEmpty {
      chosen = chosen.flatMap { before in reading.options.map { before + [$0] } }
    }
    return chosen.map { choice in
      var inputs = inputs
      for reading in choice { inputs.genotypes[reading.gene] = reading.key }
      var branch = DoseEstimate.Branch(
        genotypes: choice.map { "\($0.gene) \($0.shown)" }, evaluation: nil, refusals: [],
        reduction: choice.compactMap(\.reduction).first)
      switch equation.assess(inputs) {
      case .success(let evaluation): branch.evaluation = evaluation
      case .failure(let refusals): branch.refusals = refusals.reasons
      }
      return branch
    }
  }

  /// The lowest and highest dose of all branches and, where ancestry is not stated, of its terms.
  private static func span(
    _ equation: DoseEquation, _ branches: [DoseEstimate.Branch], _ readings: [OpenGenotype],
    _ inputs: DoseInputs
  ) -> ClosedNumbers? {
    var spans = branches.compactMap(\.weekly)
    guard !spans.isEmpty else { return nil }
    if inputs.facts[.ancestry] == nil {
      for level in equation.ancestries {
        var assumed = inputs
        assumed.facts[.ancestry] = level
        spans += Self.branches(equation, readings, assumed).compactMap(\.weekly)
      }
    }
    let low = spans.map(\.low).min() ?? 0
    let high = spans.map { $0.high ?? $0.low }.max() ?? 0
    return ClosedNumbers(low: low, high: high > low ? high : nil)
  }
}

/// The genotypes a patient's result leaves open for one gene of an equation; none if it is not known.
struct OpenGenotype {
  let gene: String
  let options: [GenotypeReading]
}

extension DoseEquation {
  /// The open genotypes for each gene it has a term for.
  func readings(_ results: [GeneResult]) -> [OpenGenotype] {
    terms.compactMap { term in
      guard case .genotype(let gene, let levels, _) = term.kind else { return nil }
      let options =
        results.first { $0.gene.symbol == gene }.map {
          GenotypeReading.all(of: $0, levels: levels, adjustment: adjustment)
        } ?? []
      return OpenGenotype(gene: gene, options: options)
    }
  }

  /// The ancestries it has a number for that differ from others.
  var ancestries: [String] {
    terms.flatMap { term -> [String] in
      if case .fact(.ancestry, let levels, _) = term.kind { levels.map(\.key) } else { [] }
    }
  }

  /// Whether it may lead in a group: what the group asks for was looked for.
  func isAllowed(_ ancestry: String?, _ results: [GeneResult]) -> Bool {
    guard let requirement, requirement.group == ancestry else { return true }
    return requirement.untested(results).isEmpty
  }
}

extension DoseEquation.Requirement {
  /// The alleles that were not looked for, as far as the evidence shows; all of them where the result
  /// was stated without its evidence.
  func untested(_ results: [GeneResult]) -> [String] {
    guard let result = results.first(where: { $0.gene.symbol == gene }),
      !result.call.evidence.isEmpty
    else { return alleles }
    let missing = Set(result.call.missing)
    return alleles.filter { name in
      guard let allele = result.gene.alleles.first(where: { $0.name == name }) else { return true }
      return allele.cells.contains { missing.contains($0.position) }
    }
  }
}
