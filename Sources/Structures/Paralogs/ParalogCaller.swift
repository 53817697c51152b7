internal import Foundation
public import Genome
public import Knowledge
public import StarAlleles

/// Calls a gene that its paralog recombines with, from reads.
///
/// Made once for a gene and an assembly; one `ParalogReads` gathers a sample's reads.
///
///     let caller = ParalogCaller(gene: gene, facts: facts, assembly: .grch38)
///     var reads = caller.reads()
///     for read in alignments { reads.add(read) }   // of caller.regions
///     let call = caller.call(reads)
public struct ParalogCaller: Sendable {
  private let library: UnitLibrary
  private let observer: ReadObserver
  private let arrangements: Arrangements
  private let allelePriors: [Double]
  private let stable: [GenomicInterval]
  private let readRegions: [GenomicInterval]

  /// - Parameters:
  ///   - frequencies: How common the alleles are; ranks answers that the reads can't tell apart.
  ///   - stable: Further stretches that nearly everyone has twice.
  public init(
    gene: Gene, facts: ParalogFacts, assembly: Assembly, frequencies: GeneFrequencies? = nil,
    stable: [GenomicInterval] = []
  ) {
    let sequence = PairedSequence(facts)
    let table = SiteTable(gene: gene, facts: facts, sequence: sequence)
    library = UnitLibrary(gene: gene, facts: facts, table: table)
    observer = ReadObserver(
      sequence: sequence, table: table, body: facts.body, spacer: facts.spacer)
    arrangements = Arrangements(library: library)
    readRegions = facts.readRegions[assembly] ?? []
    self.stable = (facts.stableRegions[assembly] ?? []) + stable
    var shares: [String: Double] = [:]
    for frequency in frequencies?.alleles ?? [] {
      shares[frequency.name] = max(shares[frequency.name] ?? 0, frequency.share)
    }
    allelePriors = gene.alleles.enumerated().map { index, allele in
      shares.isEmpty
        ? -0.5 * log(Double(index + 1)) : 0.7 * log(max(0.004, shares[allele.name] ?? 0))
    }
  }

  /// Fragments at a place from which on the margin between answers is the usual one; with fewer, an
  /// answer must be better by more to stand alone.
  private static let wellCovered = 40.0
  /// Copies of gene and paralog together from which on the margin grows with their number.
  private static let manyCopies = 6.0

  /// The stretches to read: gene, paralog and the stable ones.
  public var regions: [GenomicInterval] { (readRegions + stable).sorted() }

  /// A collector for one sample.
  public func reads() -> ParalogReads {
    ParalogReads(observer: observer, readRegions: readRegions, stable: stable)
  }

  /// The call that a sample's reads allow.
  ///
  /// - Parameter stableDepth: The mean depth of two copies, if it is known better than from the
  ///   stretches read here.
  public func call(_ reads: ParalogReads, stableDepth: Double? = nil) -> GeneCall {
    let gene = library.gene
    let table = library.table
    var call = GeneCall(gene: gene.symbol, status: .notCalled(.noData))
    guard reads.readCount > 0 else { return call }
    let counts = FragmentCounts(reads.fragments, table: table)
    let measured = ReadDepth(reads, observer: observer, stableDepth: stableDepth)
    var finding = StructureFinding(
      copies: [], arrangements: [], evidence: evidence(reads, counts, measured))
    let geneFragments = counts.groups.map { $0.gene + $0.paralog }.sorted()
    let typical = geneFragments.isEmpty ? 0 : geneFragments[geneFragments.count / 2]
    guard typical >= 12 else {
      finding.reason =
        "too few reads: half of the places that tell the gene from its paralog are covered by fewer "
        + "than 12 fragments"
      call.structure = finding
      call.status = .notCalled(typical == 0 ? .noData : .needsStructure(finding.reason ?? ""))
      return call
    }
    let slack = slack(
      fragments: typical, copies: reads.isLong ? nil : measured.copies?.total.mean)
    let isLeftOut = UnreliableSites.find(counts, table: table)
    let isMeasured = measured.copies != nil
    let fragments =
      isMeasured ? reads.fragments : reads.fragments.filter { !isParalogs($0) }
    let mixture = MixtureLikelihood(
      fragments, table: table, errorRate: min(0.1, max(0.002, reads.editRate * 0.5)),
      isLeftOut: isLeftOut, paralogCounts: counts.paralog, weight: 0.8)
    var search = AlleleSearch(
      library: library, counts: counts, mixture: mixture, isLong: reads.isLong,
      allelePriors: allelePriors, isLeftOut: isLeftOut)
    var ranked: [Ranked] = []
    let structures = StructureSearch(library: library, counts: counts)
    let found = structures.structures(
      of: search.possibleShapes(reads.isLong ? reads.fragments : nil), depth: measured.copies,
      margin: (reads.isLong ? 20 : 14) * slack, limit: reads.isLong ? 60 : 24)
    for (structure, _) in found {
      var outside = structures.prior(structure, isMeasured: isMeasured)
      if let depth = measured.copies {
        outside += depth.logLikelihood(total: structure.total, spacers: structure.spacers)
      }
      for var set in search.sets(of: structure, isMeasured: isMeasured, limit: 12) {
        set.score += outside
        ranked.append(Ranked(set: set, diplotype: nil, score: set.score))
      }
    }
    rank(&ranked, search, reads, mixture)
    settle(
      &call, &finding, ranked, search, isMeasured: isMeasured,
      margin: (reads.isLong ? 9 : 7) * slack)
    return call
  }

  /// How much wider the margin between answers is than usual: with few fragments at a place, and with
  /// many copies, among which one more makes little difference (for long reads it is wide as it is).
  private func slack(fragments: Int, copies: Double?) -> Double {
    let thin = max(1, Self.wellCovered / Double(fragments))
    let crowded = max(1, (copies ?? 0) / Self.manyCopies)
    return min(2.5, thin * crowded)
  }

  /// A copy set with one way to distribute it.
  private struct Ranked {
    var set: CopySet
    var diplotype: Diplotype?
    var score: Double
  }

  /// Replaces copy sets by their arrangements, each diplotype once, best first.
  private func rank(
    _ ranked: inout [Ranked], _ search: AlleleSearch, _ reads: ParalogReads,
    _ mixture: MixtureLikelihood
  ) {
    ranked.sort { $0.score > $1.score }
    guard let best = ranked.first?.score else { return }
    var byDiplotype: [Diplotype: Ranked] = [:]
    for entry in ranked.prefix(40) where entry.score > best - 25 {
      let set = entry.set.units.map { (unit: search.pool[$0.unit], count: $0.count) }
      let chain =
        reads.isLong
        ? ChainLikelihood(
          set, kinds: set.map { arrangements.kind($0.unit) }, paralog: library.paralogUnit,
          paralogs: entry.set.paralogs, fragments: reads.fragments, mixture: mixture) : nil
      for arrangement in arrangements.all(set, chain: chain) {
        let score = entry.score + arrangement.score
        if score > byDiplotype[arrangement.diplotype]?.score ?? -Double.infinity {
          byDiplotype[arrangement.diplotype] = Ranked(
            set: entry.set, diplotype: arrangement.diplotype, score: score)
        }
      }
    }
    ranked = byDiplotype.values.sorted { one, other in
      if one.score != other.score { return one.score > other.score }
      guard let left = one.diplotype, let right = other.diplotype else { return false }
      return arrangements.order.precedes(left, right)
    }
  }

  private func settle(
    _ call: inout GeneCall, _ finding: inout StructureFinding, _ ranked: [Ranked],
    _ search: AlleleSearch, isMeasured: Bool, margin: Double
  ) {
    guard let best = ranked.first, let top = best.diplotype else {
      call.status = .notCalled(.noMatch)
      finding.reason = "no combination of known copies explains the reads"
      call.structure = finding
      return
    }
    let fitting = ranked.filter { $0.score >= best.score - margin }
    let weights = fitting.map { exp($0.score - best.score) }
    let sum = weights.reduce(0, +)
    finding.arrangements = zip(fitting, weights).compactMap { entry, weight in
      entry.diplotype.map {
        StructureFinding.Arrangement(diplotype: $0, probability: weight / sum)
      }
    }
    finding.copies = copies(of: best.set, search)
    call.compatible = finding.arrangements.map(\.diplotype)
    call.diplotypes = [top]
    call.lookup = [top]
    call.status = call.compatible.count > 1 ? .ambiguous : .called
    finding.reason = reason(fitting.map(\.set), search, isMeasured: isMeasured)
    call.structure = finding
  }

  private func copies(of set: CopySet, _ search: AlleleSearch) -> [StructureFinding.Copies] {
    var counts: [String: Int] = [:]
    for part in set.units {
      if let name = search.pool[part.unit].name { counts[name, default: 0] += part.count }
    }
    var copies = counts.sorted { arrangements.order.precedes($0.key, $1.key) }
      .map { StructureFinding.Copies(name: $0.key, count: $0.value) }
    if let paralogs = set.paralogs {
      copies.append(StructureFinding.Copies(name: library.facts.paralog, count: paralogs))
    }
    return copies
  }

  /// Why several arrangements are left; nil for one.
  private func reason(_ sets: [CopySet], _ search: AlleleSearch, isMeasured: Bool) -> String? {
    var reasons: [String] = []
    if !isMeasured {
      reasons.append(
        "the number of copies can't be measured: depth is uneven or there is no stable stretch to "
          + "compare with")
    }
    if sets.count > 1 {
      let kinds = Set(sets.map { copies(of: $0, search) })
      reasons.append(
        kinds.count == 1
          ? "the reads do not show which chromosome carries which copies"
          : "the reads do not settle which copies there are")
    }
    return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
  }

  private func isParalogs(_ fragment: Fragment) -> Bool {
    var (gene, paralog) = (0, 0)
    for (site, state) in fragment.states where library.table.sites[site].isDifference {
      if state == library.table.sites[site].paralogState { paralog += 1 }
      if state == library.table.sites[site].geneState { gene += 1 }
    }
    return paralog > 0 && paralog > 4 * gene
  }

  private func evidence(_ reads: ParalogReads, _ counts: FragmentCounts, _ depth: ReadDepth)
    -> StructureFinding.Evidence
  {
    let total = depth.copies?.total.mean
    let regions = counts.groups.compactMap { group -> StructureFinding.RegionCopies? in
      guard
        let start = Position(library.table.sites[group.sites.lowerBound].position),
        let end = Position(library.table.sites[group.sites.upperBound].position),
        let interval = GenomicInterval(contig: library.facts.contig, start: start, end: end)
      else { return nil }
      let all = group.gene + group.paralog
      return StructureFinding.RegionCopies(
        interval: interval, geneFragments: group.gene, paralogFragments: group.paralog,
        geneCopies: all == 0 ? nil : total.map { $0 * Double(group.gene) / Double(all) })
    }
    return StructureFinding.Evidence(
      reads: reads.readCount, isLongRead: reads.isLong, stableDepth: depth.perTwoCopies,
      totalCopies: total, spacerCopies: depth.copies?.spacers.mean, regions: regions)
  }
}
