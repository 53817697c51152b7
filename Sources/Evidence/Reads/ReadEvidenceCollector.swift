public import Genome
public import GenomeFiles
public import Knowledge

/// Gathers what the reads of one sample show at every known position: genotypes and their phase.
///
/// Alignments arrive in any order, once each. A single base is read off the alignment; around
/// insertions, deletions and changes of several bases, reads are laid against haplotypes anew.
/// Memory grows with the positions and, up to the policy's limits, their depth.
public struct ReadEvidenceCollector: Sendable {
  /// The genes evidence is gathered for.
  public let genes: [Gene]
  /// The assembly the reads are aligned to.
  public let assembly: Assembly
  /// What counts as data.
  public let policy: ReadPolicy
  /// The contigs on which nothing is looked at, as the reads were aligned to another sequence.
  public let foreignContigs: Set<Contig>

  private let placed: [PlacedPosition]
  private let slots: [[Int?]]
  private let documentedEdits: [Contig: Set<AlleleEdit>]
  /// The single-base positions by contig, as numbers of `placed` in order of their place.
  private let baseNumbers: [Int]
  private let baseStarts: [Int]
  private let baseRanges: [Contig: Range<Int>]
  private var bases: [BaseSite]
  /// The other positions by contig, as numbers of `placed`.
  private let spanNumbers: [Int]
  private let spanRanges: [Contig: Range<Int>]
  private var spans: [SpanSite]

  /// Prepares to gather evidence.
  ///
  /// - Parameters:
  ///   - genes: the genes to look at; those without positions get none.
  ///   - assembly: the assembly the reads are aligned to.
  ///   - policy: what counts as data.
  ///   - foreignContigs: contigs whose sequence in the file is not the assembly's; see
  ///     `AlignmentHeader.foreignContigs(on:)`.
  public init(
    genes: [Gene], assembly: Assembly, policy: ReadPolicy = .init(),
    foreignContigs: Set<Contig> = []
  ) {
    self.genes = genes
    self.assembly = assembly
    self.policy = policy
    self.foreignContigs = foreignContigs
    var all: [PlacedPosition] = []
    for (geneIndex, gene) in genes.enumerated() {
      guard let contig = gene.contig else { continue }
      for (index, facts) in gene.positions.enumerated() {
        if let position = PlacedPosition(
          gene: geneIndex, position: index, contig: contig, facts: facts, assembly: assembly)
        {
          all.append(position)
        }
      }
    }
    all.sort {
      ($0.contig, $0.start, $0.gene, $0.position) < ($1.contig, $1.start, $1.gene, $1.position)
    }
    placed = all
    var slots = genes.map { [Int?](repeating: nil, count: $0.positions.count) }
    var (baseNumbers, spanNumbers): ([Int], [Int]) = ([], [])
    var (baseRanges, spanRanges): ([Contig: Range<Int>], [Contig: Range<Int>]) = ([:], [:])
    for (number, position) in all.enumerated() {
      if position.kind == .substitution {
        slots[position.gene][position.position] = baseNumbers.count
        let first = baseRanges[position.contig]?.lowerBound ?? baseNumbers.count
        baseNumbers.append(number)
        baseRanges[position.contig] = first..<baseNumbers.count
      } else {
        slots[position.gene][position.position] = ~spanNumbers.count
        let first = spanRanges[position.contig]?.lowerBound ?? spanNumbers.count
        spanNumbers.append(number)
        spanRanges[position.contig] = first..<spanNumbers.count
      }
    }
    self.slots = slots
    (self.baseNumbers, self.spanNumbers) = (baseNumbers, spanNumbers)
    (self.baseRanges, self.spanRanges) = (baseRanges, spanRanges)
    baseStarts = baseNumbers.map { all[$0].start }
    bases = Array(repeating: BaseSite(), count: baseNumbers.count)
    spans = spanNumbers.map { SpanSite(all[$0]) }
    documentedEdits = Dictionary(grouping: all, by: \.contig).mapValues { positions in
      Set(positions.flatMap { $0.edits.compactMap(\.self) })
    }
  }

  /// The stretches of genome whose reads matter, 1-based and closed, in order.
  public var targets: [GenomicInterval] {
    let all = placed.filter { !foreignContigs.contains($0.contig) }.compactMap { position in
      let stretch =
        position.kind == .substitution
        ? position.start...position.start : SpanSite(position).window
      return Position(stretch.lowerBound).flatMap { start in
        Position(stretch.upperBound).flatMap {
          GenomicInterval(contig: position.contig, start: start, end: $0)
        }
      }
    }
    return all.sorted()
  }

  /// Takes in one alignment; unaligned, secondary, failed and duplicate ones are left out.
  public mutating func add(_ read: AlignedRead) {
    guard read.flags.isDisjoint(with: .leftOut), let contig = read.contig, !read.bases.isEmpty,
      !foreignContigs.contains(contig)
    else { return }
    let mapping =
      read.mappingQuality == 255
      ? UInt8(clamping: policy.unstatedMappingQuality) : read.mappingQuality
    if let range = baseRanges[contig] { addBases(read, mapping, range) }
    guard let range = spanRanges[contig] else { return }
    for index in range {
      if spans[index].window.lowerBound > read.end + read.bases.count { break }
      if spans[index].window.upperBound < read.start - read.bases.count { continue }
      spans[index].add(read, mappingQuality: mapping, policy: policy)
    }
  }

  private mutating func addBases(_ read: AlignedRead, _ mapping: UInt8, _ range: Range<Int>) {
    var site = range.lowerBound
    var high = range.upperBound
    while site < high {
      let middle = (site + high) / 2
      if baseStarts[middle] < read.start { site = middle + 1 } else { high = middle }
    }
    guard site < range.upperBound, baseStarts[site] <= read.end else { return }
    let isSure = Int(mapping) >= policy.minimumMappingQuality
    let hasQualities = read.qualities.count == read.bases.count
    var (place, index) = (read.start, 0)
    for run in read.cigar {
      if run.kind.consumesReference {
        let end = place + run.length
        while site < range.upperBound, baseStarts[site] < end {
          defer { site += 1 }
          guard run.kind != .skip else { continue }
          let isGone = run.kind == .deletion
          let offset = isGone ? index : index + baseStarts[site] - place
          guard offset < read.bases.count else { return }
          let quality =
            hasQualities ? read.qualities[offset] : UInt8(clamping: policy.unstatedBaseQuality)
          let content: Glimpse.Content =
            if !isSure || Int(quality) < policy.minimumBaseQuality {
              .unsure
            } else {
              isGone ? .deleted : Glimpse.Content(letter: read.bases[offset]) ?? .unsure
            }
          bases[site].add(
            Glimpse(
              template: read.template, content: content, quality: quality,
              mappingQuality: mapping, isReverse: read.isReverse),
            most: policy.maximumDepth)
        }
        guard site < range.upperBound else { return }
        place = end
      }
      if run.kind.consumesRead { index += run.length }
    }
  }

  /// What the reads show, gene by gene, in the order of `genes`.
  ///
  /// - Parameter copies: for genes by symbol, how many copies the person has where it is not what
  ///   inheritance says: 1 for a gene on a single X. Without it X counts as two, and the
  ///   mitochondrion as one.
  public func evidence(copies: [String: Int] = [:]) -> [GeneEvidence] {
    evidence(copies: copies) { _, _ in nil }
  }

  /// What the reads show, with the bases of a reference file where the knowledge base has none.
  ///
  /// - Parameters:
  ///   - copies: as above.
  ///   - reference: the reference of the reads.
  package func evidence(
    copies: [String: Int] = [:], reference: ReferenceSequence?
  ) -> [GeneEvidence] {
    guard let reference else { return evidence(copies: copies) }
    return evidence(copies: copies) { reference.base(contig: $0.name, at: $1) }
  }

  private func evidence(
    copies: [String: Int], base: (Contig, Int) -> UInt8?
  ) -> [GeneEvidence] {
    var aligner = PairAligner()
    return genes.indices.map { gene in
      let usual = genes[gene].inheritance == .mitochondrial ? 1 : 2
      let judge = ReadJudge(
        policy: policy, copies: min(max(copies[genes[gene].symbol] ?? usual, 1), 2),
        isMitochondrial: genes[gene].inheritance == .mitochondrial)
      var phaser = ReadPhaser(policy: policy)
      var entries: [PositionEvidence] = []
      for index in genes[gene].positions.indices {
        guard let slot = slots[gene][index] else {
          entries.append(.noData(.notOnAssembly))
          continue
        }
        let position = placed[slot >= 0 ? baseNumbers[slot] : spanNumbers[~slot]]
        guard !foreignContigs.contains(position.contig) else {
          entries.append(.noData(.foreignContig))
          continue
        }
        let likelihoods =
          slot >= 0
          ? bases[slot].likelihoods(position, policy: policy)
          : spans[~slot].likelihoods(
            position, policy: policy, reference: { base(position.contig, $0) },
            isDocumentedElsewhere: { documentedEdits[position.contig]?.contains($0) ?? false },
            aligner: &aligner)
        let entry = judge.verdict(likelihoods)
        if case .observed(let observation) = entry, observation.isHeterozygous {
          phaser.add(
            position: index, place: position.start, alleles: observation.alleles, likelihoods)
        }
        entries.append(entry)
      }
      var evidence = GeneEvidence(gene: genes[gene], positions: entries)
      phaser.complete(&evidence)
      return evidence
    }
  }
}
