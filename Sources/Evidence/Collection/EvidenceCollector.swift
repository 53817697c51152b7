public import Genome
public import GenomeFiles
public import Knowledge

/// Gathers, for each sample of a file, what its records say of every known position.
///
/// Records arrive once, in any number of samples; each is read against the positions it overlaps
/// and then judged per sample. Memory grows with samples times positions, not with the file.
public struct EvidenceCollector: Sendable {
  /// The genes evidence is gathered for.
  public let genes: [Gene]
  /// The assembly the records are placed on.
  public let assembly: Assembly
  /// What counts as data.
  public let policy: EvidencePolicy
  /// Records that overlapped a known position and agreed with its reference base.
  public private(set) var agreeingRecords = 0
  /// Records whose REF is not the assembly's reference at a known position.
  public private(set) var disagreeingRecords = 0
  /// The first record that disagreed, for the error sentence.
  public private(set) var firstDisagreement: (record: VariantRecord, expected: String)?

  private var assumable: Set<Contig>?
  private let placed: [PlacedPosition]
  /// For each placed position, the genotype of someone who carries the reference alone.
  private let reference: [[ObservedAllele]]
  private let ranges: [Contig: Range<Int>]
  private let documentedEdits: Set<PlacedEdit>
  private let slots: [[Int?]]
  private let callable: CallableRegions?
  private var ledgers: [[SampleLedger]]
  private let widestFootprint: Int

  /// Prepares to gather evidence.
  ///
  /// - Parameters:
  ///   - genes: the genes to look at; those without positions get none.
  ///   - assembly: the assembly the file is on.
  ///   - sampleCount: how many samples each record carries.
  ///   - policy: what counts as data.
  ///   - callable: regions the user knows to be callable.
  public init(
    genes: [Gene], assembly: Assembly, sampleCount: Int, policy: EvidencePolicy = .init(),
    callable: CallableRegions? = nil
  ) {
    self.genes = genes
    self.assembly = assembly
    self.policy = policy
    var all: [PlacedPosition] = []
    for (geneIndex, gene) in genes.enumerated() {
      guard let contig = gene.contig else { continue }
      for (index, facts) in gene.positions.enumerated() {
        guard
          let position = PlacedPosition(
            gene: geneIndex, position: index, contig: contig, facts: facts, assembly: assembly)
        else { continue }
        all.append(position)
      }
    }
    all.sort {
      ($0.contig, $0.spanStart, $0.gene, $0.position) < (
        $1.contig, $1.spanStart, $1.gene, $1.position
      )
    }
    placed = all
    reference = all.map { position in
      Array(
        repeating: .documented(position.referenceIndex),
        count: genes[position.gene].inheritance == .mitochondrial ? 1 : 2)
    }
    var slots = genes.map { [Int?](repeating: nil, count: $0.positions.count) }
    var ranges: [Contig: Range<Int>] = [:]
    for (index, position) in all.enumerated() {
      slots[position.gene][position.position] = index
      ranges[position.contig] = (ranges[position.contig]?.lowerBound ?? index)..<(index + 1)
    }
    self.slots = slots
    self.ranges = ranges
    documentedEdits = Set(
      all.flatMap { position in
        position.edits.compactMap { $0.map { PlacedEdit(contig: position.contig, edit: $0) } }
      })
    widestFootprint = all.map { $0.spanEnd - $0.spanStart }.max() ?? 0
    ledgers = Array(
      repeating: Array(repeating: SampleLedger(), count: all.count), count: sampleCount)
    self.callable = callable
  }

  /// The stretches of genome whose records matter, 1-based and closed, in order.
  public var targets: [GenomicInterval] {
    placed.compactMap { position in
      guard let start = Position(position.spanStart), let end = Position(position.spanEnd) else {
        return nil
      }
      return GenomicInterval(contig: position.contig, start: start, end: end)
    }
  }

  /// Takes in one record.
  public mutating func add(_ record: VariantRecord) {
    guard let contig = record.contig, let range = ranges[contig] else { return }
    let (first, last) = (record.position.value, record.end.value)
    var index = range.lowerBound
    var high = range.upperBound
    while index < high {
      let middle = (index + high) / 2
      if placed[middle].spanStart < first - widestFootprint {
        index = middle + 1
      } else {
        high = middle
      }
    }
    while index < range.upperBound, placed[index].spanStart <= last {
      if placed[index].spanEnd >= first { judge(record, at: index) }
      index += 1
    }
  }

  private mutating func judge(_ record: VariantRecord, at index: Int) {
    let position = placed[index]
    let reading = position.reading(of: record) { edit in
      documentedEdits.contains(PlacedEdit(contig: position.contig, edit: edit))
    }
    switch reading {
    case .silent: return
    case .referenceMismatch where policy.refuses(record.filters): break
    case .referenceMismatch:
      disagreeingRecords += 1
      if firstDisagreement == nil {
        firstDisagreement = (record, String(decoding: position.reference, as: UTF8.self))
      }
    default: agreeingRecords += 1
    }
    let site = RecordSite(record)
    let isGenomic = record.alternates.contains(where: \.isNonReferenceBlock)
    let judge = GenotypeJudge(position: position, policy: policy, isGenomic: isGenomic)
    for (sample, call) in record.calls.enumerated() {
      judge.enter(
        reading, filters: record.filters, call: call, trace: RecordTrace(site: site, call: call),
        into: &ledgers[sample][index])
    }
  }

  /// Tells the collector which contigs the file has records on: on the others nothing was looked
  /// at, so that absence there is never read as reference.
  public mutating func limitAssumptions(to contigs: Set<Contig>) { assumable = contigs }

  /// What one sample shows, gene by gene, in the order of `genes`.
  public func evidence(sample: Int) -> [GeneEvidence] {
    genes.indices.map { gene in
      let entries = genes[gene].positions.indices.map { index -> PositionEvidence in
        guard let slot = slots[gene][index] else { return .noData(.notOnAssembly) }
        return ledgers[sample][slot].settled ?? unsettled(ledgers[sample][slot], slot)
      }
      return GeneEvidence(gene: genes[gene], positions: entries)
    }
  }

  /// The verdict where no record gave a genotype.
  private func unsettled(_ ledger: SampleLedger, _ slot: Int) -> PositionEvidence {
    let position = placed[slot]
    let alleles = reference[slot]
    if let verdict = ledger.verdict(footprint: position.footprint, referenceAlleles: alleles) {
      return verdict
    }
    if isCallable(position) {
      return .observed(Observation(alleles: alleles, phase: .unphased, basis: .callableRegion))
    }
    if policy.absentIsReference, assumable?.contains(position.contig) ?? true {
      return .observed(Observation(alleles: alleles, phase: .unphased, basis: .assumedReference))
    }
    return .noData(.absent)
  }

  private func isCallable(_ position: PlacedPosition) -> Bool {
    guard let callable, let start = Position(position.footprint.lowerBound),
      let end = Position(position.footprint.upperBound)
    else { return false }
    return callable.contains(contig: position.contig, start: start, end: end)
  }
}

private struct PlacedEdit: Hashable, Sendable {
  let contig: Contig
  let edit: AlleleEdit
}

extension PlacedPosition {
  /// The first base a record must reach to matter.
  var spanStart: Int { min(footprint.lowerBound, eventRange.lowerBound) }
  /// The last base a record may start at and matter.
  var spanEnd: Int { max(footprint.upperBound, eventRange.upperBound) }
}
