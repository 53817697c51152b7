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
  /// Whether an index is made beside the output, which must be a file of blocks.
  package var writesIndex = false
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
  struct Beginning {
    let header: HeaderBytes
    let piece: TextPiece
  }

  /// Annotates.
  ///
  /// - Throws: `GenomeFileError`, `MappedIndexError`, `HeaderError`, `AnnotationError`; the output
  ///   is then not there.
  package func run() async throws -> Outcome {
    let file = try BlockInput(path: input)
    guard file.isBCF else { return try await runText(PieceInput(file)) }
    let reader = try BCFReader(file)
    reader.decompress(withThreads: threads - 1)
    if format.isBinary { return try await runBinary(reader) }
    return try await runText(PieceInput(reader))
  }

  /// Annotates records that are, or have become, text.
  private func runText(_ file: consuming PieceInput) async throws -> Outcome {
    var file = file
    let beginning = try read(&file)
    let prepared = try plan(for: beginning, surveys: file.size != nil && format.isBinary)
    let workers = try (0..<max(threads, 1)).map { _ in
      try AnnotationWorker(
        prepared.plan, format: format, header: prepared.header, tables: prepared.tables,
        keepsUntouched: digestsUntouched)
    }
    var header = prepared.header
    if format.isBinary {
      var encoder = try BCFEncoder(
        headerText: HeaderText.withPlainLineEnds(header), path: input)
      header = try encoder.takeHeader()
    }
    var collector = try AnnotationCollector(self, prepared.plan)
    try collector.begin(prepared.tables)
    var work = TextAnnotation(
      input: file, beginning: beginning.piece, start: beginning.header.bytes.count,
      header: header, workers: workers)
    try await work.run(progress: progress) { try collector.add($0) }
    return try collector.finish(prepared)
  }

  /// Annotates BCF into BCF, which never becomes text but for what is looked at.
  private func runBinary(_ reader: consuming BCFReader) async throws -> Outcome {
    let text = Array(reader.headerText.utf8)
    guard let header = try HeaderBytes(in: text, isComplete: true, path: input) else {
      throw GenomeFileError(.headerMissing, path: input)
    }
    let piece = TextPiece(text: text, blocks: [], raw: RawPiece(text: text))
    let prepared = try plan(
      for: Beginning(header: header, piece: piece), surveys: false,
      columnCount: digestsUntouched ? nil : 8)
    var work = try BinaryAnnotation(
      reader, prepared.plan, header: prepared.header, level: format.level, threads: threads,
      tables: prepared.tables, keepsUntouched: digestsUntouched)
    var collector = try AnnotationCollector(self, prepared.plan)
    try collector.begin(prepared.tables)
    try await work.run(progress: progress) { try collector.add($0) }
    return try collector.finish(prepared)
  }

  /// The assembly of a file's variants, from its header or as stated; nil if neither tells.
  package static func assembly(of input: String, stated: Assembly?) throws -> Assembly? {
    try AssemblyCheck.assembly(of: VariantFile(path: input).header, stated: stated, path: input)
  }

  /// Reads as many pieces as the header needs.
  private func read(_ file: inout PieceInput) throws -> Beginning {
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
}
