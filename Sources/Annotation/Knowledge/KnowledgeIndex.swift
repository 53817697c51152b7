package import Genome
package import Knowledge
internal import MappedIndex

/// Makes the index of what the knowledge base knows on one assembly, in memory.
///
/// An insertion or deletion has a row for each place it can be shifted to, so that it is found
/// without a FASTA however it is spelled.
package enum KnowledgeIndex {
  /// The rows by contig and event.
  private typealias Rows = [Contig: [Event: KnownVariant]]

  /// Builds and opens the index.
  ///
  /// - Throws: `KnowledgeError` if a record of the knowledge base can't be read.
  package static func make(
    _ knowledge: KnowledgeBase, on assembly: Assembly
  ) throws -> AnnotationIndex {
    var rows = Rows()
    let guidance = GeneGuidance.byGene(try knowledge.allDrugs())
    for gene in try knowledge.allGenes() { add(gene, on: assembly, &rows) }
    // Most variants are of one gene, and all of a gene share its drugs.
    var written: [[String]: GuidanceText] = [:]
    var writer = AnnotationIndexWriter(fields: KnowledgeFields.all)
    for (contig, variants) in rows.sorted(by: { $0.key < $1.key }) {
      try writer.begin(contig: contig.name)
      for (event, variant) in variants.sorted(by: { precedes($0.key, $1.key) }) {
        var payload = RowPayload()
        payload.begin(spelling: event.spelling)
        let text = written[variant.genes] ?? GuidanceText(on: variant.genes, guidance)
        written[variant.genes] = text
        for value in variant.values(text) { payload.append(value) }
        try writer.append(
          key: event.key, position: variant.position, length: variant.length,
          payload: payload.bytes.span)
      }
    }
    return try writer.finishInMemory(
      description: description(of: knowledge, on: assembly), name: knowledge.path)
  }

  private static func add(
    _ gene: Gene, on assembly: Assembly, _ rows: inout Rows
  ) {
    guard let contig = gene.contig else { return }
    let names = gene.alleles.map {
      KnownVariant.Haplotype($0.reportedAs ?? $0.name, of: gene.symbol, function: $0.function)
    }
    var cells: [Int: [(haplotype: Int, accepted: UInt16)]] = [:]
    for (haplotype, allele) in gene.alleles.enumerated() {
      for cell in allele.cells {
        cells[cell.position, default: []].append((haplotype, cell.accepted))
      }
    }
    for (index, position) in gene.positions.enumerated() {
      for change in KnownChange.all(of: position, on: assembly) {
        let named = (cells[index] ?? []).filter { $0.accepted >> UInt16(change.allele) & 1 == 1 }
          .map { names[$0.haplotype] }
        for edit in change.placements {
          guard let event = Event(edit) else { continue }
          // VCF puts the base before a pure insertion or deletion into the record.
          let anchor = edit.isPureIndel && edit.start > 1 ? 1 : 0
          let new = KnownVariant(
            position: UInt32(edit.start - anchor), length: UInt32(edit.deleted.count + anchor))
          rows[contig, default: [:]][event, default: new].add(
            gene: gene.symbol, rsid: position.rsid, haplotypes: named)
        }
      }
    }
  }

  private static func precedes(_ left: Event, _ right: Event) -> Bool {
    left.key == right.key
      ? left.spelling.lexicographicallyPrecedes(right.spelling) : left.key < right.key
  }

  private static func description(
    of knowledge: KnowledgeBase, on assembly: Assembly
  ) -> IndexDescription {
    // Some sources have a phrase there, which says that facts are cited only.
    let licences = Set(knowledge.sources.map(\.licence)).filter {
      !$0.isEmpty && !$0.contains(" ")
    }.sorted()
    // The content's hash stands for the file's: packs laid over it are in it, too.
    return IndexDescription(
      source: KnowledgeLocator.fileName, sha256: knowledge.identity, sourceBytes: 0,
      built: knowledge.version, release: knowledge.version,
      licence: licences.joined(separator: ", ") + "; see 'stardose knowledge sources'",
      assembly: assembly, fields: KnowledgeFields.all)
  }
}
