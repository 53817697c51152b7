internal import Evidence
internal import Genome
internal import GenomeFiles
internal import Knowledge
internal import Structures

/// Hands each alignment to all that look at it: genotypes, depth, structure, tally.
struct ReadCollection {
  private(set) var evidence: ReadEvidenceCollector
  private(set) var depth: DepthCollector
  private(set) var paralogs: [(caller: ParalogCaller, reads: ParalogReads)]
  private(set) var tally = ReadTally()
  private let positions: TargetRegions

  init(
    genes: [Gene], facts: StructureFacts, assembly: Assembly, policy: ReadPolicy,
    foreignContigs: Set<Contig>, alternates: AlternateContigs
  ) {
    evidence = ReadEvidenceCollector(
      genes: genes, assembly: assembly, policy: policy, foreignContigs: foreignContigs)
    positions = TargetRegions(evidence.targets)
    depth = DepthCollector(
      stableRegions: facts.stableRegions, events: facts.copyEvents, assembly: assembly,
      alternates: alternates)
    paralogs = facts.paralogs.compactMap { pair in
      guard let gene = genes.first(where: { $0.symbol == pair.gene }) else { return nil }
      let caller = ParalogCaller(
        gene: gene, facts: pair, assembly: assembly, frequencies: facts.frequencies[gene.symbol])
      return (caller, caller.reads())
    }
  }

  /// Where reads are wanted.
  var regions: TargetRegions {
    TargetRegions(
      positions.intervals + depth.regions.intervals + paralogs.flatMap(\.caller.regions))
  }

  /// Takes in one alignment.
  mutating func add(_ read: AlignedRead) {
    depth.add(read)
    for index in paralogs.indices { paralogs[index].reads.add(read) }
    guard let contig = read.contig, let start = Position(read.start),
      let end = Position(max(read.start, read.end)),
      positions.overlaps(contig: contig, start: start, end: end)
    else { return }
    evidence.add(read)
    tally.add(read)
  }
}
