internal import Foundation

/// How likely the order of copies on two chromosomes is, by the long reads that run into a copy.
///
/// The first copy of a chromosome follows the sequence before the gene; each further one follows another
/// copy. A read that reaches from before a copy into it shows which, and often of what kind the copy
/// before is. All copies' starts are read equally often, so the shares of these reads tell how many
/// copies stand first, and what follows what tells which stand together.
struct ChainLikelihood {
  /// Units by number, the paralog last.
  private let unitCount: Int
  private let copies: [Double]
  private let isMeasured: Bool
  private let reads: [Read]
  private let kinds: [Kind]

  /// Where a copy stands on a chromosome, counted from the side before the gene.
  enum Kind: Int {
    /// A copy that ends like the gene stands before those that end like the paralog.
    case whole
    /// A copy that ends like the paralog.
    case open
    /// A copy that starts like the paralog stands in its place.
    case leading
  }

  /// One copy that a read runs into.
  private struct Read {
    /// How well each unit explains it, at most 1.
    let own: [Double]
    /// How well each unit explains the copy before; nil where that is not seen.
    let before: [Double]?
    let isFirst: Bool
  }

  /// The weight of a read, as that of a fragment: neighbours vary together.
  private static let weight = 0.8
  /// The share of reads that show something else, as joined molecules do.
  private static let outliers = 0.01
  /// More orders of unlike copies than these are not tried.
  private static let mostOrders = 6

  /// - Parameters:
  ///   - units: The copies' units and how many of each.
  ///   - paralog: The unit of the paralog.
  ///   - paralogs: How many there are; nil if not known.
  init?(
    _ units: [(unit: GeneUnit, count: Int)], kinds: [Kind], paralog: GeneUnit, paralogs: Int?,
    fragments: [Fragment], mixture: MixtureLikelihood
  ) {
    unitCount = units.count
    isMeasured = paralogs != nil
    self.kinds = kinds
    copies = units.map { Double($0.count) } + [Double(paralogs ?? 2)]
    var previous: [Int: Int] = [:]
    for (index, fragment) in fragments.enumerated() {
      if let next = fragment.next { previous[next] = index }
    }
    let explained = mixture.explaining(units.map(\.unit) + [paralog])
    reads = fragments.enumerated().compactMap { index, fragment in
      guard fragment.start != .unseen, let own = explained(fragment) else { return nil }
      let before =
        fragment.start == .first ? nil : previous[index].flatMap { explained(fragments[$0]) }
      return Read(own: own, before: before, isFirst: fragment.start == .first)
    }
    if reads.isEmpty { return nil }
  }

  /// The log-likelihood of a distribution over two chromosomes, in the likeliest order.
  func score(_ first: [Int], _ second: [Int]) -> Double {
    var paralogs = isMeasured ? Int(copies[unitCount]) : 2
    let needs = [first, second].map { counts in
      !counts.indices.contains { counts[$0] > 0 && kinds[$0] == .leading }
    }
    var hasParalog = [false, false]
    for index in hasParalog.indices where needs[index] && paralogs > 0 {
      hasParalog[index] = true
      paralogs -= 1
    }
    var best = -Double.infinity
    for one in orders(first) {
      for other in orders(second) {
        var steps = Steps(unitCount + 1)
        steps.add(one, first, hasParalog[0] ? unitCount : nil)
        steps.add(other, second, hasParalog[1] ? unitCount : nil)
        best = max(best, score(steps))
      }
    }
    return best
  }

  private func score(_ steps: Steps) -> Double {
    let all = copies.reduce(0, +)
    var sum = 0.0
    for read in reads {
      var (seen, expected) = (0.0, 0.0)
      for unit in copies.indices { expected += copies[unit] * read.own[unit] }
      if read.isFirst {
        for unit in copies.indices { seen += steps.firsts[unit] * read.own[unit] }
      } else if let before = read.before {
        for (from, to, count) in steps.pairs { seen += count * before[from] * read.own[to] }
        expected *= zip(copies, before).reduce(0) { $0 + $1.0 * $1.1 } / all
      } else {
        for unit in copies.indices {
          seen += max(0, copies[unit] - steps.firsts[unit]) * read.own[unit]
        }
      }
      let ratio = expected > 0 ? seen / expected : 1
      sum += log((1 - Self.outliers) * ratio + Self.outliers)
    }
    return Self.weight * sum
  }

  /// The orders in which a chromosome's unlike copies can stand; copies alike stand together.
  private func orders(_ counts: [Int]) -> [[Int]] {
    let held = counts.indices.filter { counts[$0] > 0 }
    var found: [[Int]] = [[]]
    for kind in [Kind.whole, .open, .leading] {
      let members = held.filter { kinds[$0] == kind }
      let tails = members.count > 3 ? [members] : Self.permutations(members)
      found = found.flatMap { head in tails.map { head + $0 } }
    }
    return Array(found.prefix(Self.mostOrders))
  }

  private static func permutations(_ members: [Int]) -> [[Int]] {
    guard members.count > 1 else { return [members] }
    return members.indices.flatMap { index -> [[Int]] in
      var rest = members
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }

  /// What stands first and what follows what, on both chromosomes.
  private struct Steps {
    var firsts: [Double]
    var pairs: [(from: Int, to: Int, count: Double)] = []

    init(_ count: Int) { firsts = [Double](repeating: 0, count: count) }

    /// Adds a chromosome: its units in order, how many of each, and what closes it.
    mutating func add(_ order: [Int], _ counts: [Int], _ last: Int?) {
      var before: Int?
      for unit in order {
        if let before { pairs.append((before, unit, 1)) } else { firsts[unit] += 1 }
        if counts[unit] > 1 { pairs.append((unit, unit, Double(counts[unit] - 1))) }
        before = unit
      }
      guard let last else { return }
      if let before { pairs.append((before, last, 1)) } else { firsts[last] += 1 }
    }
  }
}
