internal import Crypto
internal import Foundation
package import Genome
internal import GenomeFiles
internal import MappedIndex

/// A whole annotation: from an input and sources to an output that is complete or not there.
package struct AnnotationJob: Sendable {
  /// The input's path; `-` is standard input.
  package var input: String
  /// The output's path; nil is standard output.
  package var output: String?
  package var format = OutputFormat.text
  /// The sources with what is asked of them.
  package var sources: [RequestedSource]
  /// Tasks at a time.
  package var threads = 1
  package var regions: RegionSet?
  /// The samples kept, as `A,B` or `^A,B`; nil for all.
  package var samples: String?
  /// A FASTA that indels are rolled to the left over.
  package var reference: String?
  /// The assembly, where the header does not say.
  package var assembly: Assembly?
  /// Whether sources whose REF differ from the input's too often are used all the same.
  package var toleratesReferenceMismatch = false
  /// Where JSON Lines and a table are written, if anywhere.
  package var jsonLines: String?
  package var tabular: String?
  /// Header lines about the run; none are written without a version.
  package var provenance: [String] = []
  package var writesProvenance = true
  /// Whether the digest of what is not touched is taken.
  package var digestsUntouched = false
  package var progress: (@Sendable (Int, Int?) -> Void)?

  /// A job with the usual options.
  package init(input: String, sources: [RequestedSource]) {
    self.input = input
    self.sources = sources
  }

  /// A job with sources that are open already.
  package init(input: String, sources: [AnnotationSource]) {
    self.init(input: input, sources: sources.map(RequestedSource.opened))
  }

  /// What came of a job.
  package struct Outcome: Sendable {
    package var statistics: AnnotationStatistics
    /// The SHA-256 of all text of records that was not replaced, in hexadecimal, if asked for.
    package var untouchedSHA256: String?
    /// Things the user should know, one sentence each.
    package var remarks: [String] = []
  }

  /// The text before the first record and the piece it is in.
  private struct Beginning {
    let header: HeaderBytes
    let piece: TextPiece
  }

  /// Annotates.
  ///
  /// - Throws: `VariantFileError`, `MappedIndexError`, `HeaderError`, `AnnotationError`; the output
  ///   is then not there.
  package func run() async throws -> Outcome {
    var file = try BlockInput(path: input)
    let beginning = try read(&file)
    let plan = try plan(for: beginning)
    let tables = TableFormats(
      jsonLines: jsonLines.map { _ in JSONLines(fields: plan.fields) },
      tabular: tabular.map { _ in TabularRows(fields: plan.fields) })
    let workers = try (0..<max(threads, 1)).map { _ in
      try AnnotationWorker(
        plan.plan, format: format, tables: tables, keepsUntouched: digestsUntouched)
    }
    var collector = try AnnotationCollector(self, plan.plan)
    try collector.begin(tables)
    var work = TextAnnotation(
      input: file, beginning: beginning.piece, start: beginning.header.bytes.count,
      header: plan.header, workers: workers)
    try await work.run(progress: progress) { try collector.add($0) }
    return try collector.finish(remarks: plan.remarks)
  }

  /// The assembly of a file's variants, from its header or as stated; nil if neither tells.
  package static func assembly(of input: String, stated: Assembly?) throws -> Assembly? {
    try AssemblyCheck.assembly(of: VariantFile(path: input).header, stated: stated, path: input)
  }

  /// Reads as many pieces as the header needs.
  private func read(_ file: inout BlockInput) throws -> Beginning {
    let inflater = Inflater()
    var piece = TextPiece(text: [], blocks: [], raw: RawPiece(text: []))
    while true {
      let raw = try file.next(atLeast: TextAnnotation.pieceSize)
      if let raw {
        let next = try inflater.inflate(raw, path: input)
        piece = piece.text.isEmpty && piece.blocks.isEmpty ? next : PieceQueue.join(piece, next)
      }
      if let header = try HeaderBytes(in: piece.text, isComplete: raw == nil, path: input) {
        return Beginning(header: header, piece: piece)
      }
    }
  }

  private struct Prepared {
    let plan: AnnotationPlan
    let header: [UInt8]
    let fields: [OutputField]
    let remarks: [String]
  }

  private func plan(for beginning: Beginning) throws -> Prepared {
    let header = beginning.header
    let assembly = try AssemblyCheck.assembly(of: header.header, stated: assembly, path: input)
    let sources = try sources.map { try $0.resolved(on: assembly, place: input) }
    for source in sources { try AssemblyCheck.compare(assembly, with: source, path: input) }
    let fields = sources.flatMap { $0.fields.map(\.output) }
    let subset = try samples.map {
      try SampleSubset(header: header.bytes, names: $0, path: input)
    }
    let sourceLines = sources.map { source in
      ProvenanceLine.source(
        source.specification, source.index.description, fields: source.fields.map(\.request),
        match: source.match)
    }
    let headerPlan = try HeaderPlan(
      inputHeader: header.bytes, fields: fields,
      provenance: writesProvenance ? sourceLines + provenance : [], samples: subset)
    let undeclared = Set(headerPlan.added)
    let targets = fields.map(\.target)
    let plan = AnnotationPlan(
      path: input, sources: sources, columnCount: header.columnCount,
      mayExist: Set(targets.filter { !undeclared.contains($0) }).union(
        Self.keysInUse(of: undeclared, in: beginning.piece.text, from: header.bytes.count)),
      regions: regions, samples: subset?.columns, reference: reference,
      wantsTables: jsonLines != nil || tabular != nil)
    return Prepared(
      plan: plan, header: headerPlan.outputHeader, fields: fields,
      remarks: remarks(on: sources, assembly))
  }

  /// Which keys the first records have though the header does not declare them.
  private static func keysInUse(
    of keys: Set<String>, in text: [UInt8], from start: Int
  ) -> Set<String> {
    var found: Set<String> = []
    var start = start
    for _ in 0..<1000 {
      guard start < text.count, let line = LineColumns(in: text, from: start, to: text.count) else {
        break
      }
      for key in keys
      where InfoKey.find(Array(key.utf8), in: text, line.infoStart..<line.infoEnd) != nil {
        found.insert(key)
      }
      start = line.next
    }
    return found
  }

  private func remarks(on sources: [AnnotationSource], _ assembly: Assembly?) -> [String] {
    var remarks: [String] = []
    if assembly == nil {
      remarks.append(
        "\(input): the header does not say which assembly the variants are on; "
          + "state it with --assembly, so that sources of another one are refused")
    }
    // The knowledge base has its indels wherever they may be spelled.
    for source in sources where !source.specification.isKnowledge {
      let name = source.specification.name
      switch (source.index.description.reference, reference) {
      case (let fasta?, nil):
        remarks.append(
          "source '\(name)' has its indels rolled to the left over \(fasta); "
            + "give --fasta too, or indels spelled further right are not found")
      case (nil, _?) where source.match == .exact && source.index.description.content == .alleles:
        remarks.append(
          "source '\(name)' was indexed without a FASTA; index it with --fasta, "
            + "or indels it spells further right are not found")
      default: break
      }
    }
    return remarks
  }
}
