internal import Genome
internal import MappedIndex

/// Lays the content out as the sections of a compiled knowledge base.
package struct KnowledgeFile: Sendable {
  private var writer = IndexWriter(kind: KnowledgeLayout.kind, version: KnowledgeLayout.version)

  /// Encodes everything but identity and version; the order within each list does not matter.
  package init(_ content: KnowledgeContent) {
    let genes = content.genes.sorted { $0.symbol < $1.symbol }
    let drugs = content.drugs.sorted { $0.id < $1.id }
    let medicines = content.medicines.sorted { $0.id < $1.id }
    let frequencies = content.frequencies.sorted { $0.gene < $1.gene }
    add(KnowledgeLayout.geneSymbols, genes.map(\.symbol), KnowledgeLayout.genes, genes)
    add(KnowledgeLayout.drugIDs, drugs.map(\.id), KnowledgeLayout.drugs, drugs)
    add(KnowledgeLayout.medicineIDs, medicines.map(\.id), KnowledgeLayout.medicines, medicines)
    add(
      KnowledgeLayout.frequencyGenes, frequencies.map(\.gene), KnowledgeLayout.frequencies,
      frequencies)
    let paralogs = content.paralogs.sorted { $0.gene < $1.gene }
    add(KnowledgeLayout.paralogGenes, paralogs.map(\.gene), KnowledgeLayout.paralogs, paralogs)
    writer.addPool(
      KnowledgeLayout.factors, content.factors.sorted { $0.id < $1.id }.map(Self.record))
    writer.addPool(
      KnowledgeLayout.risks,
      content.risks.sorted { ($0.topic, $0.id) < ($1.topic, $1.id) }.map(Self.record))
    writer.addPool(
      KnowledgeLayout.pairs,
      content.pairs.sorted {
        ($0.source, $0.drug, $0.guideline) < ($1.source, $1.drug, $1.guideline)
      }.map(Self.record))
    writer.addPool(
      KnowledgeLayout.stableRegions,
      content.stableRegions.sorted { ($0.grch38, $0.name) < ($1.grch38, $1.name) }.map(Self.record))
    writer.addPool(
      KnowledgeLayout.copyEvents, content.copyEvents.sorted { $0.gene < $1.gene }.map(Self.record))
    writer.addPool(
      KnowledgeLayout.equations, content.equations.sorted { $0.id < $1.id }.map(Self.record))
    writer.addPool(
      KnowledgeLayout.interactions, content.interactions.sorted { $0.id < $1.id }.map(Self.record))
    writer.addPool(
      KnowledgeLayout.conversions,
      content.conversions.sorted { $0.gene < $1.gene }.map(Self.record))
    writer.addPool(
      KnowledgeLayout.habits,
      content.habits.sorted { $0.factor.rawValue < $1.factor.rawValue }.map(Self.record))
    writer.addPool(KnowledgeLayout.sources, content.sources.map(Self.record))
    MedicineNames(medicines).add(to: &writer)
    for assembly in Assembly.allCases { addPositions(of: genes, on: assembly) }
  }

  private mutating func add(
    _ namesSection: String, _ names: [String], _ section: String, _ records: [some StoredRecord]
  ) {
    writer.addPool(namesSection, names.map { Array($0.utf8) })
    writer.addPool(section, records.map { Self.record($0) })
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
