internal import Knowledge

/// Checks dose equations: what they name must exist, and their numbers make sense.
struct EquationCheck {
  let genes: [String: Gene]
  /// The genes that have a file, even if it could not be read.
  let filed: Set<String>
  let medicines: Set<String>

  func run(_ equations: [Located<DoseEquation>], all: [DoseEquation]) {
    let known = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    for equation in equations {
      let value = equation.value
      check(medicine: value.medicine, equation)
      if let other = value.withoutGenes, known[other]?.genes.isEmpty != true {
        equation.error(
          "the equation without genes is not there or has genes", found: other,
          remedy: "name an equation whose terms have none")
      }
      if value.terms.isEmpty { equation.error("the equation has no term", remedy: "add its terms") }
      if value.sources.isEmpty {
        equation.error("the equation has no source", remedy: "name where it was read")
      }
      value.terms.forEach { check($0, equation) }
      checkNumbers(value, equation)
      let named = [
        value.adjustment.map { ($0.gene, $0.alleles + [$0.reckonedAs]) },
        value.requirement.map { ($0.gene, $0.alleles) },
      ]
      for (gene, alleles) in named.compactMap(\.self) { check(gene: gene, alleles, equation) }
    }
  }

  private func checkNumbers(_ value: DoseEquation, _ equation: Located<DoseEquation>) {
    var ranges = value.limits.map { ("limit \($0.measure.rawValue)", $0.range.low, $0.range.high) }
    ranges.append(("plausible", value.plausible.low, value.plausible.high))
    ranges.append(("spread", value.spread.low, value.spread.high))
    for (name, low, high) in ranges where high.map({ $0 <= low }) ?? true {
      equation.error(
        "the \(name) is no range", found: "\(low) to \(high.map { "\($0)" } ?? "nothing")",
        remedy: "give a low end and a higher high end")
    }
    let percents =
      [value.spread.percent] + value.accuracy.flatMap { [$0.withinFifth] }
      + value.accuracy.compactMap(\.withinFifthWithoutGenes)
    for percent in percents where percent < 0 || percent > 100 {
      equation.error("a percentage is out of range", found: "\(percent)", remedy: "give 0 to 100")
    }
  }

  private func check(_ term: DoseTerm, _ equation: Located<DoseEquation>) {
    switch term.kind {
    case .measure: break
    case .fact(let fact, let levels, _):
      for level in levels where !fact.values.contains(level.key) {
        equation.error(
          "term '\(term.name)' names a value that \(fact.rawValue) can't have", found: level.key,
          remedy: "use one of \(fact.values.joined(separator: ", "))")
      }
    case .medicines(let named, _): named.forEach { check(medicine: $0, equation) }
    case .genotype(let symbol, let levels, _):
      guard let gene = genes[symbol] else {
        check(gene: symbol, [], equation)
        return
      }
      let names = Set(gene.alleles.map(\.name))
      let phenotypes = gene.phenotypeTerms
      for level in levels where !phenotypes.contains(level.key) {
        let parts = level.key.split(separator: "/").map(String.init)
        if parts.count != 2 || !parts.allSatisfy(names.contains) {
          equation.error(
            "term '\(term.name)' names a genotype that \(symbol) does not have", found: level.key,
            remedy: "give a phenotype of the gene's file or two of its alleles")
        }
      }
    }
  }

  private func check(gene symbol: String, _ alleles: [String], _ equation: Located<DoseEquation>) {
    guard let gene = genes[symbol] else {
      if !filed.contains(symbol) {
        equation.error(
          "the equation names a gene that has no file", found: symbol, remedy: "add the gene")
      }
      return
    }
    let names = Set(gene.alleles.map(\.name))
    for allele in alleles where !names.contains(allele) {
      equation.error(
        "the equation names an allele that \(symbol) does not have", found: allele,
        remedy: "correct its name")
    }
  }

  private func check(medicine: String, _ equation: Located<DoseEquation>) {
    guard !medicines.contains(medicine) else { return }
    equation.error(
      "the equation names a medicine that is not known", found: medicine,
      remedy: "correct the id or add it to medicines/identity-hand.tsv")
  }
}

extension Gene {
  /// The phenotypes its rules can give; empty for a gene without.
  fileprivate var phenotypeTerms: Set<String> {
    switch phenotyping {
    case .functionPair(let rules): Set(rules.map(\.phenotype))
    case .activityScore(let rules): Set(rules.map(\.phenotype))
    case .watchedAlleles, .diplotype: []
    }
  }
}
