internal import Foundation
internal import Genome
internal import Knowledge
public import StarAlleles

/// Tells copies and structures from the depths of one file.
public struct CopyEventCaller: Sendable {
  /// The probability from which copies are told.
  public static let leastConfidence = 0.99

  /// The yardstick; nil if the file's depth tells nothing, for the reason in `refusal`.
  public let yardstick: DepthYardstick?
  /// Why there is no yardstick; nil if there is one.
  public let refusal: DepthRefusal?
  private let events: [CopyEvents]
  private let targets: [DepthTarget]
  private let assembly: Assembly
  private let alternates: AlternateContigs

  /// Takes what was counted.
  public init(_ collector: DepthCollector) {
    events = collector.events
    targets = collector.targets
    assembly = collector.assembly
    alternates = collector.alternates
    switch collector.yardstick() {
    case .success(let value): (yardstick, refusal) = (value, nil)
    case .failure(let error): (yardstick, refusal) = (nil, error.reason)
    }
  }

  /// What depth says of each gene with copy events, in their order.
  public func findings() -> [CopyFinding] {
    events.indices.map { gene in finding(gene) }
  }

  /// The depth of the stable regions of a kind, one for each in which reads have a sure place; empty
  /// without a yardstick.
  func depths(of role: StableRegion.Role) -> [IntervalDepth] {
    guard let yardstick else { return [] }
    return targets.filter { $0.purpose == .stable(role) }.compactMap { yardstick.measure($0) }
  }

  private func finding(_ number: Int) -> CopyFinding {
    let gene = events[number]
    let measured = gene.intervals.indices.map { index -> Measured in
      let target = targets.first { $0.purpose == .interval(gene: number, index: index) }
      let depth = target.flatMap { target in yardstick.flatMap { $0.measure(target) } }
      return Measured(name: gene.intervals[index].name, target: target, depth: depth, yardstick)
    }
    let verdict = judge(gene, measured)
    var intervals = measured.map(\.interval)
    if case .told(let structures) = verdict.status, let copies = structures.first?.copies {
      // What all intervals show together counts for each of them.
      for index in intervals.indices where intervals[index].depth != nil {
        intervals[index].copies = copies[index]
      }
    }
    return CopyFinding(
      gene: gene.gene, intervals: intervals, status: verdict.status,
      confidence: verdict.confidence, open: verdict.open, isAgainstTwo: verdict.isAgainstTwo)
  }

  /// What is concluded of one gene.
  private struct Verdict {
    var status: CopyFinding.Status
    var confidence = 0.0
    var open: [CopyStructure] = []
    var isAgainstTwo = false

    init(_ status: CopyFinding.Status) { self.status = status }
  }

  private func judge(_ gene: CopyEvents, _ measured: [Measured]) -> Verdict {
    guard measured.contains(where: { $0.target != nil }) else {
      return Verdict(.notTold(absence(gene)))
    }
    if let refusal { return Verdict(.notTold(.noYardstick(refusal))) }
    let used = measured.indices.filter { measured[$0].likelihood != nil }
    guard !used.isEmpty else { return Verdict(.notTold(.ambiguousPlacement)) }
    if let uneven = measured.first(where: { $0.depth?.isUneven == true }) {
      var verdict = Verdict(.notTold(.uneven(uneven.name)))
      verdict.isAgainstTwo = true
      return verdict
    }
    let candidates = Self.candidates(gene, used.map { measured[$0].likelihood }, at: used)
    guard let best = candidates.first else { return Verdict(.notTold(.betweenCopies)) }
    func key(_ candidate: Candidate) -> [Int] { used.map { candidate.structure.copies[$0] } }
    let alike = candidates.filter { key($0) == key(best) }
    let confidence = alike.map(\.share).reduce(0, +)
    let fits = zip(used, key(best)).allSatisfy {
      measured[$0].likelihood?.fits($1, amongIntervals: used.count) ?? false
    }
    if confidence >= Self.leastConfidence, fits {
      // What depth can't part is listed unless it is far less likely beforehand: two copies on one
      // chromosome beside a deletion are not listed beside one copy on each.
      var verdict = Verdict(
        .told(alike.filter { $0.share >= 0.1 * best.share }.map(\.structure)))
      verdict.confidence = confidence
      return verdict
    }
    let told = used.allSatisfy { measured[$0].interval.copies != nil }
    if told, !fits { return Verdict(.unexplained) }
    var verdict = Verdict(.notTold(.betweenCopies))
    var likeliest: [[Int]: Double] = [:]
    for candidate in candidates where likeliest[key(candidate)] == nil {
      likeliest[key(candidate)] = candidate.share
    }
    let hasOther = used.contains { measured[$0].likelihood?.isAgainstTwo ?? false }
    let possible = candidates.filter {
      $0.share >= max(1 - Self.leastConfidence, 0.1 * (likeliest[key($0)] ?? 0))
        && !(hasOther && $0.structure.isUsual)
    }
    if Set(possible.map(key)).count > 1 {
      verdict.open = possible.map(\.structure)
      verdict.isAgainstTwo = !possible.contains(where: \.structure.isUsual)
    } else {
      // The likeliest does not have the depth seen: where other numbers of copies are common, that
      // is no ground to take two.
      verdict.isAgainstTwo =
        gene.occurrence == .common || !best.structure.isUsual || hasOther
    }
    return verdict
  }

  /// Why a gene without a target has none.
  private func absence(_ gene: CopyEvents) -> CopyDoubt {
    let places = gene.intervals.compactMap { $0.alternate(on: assembly) }
    guard let sequence = places.first?.sequence else { return .notOnAssembly }
    return alternates.isNamed(sequence)
      ? .noReadsOnAlternate(sequence) : .withoutAlternate(sequence)
  }

  private struct Candidate {
    let structure: CopyStructure
    var share: Double
  }

  /// Every pair of chromosomes with its probability, the likeliest first.
  private static func candidates(
    _ gene: CopyEvents, _ likelihoods: [CopyLikelihood?], at used: [Int]
  ) -> [Candidate] {
    let tables = likelihoods.map { likelihood in
      (0...CopyLikelihood.mostCopies).map { likelihood?.logarithm(of: $0) ?? 0 }
    }
    let haplotypes = gene.weightedHaplotypes
    var all: [Candidate] = []
    for (offset, one) in haplotypes.enumerated() {
      for other in haplotypes[offset...] {
        guard one.haplotype.mayMeet(other.haplotype) else { continue }
        let structure = CopyStructure(first: one.haplotype, second: other.haplotype)
        let copies = structure.copies
        guard copies.allSatisfy({ $0 <= CopyLikelihood.mostCopies }) else { continue }
        let isPair = one.haplotype != other.haplotype
        let prior = log(one.weight * other.weight * (isPair ? 2 : 1))
        let evidence = zip(used, tables).map { $1[copies[$0]] }.reduce(0, +)
        all.append(Candidate(structure: structure, share: prior + evidence))
      }
    }
    let top = all.map(\.share).max() ?? 0
    let total = all.map { exp($0.share - top) }.reduce(0, +)
    for index in all.indices { all[index].share = exp(all[index].share - top) / total }
    return all.enumerated().sorted {
      ($1.element.share, $0.offset) < ($0.element.share, $1.offset)
    }.map(\.element)
  }

  /// One interval with what its depth makes likely.
  private struct Measured {
    let name: String
    let target: DepthTarget?
    let depth: IntervalDepth?
    let likelihood: CopyLikelihood?
    let interval: CopyFinding.Interval

    init(name: String, target: DepthTarget?, depth: IntervalDepth?, _ yardstick: DepthYardstick?) {
      self.name = name
      self.target = target
      self.depth = depth
      likelihood = depth.flatMap { depth in yardstick.map { CopyLikelihood(depth, $0) } }
      interval = CopyFinding.Interval(
        name: name, place: target?.interval, alternate: target?.alternate, depth: depth,
        copies: depth?.isUneven == true
          ? nil : likelihood?.told(confidence: CopyEventCaller.leastConfidence))
    }
  }
}
