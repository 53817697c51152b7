internal import Knowledge
internal import StarAlleles

/// Distributes copies over two chromosomes, and says how usual each way is.
struct Arrangements {
  let library: UnitLibrary
  let order: HaplotypeOrder

  init(library: UnitLibrary) {
    self.library = library
    order = HaplotypeOrder(reference: library.gene.alleles.first?.name ?? "")
  }

  /// A diplotype with the logarithm of how usual it is.
  struct Arrangement {
    var diplotype: Diplotype
    var score: Double
  }

  /// All ways to distribute copies, each name once, best first.
  ///
  /// - Parameter chain: What long reads show of the order of the copies.
  func all(_ set: [(unit: GeneUnit, count: Int)], chain: ChainLikelihood?) -> [Arrangement] {
    var found: [Diplotype: Double] = [:]
    var taken = [Int](repeating: 0, count: set.count)
    func extend(_ index: Int) {
      guard index < set.count else {
        let first = zip(set, taken).map { ($0.0.unit, $0.1) }
        let second = zip(set, taken).map { ($0.0.unit, $0.0.count - $0.1) }
        let diplotype = order.diplotype(name(first), name(second))
        let ordered = chain?.score(taken, zip(set, taken).map { $0.0.count - $0.1 }) ?? 0
        let score = usual(first) + usual(second) + ordered
        found[diplotype] = max(found[diplotype] ?? -Double.infinity, score)
        return
      }
      for count in 0...set[index].count {
        taken[index] = count
        extend(index + 1)
      }
    }
    extend(0)
    return found.map { Arrangement(diplotype: $0.key, score: $0.value) }
      .sorted {
        $0.score != $1.score ? $0.score > $1.score : order.precedes($0.diplotype, $1.diplotype)
      }
  }

  /// The name of a chromosome with some copies: hybrids that start like the paralog, then those that
  /// end like it, then whole copies; `xN` where one repeats.
  func name(_ copies: [(GeneUnit, Int)]) -> String {
    var counts: [String: (rank: Int, count: Int)] = [:]
    for (unit, count) in copies where count > 0 {
      guard let name = unit.name else { continue }
      counts[name] = (rank(unit), (counts[name]?.count ?? 0) + count)
    }
    guard !counts.isEmpty else { return deletion }
    return counts.sorted {
      $0.value.rank != $1.value.rank
        ? $0.value.rank < $1.value.rank : order.precedes($0.key, $1.key)
    }.map { $0.value.count > 1 ? "\($0.key)x\($0.value.count)" : $0.key }.joined(separator: " + ")
  }

  /// Where a unit stands on its chromosome.
  func kind(_ unit: GeneUnit) -> ChainLikelihood.Kind {
    if rank(unit) == 0 { return .leading }
    return unit.shape.hasSpacer ? .open : .whole
  }

  /// The name of a chromosome without the gene.
  private var deletion: String { library.facts.deletion }

  private func rank(_ unit: GeneUnit) -> Int {
    guard case .hybrid(let index, _) = unit.shape.kind else { return 2 }
    return library.facts.hybrids[index].paralogSide == .above ? 0 : 1
  }

  private func standsAlone(_ unit: GeneUnit) -> Bool {
    guard case .hybrid(let index, _) = unit.shape.kind else { return false }
    return library.facts.hybrids[index].standsAlone
  }

  /// The logarithm of how usual a chromosome with some copies is, up to a constant.
  private func usual(_ copies: [(GeneUnit, Int)]) -> Double {
    let held = copies.filter { $0.1 > 0 }
    let count = held.reduce(0) { $0 + $1.1 }
    if count == 0 { return -3.5 }
    let name = name(held)
    let isCommon = library.facts.commonArrangements.contains(name)
    var score = 0.0
    var (leading, open, ends) = (0, 0, 0)
    for (unit, number) in held {
      if rank(unit) == 0 { leading += number }
      if unit.shape.hasSpacer, !standsAlone(unit) { open += number } else { ends += number }
    }
    if leading > 1 { score -= 4 }
    if open > 0, ends == 0 { score -= 6 }
    if count == 1 { return isCommon || rank(held[0].0) == 2 ? score : score - 1 }
    if isCommon { return score - 1 - 2.5 * Double(count - 2) }
    // A hybrid that starts like the paralog stands in its place: what follows is as usual as without.
    if leading == 1 { return score - 2.5 + usual(held.filter { rank($0.0) != 0 }) }
    if held.count == 1 { return score - 2.5 - 0.3 * Double(count - 2) }
    // Of copies that are alike one may have been converted since; whole copies that differ among
    // themselves take one more event.
    let wholes = held.filter { rank($0.0) == 2 }.count
    return score - (wholes > 1 ? 8 : 6) - 0.5 * Double(count - 2)
  }
}
