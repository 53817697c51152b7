internal import Foundation

/// How likely all fragments are, given which copies there are.
///
/// Each fragment comes from one of the copies, all equally likely, or is an outlier: a finite mixture.
/// States on one fragment are read together, so that phase within a fragment counts.
struct MixtureLikelihood {
  private let table: SiteTable
  private let offsets: [Int]
  private let stateCount: Int
  private let fragments: [(states: [Int32], count: Double)]
  private let outliers: [Double]
  private let errors: [Double]
  private let isLeftOut: [Bool]
  private let paralogEmissions: [Double]

  /// - Parameters:
  ///   - isLeftOut: Sites that are not used.
  ///   - weight: What a fragment counts for, 0 to 1.
  init(
    _ fragments: [Fragment], table: SiteTable, errorRate: Double, isLeftOut: [Bool],
    paralogCounts: [[Int]], weight: Double
  ) {
    self.weight = weight
    self.table = table
    self.isLeftOut = isLeftOut
    var offsets: [Int] = []
    var next = 0
    for site in table.sites {
      offsets.append(next)
      next += site.states.count
    }
    self.offsets = offsets
    stateCount = next
    errors = table.sites.map { site in
      switch site.states {
      case .bases: errorRate + (site.isDifference ? 0.01 : 0.002)
      case .lengths: 2 * errorRate + 0.01
      }
    }
    paralogEmissions = Self.paralogEmissions(table, errors: errors, counts: paralogCounts)
    var patterns: [[Int32]: Int] = [:]
    for fragment in fragments {
      let used = fragment.states.filter { !isLeftOut[$0.site] }
      guard !used.isEmpty else { continue }
      patterns[used.map { Int32(offsets[$0.site] + $0.state) }, default: 0] += 1
    }
    let sorted = patterns.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    self.fragments = sorted.map { ($0.key, Double($0.value)) }
    // A fragment of many sites is not let speak for a copy of its own: its outlier is no rarer.
    outliers = sorted.map {
      max(0.02 * pow(0.3, Double($0.key.count)), 5e-5 * pow(0.985, Double($0.key.count)))
    }
  }

  /// What a fragment counts for: less than one, because depth varies along the genome more than by
  /// chance alone, and neighbouring fragments vary together.
  private let weight: Double

  /// The probability of each state of a site under a unit.
  private func emissions(_ unit: GeneUnit) -> [Double] {
    var result = [Double](repeating: 0, count: stateCount)
    for site in table.sites.indices {
      let count = table.sites[site].states.count
      for state in 0..<count {
        let slot = offsets[site] + state
        switch unit.origins[site] {
        case .gene: result[slot] = emission(unit.accepted[site], site, state, count)
        case .paralog: result[slot] = paralogEmissions[slot]
        case .either:
          let own = emission(unit.accepted[site], site, state, count)
          result[slot] = 0.5 * (own + paralogEmissions[slot])
        }
      }
    }
    return result
  }

  private func emission(_ accepted: UInt16, _ site: Int, _ state: Int, _ count: Int) -> Double {
    Self.emission(accepted, state, count, error: errors[site])
  }

  /// The probability of a state where some are accepted.
  ///
  /// Where a definition leaves it open, a copy has one of the states; which, the reads say.
  private static func emission(
    _ accepted: UInt16, _ state: Int, _ count: Int, error: Double
  ) -> Double {
    let bits = accepted.nonzeroBitCount
    if bits == 0 { return 1 - error }
    if accepted & (1 << UInt16(state)) != 0 { return (1 - error) * (bits == 1 ? 1 : 0.9) }
    return error / Double(max(1, count - bits))
  }

  /// The probability of each state under the paralog.
  ///
  /// The paralog varies between people where the gene's variants lie: there it counts what fragments
  /// that are surely the paralog's show, four of them as much as the reference.
  private static func paralogEmissions(
    _ table: SiteTable, errors: [Double], counts: [[Int]]
  ) -> [Double] {
    table.sites.indices.flatMap { site -> [Double] in
      let definition = table.sites[site]
      let accepted = definition.paralogState.map { UInt16(1) << UInt16($0) } ?? 0
      let own = (0..<definition.states.count).map {
        emission(accepted, $0, definition.states.count, error: errors[site])
      }
      guard !definition.isDifference else { return own }
      let sum = Double(counts[site].reduce(0, +))
      return own.indices.map {
        max(errors[site] / 2, (Double(counts[site][$0]) + 4 * own[$0]) / (sum + 4))
      }
    }
  }

  /// The probability of each fragment under a unit.
  func column(_ unit: GeneUnit) -> [Double] {
    let emissions = emissions(unit)
    return fragments.map { fragment in
      var product = 1.0
      for state in fragment.states { product *= emissions[Int(state)] }
      return product
    }
  }

  /// The log-likelihood of copies, given the columns of their units and how many there are of each.
  func logLikelihood(_ parts: [(column: [Double], count: Int)]) -> Double {
    let total = Double(parts.reduce(0) { $0 + $1.count })
    guard total > 0 else { return -Double.infinity }
    var sum = [Double](repeating: 0, count: fragments.count)
    for part in parts {
      let weight = 0.98 * Double(part.count) / total
      for index in sum.indices { sum[index] += weight * part.column[index] }
    }
    var result = 0.0
    for index in sum.indices {
      result += fragments[index].count * log(sum[index] + outliers[index])
    }
    return weight * result
  }

  /// How well each of some units explains a fragment, the best of them with 1; nil for a fragment that
  /// shows nothing.
  func explaining(_ units: [GeneUnit]) -> (Fragment) -> [Double]? {
    let logs = units.map { self.emissions($0).map { log($0) } }
    return { fragment in
      let slots = fragment.states.filter { !isLeftOut[$0.site] }.map {
        offsets[$0.site] + $0.state
      }
      guard !slots.isEmpty else { return nil }
      let scores = logs.map { own in slots.reduce(0) { $0 + own[$1] } }
      let best = scores.max() ?? 0
      return scores.map { exp($0 - best) }
    }
  }
}
