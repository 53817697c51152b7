internal import Evidence
internal import Knowledge

/// Calls genes whose variants act one by one, so that the least functional variant on each
/// chromosome decides (DPYD and RYR1 in CPIC's guidelines).
///
/// Each chromosome is read as the set of named variants it carries. Where phase is known, the two
/// sets are diplotypes; where it is not, only the components can be stated, and the two least
/// functional ones are presumed to lie on different chromosomes.
struct LowestFunctionCaller {
  private let table: MatchingTable
  private let reading: ChromosomeReading
  private let reference: String
  private let severity: [String: Int]
  private var gene: Gene { table.gene }

  init(_ table: MatchingTable) {
    self.table = table
    reading = ChromosomeReading(table)
    reference = table.gene.alleles.first?.name ?? ""
    severity = Self.severity(of: table.gene)
  }

  func complete(_ call: inout GeneCall, _ observed: GenotypeSites) {
    var genotypes = observed
    if let pair = gene.calling.linkedPair { genotypes.join(pair.causal, pair.tag) }
    if !genotypes.halfCalls.isEmpty { call.notes.append(.halfCallsLeftOut(genotypes.halfCalls)) }
    noteLonelyTag(&call, genotypes)
    let strands = reading.strands(genotypes)
    let seen =
      genotypes.isHaploid
      ? strands.map { Diplotype(first: reading.name($0.0), second: nil) }
      : strands.map { table.order.diplotype(reading.name($0.0), reading.name($0.1)) }
    let search = DiplotypeSearch(table, observed)
    let named = search.diplotypes(of: search.pairs)
    let diplotypes = Set(seen).sorted(by: table.order.precedes)
    call.compatible = named + Set(seen).subtracting(named).sorted(by: table.order.precedes)
    call.components = reading.components(of: strands)
    if call.compatible.count > 1 {
      call.deciding = table.decidingPositions(
        missing: genotypes.missing, candidates: search.candidates)
    }
    if genotypes.isHaploid || genotypes.isEffectivelyPhased || genotypes.isPhasedThroughout {
      call.diplotypes = diplotypes
      call.status = diplotypes.count == 1 ? .called : .ambiguous
      call.lookup = worst(strands, isHaploid: genotypes.isHaploid).map { [$0] } ?? []
    } else {
      call.status = .ambiguous
      let flat = (strands.first.map { $0.0 + $0.1 } ?? []).sorted { isWorse($0, $1) }
      call.lookup = [
        table.order.diplotype(flat.first ?? reference, flat.dropFirst().first ?? reference)
      ]
    }
    call.isLookupInferred = call.lookup != call.diplotypes
  }

  // MARK: - Severity

  private static func severity(of gene: Gene) -> [String: Int] {
    var severity: [String: Int] = [:]
    for allele in gene.alleles {
      if let activity = allele.activity {
        severity[allele.name] = activity.hundredths
      } else if let function = allele.function,
        let rank = gene.calling.functionOrder.firstIndex(of: function)
      {
        severity[allele.name] = rank
      }
    }
    return severity
  }

  /// Unknown activity counts as that of two normal copies, so it never displaces a known loss.
  private func rank(_ name: String) -> Int { severity[name] ?? 200 }

  private func isWorse(_ one: String, _ other: String) -> Bool {
    if rank(one) != rank(other) { return rank(one) < rank(other) }
    return table.order.precedes(one, other)
  }

  private func lowest(_ components: [String]) -> String {
    components.min { isWorse($0, $1) } ?? reference
  }

  /// The least functional variant of each chromosome, in the worst of the orientations.
  private func worst(_ strands: [([String], [String])], isHaploid: Bool) -> Diplotype? {
    let lowest = strands.map { (self.lowest($0.0), self.lowest($0.1)) }
    let worst = lowest.min { rank($0.0) + rank($0.1) < rank($1.0) + rank($1.1) }
    return worst.map {
      isHaploid ? Diplotype(first: $0.0, second: nil) : table.order.diplotype($0.0, $0.1)
    }
  }

  // MARK: - The linked pair

  private func noteLonelyTag(_ call: inout GeneCall, _ genotypes: GenotypeSites) {
    guard let pair = gene.calling.linkedPair else { return }
    func isSeen(_ position: Int) -> Bool {
      genotypes.sites.contains {
        $0.position == position && ($0.first | $0.second) & ~GenotypeSites.bare != 0
      }
    }
    if isSeen(pair.tag), !isSeen(pair.causal) {
      call.notes.append(.linkedTagWithoutCausal(causal: pair.causal, tag: pair.tag))
    }
  }
}
