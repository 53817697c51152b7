internal import Genome
internal import MappedIndex

/// Lays genes, drugs and sources out as the sections of a compiled knowledge base.
package struct KnowledgeFile: Sendable {
  private var writer = IndexWriter(kind: KnowledgeLayout.kind, version: KnowledgeLayout.version)

  /// Encodes everything but identity and version; the order of the arguments does not matter.
  package init(genes: [Gene], drugs: [Drug], sources: [SourceReference]) {
    let genes = genes.sorted { $0.symbol < $1.symbol }
    let drugs = drugs.sorted { $0.id < $1.id }
    writer.addPool(KnowledgeLayout.geneSymbols, genes.map { Array($0.symbol.utf8) })
    writer.addPool(KnowledgeLayout.genes, genes.map(Self.record))
    writer.addPool(KnowledgeLayout.drugIDs, drugs.map { Array($0.id.utf8) })
    writer.addPool(KnowledgeLayout.drugs, drugs.map(Self.record))
    writer.addPool(KnowledgeLayout.sources, sources.map(Self.record))
    for assembly in Assembly.allCases { addPositions(of: genes, on: assembly) }
  }

  /// Shows each section in a fixed order, so that a hash over them identifies the knowledge.
  package func forEachSection(_ body: (_ name: String, _ bytes: [UInt8]) -> Void) {
    writer.forEachSection(body)
  }

  /// The whole file with an identity and a version in it.
  package func fileBytes(identity: String, version: String) -> [UInt8] {
    var complete = writer
    complete.addPool(KnowledgeLayout.about, [Array(identity.utf8), Array(version.utf8)])
    return complete.fileBytes()
  }

  private static func record(_ value: some StoredRecord) -> [UInt8] {
    var writer = RecordWriter()
    writer.write(value)
    return writer.bytes
  }

  private struct Place {
    let start: UInt64
    let end: Int
    let gene: Int
    let position: Int
    var length: Int { end - Int(start & 0xFFFF_FFFF) + 1 }
  }

  private mutating func addPositions(of genes: [Gene], on assembly: Assembly) {
    var places: [Place] = []
    for (geneIndex, gene) in genes.enumerated() {
      guard let contig = gene.contig else { continue }
      for (index, position) in gene.positions.enumerated() {
        guard let locus = position.locus(on: assembly) else { continue }
        places.append(
          Place(
            start: PositionIndex.key(contig, locus.position.value),
            end: position.lastCoordinate(at: locus), gene: geneIndex, position: index))
      }
    }
    places.sort {
      ($0.start, $0.end, $0.gene, $0.position) < ($1.start, $1.end, $1.gene, $1.position)
    }
    let names = KnowledgeLayout.ColumnNames(assembly)
    writer.addColumn(names.start, places.map(\.start))
    writer.addColumn(names.end, places.map { UInt32(clamping: $0.end) })
    writer.addColumn(names.gene, places.map { UInt16($0.gene) })
    writer.addColumn(names.position, places.map { UInt32($0.position) })
    writer.addColumn(names.longest, [UInt64(places.map(\.length).max() ?? 1)])
  }
}

extension DefiningPosition {
  /// The 1-based coordinate of the last base that a record about this position could touch: the
  /// end of the reference allele or of the known context, whichever lies further right.
  public func lastCoordinate(at locus: Locus) -> Int {
    let reference =
      alleles.indices.contains(locus.referenceIndex) ? alleles[locus.referenceIndex].utf8.count : 1
    let end = locus.position.value + max(1, reference) - 1
    guard let context = locus.context else { return end }
    return max(end, context.start.value + context.bases.utf8.count - 1)
  }
}
