internal import GenomeFiles
internal import MappedIndex

/// What one source has at a variant, and what becomes of each of its rows.
struct SourceExplanation: Sendable {
  /// A row with what is said of it.
  struct Entry: Sendable {
    let row: ExplainedRow
    let verdict: RowVerdict
    let agreement: ReferenceAgreement
    /// Whether the source's `where` lets it count; nil without a `where`.
    let isAdmitted: Bool?
  }

  let source: AnnotationSource
  /// The contig as the source names it; nil if it has none.
  let contig: String?
  /// What is looked for, allele by allele; nil where an allele says nothing to look for.
  let events: [(key: EventKey, spelling: [UInt8])?]
  let entries: [Entry]
  let nearby: NearbyRows?
  /// What would be added to INFO, and the ID that would be written.
  let addition: String
  let identifier: String?

  /// Looks a variant up as a run would, and lists all rows at its place besides.
  init(_ variant: ExplainedVariant, in source: AnnotationSource, reference path: String?) throws {
    self.source = source
    let text = variant.line
    guard let line = LineColumns(in: text, from: 0, to: text.count) else {
      preconditionFailure("the line of a variant has eight columns")
    }
    let bases = try path.map { path throws(GenomeFileError) in try ReferenceSequence(path: path) }
    var query = QueryRecord()
    if let bases {
      query.read(text, line) { bases.base(contig: variant.contig, at: $0) }
    } else {
      query.read(text, line, base: nil)
    }
    events = query.keys.indices.map { allele in
      query.keys[allele] == 0
        ? nil : (EventKey(packed: query.keys[allele]), query.spelling(allele))
    }
    let plan = AnnotationPlan(
      path: "--explain", sources: [source], columnCount: 8, declared: [], reference: path)
    var annotator = try RecordAnnotator(plan)
    _ = try annotator.annotate(text, line)
    addition = String(
      decoding: annotator.found.info.copied(0..<annotator.found.info.count).dropFirst(),
      as: UTF8.self)
    identifier = annotator.found.identifier.map { String(decoding: $0, as: UTF8.self) }
    guard let number = source.index.contigNumber(named: variant.contig) else {
      (contig, nearby, entries) = (nil, nil, [])
      return
    }
    contig = source.index.contigs[number].name
    let found = try NearbyRows(query, on: number, of: source.index)
    let judge = RowJudge(
      source: source, reference: Array(variant.reference.uppercased().utf8),
      matched: try Self.matched(query, in: source, contig: variant.contig))
    entries = found.here.map { row in
      Entry(
        row: row, verdict: judge.verdict(on: row, query),
        agreement: judge.agreement(of: row, query),
        isAdmitted: source.filter.map { $0.admits { row.values[$0] } })
    }
    nearby = found
  }

  /// The rows that a run finds, with the alleles they are found for, counted from 1.
  private static func matched(
    _ query: borrowing QueryRecord, in source: AnnotationSource, contig: String
  ) throws(MappedIndexError) -> [RowReference: [Int]] {
    var lookup = SourceLookup(source)
    guard lookup.enter(contig: contig), !lookup.isEmpty else { return [:] }
    try lookup.find(query)
    var matched: [RowReference: [Int]] = [:]
    var first = 0
    for (allele, end) in lookup.rowEnds.enumerated() {
      for row in lookup.rows[first..<end] {
        matched[row, default: []] += source.match == .exact ? [allele + 1] : []
      }
      first = end
    }
    return matched
  }
}
