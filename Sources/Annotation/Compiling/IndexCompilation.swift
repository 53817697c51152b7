internal import Genome
internal import GenomeFiles
internal import MappedIndex

/// Compiles a source of annotations into one index file, in bounded memory.
package struct IndexCompilation {
  private let options: CompilationOptions
  private let reference: ReferenceBases?
  private let digest: SourceDigest

  /// Compiles a source; on any error no file is left.
  package static func compile(
    _ options: CompilationOptions
  ) throws(CompilationError) -> CompilationSummary {
    try IndexCompilation(options).compile()
  }

  private init(_ options: CompilationOptions) throws(CompilationError) {
    guard options.source != "-" else {
      throw CompilationError(
        .request(
          "standard input can't be compiled, as a source that is not sorted is read twice; "
            + "give it as a file"))
    }
    guard options.source != options.output else {
      throw CompilationError(
        .request("\(options.output): this is the source itself; name another file with --output"))
    }
    self.options = options
    digest = try CompilationError.reading { () throws(GenomeFileError) in
      try SourceDigest(path: options.source)
    }
    reference = try options.fasta.map { (path) throws(CompilationError) in
      try ReferenceBases(fasta: path)
    }
  }

  private func compile() throws(CompilationError) -> CompilationSummary {
    let path = options.source
    let kind = try SourceKind(path: path, columns: options.columns)
    switch kind {
    case .text, .binary: return try compileVariants(isBinary: kind == .binary)
    case .bed, .table: return try compileTable(isBED: kind == .bed)
    }
  }

  private func compileVariants(isBinary: Bool) throws(CompilationError) -> CompilationSummary {
    let path = options.source
    if options.columns != nil {
      throw CompilationError(
        .request("\(path): a variant file says itself what its columns are; leave --columns out"))
    }
    let header = try CompilationError.reading { () throws(GenomeFileError) in
      try SourceHeader(path: path, isBinary: isBinary)
    }
    let declared = HeaderFields(header.text)
    let selection = try FieldSelection(
      declared: declared.fields, requested: options.fields, source: path)
    var (assembly, remarks) = try assembly(header.content)
    remarks += selection.remarks
    var description = describe(fields: selection.fields, content: .alleles)
    description.release = options.release ?? declared.release
    description.assembly = assembly
    let parser = VariantLineParser(
      path: path, selection: selection,
      columnCounts: isBinary ? 8...8 : header.content.columnCounts, reference: reference)
    let threads = options.threads
    if isBinary {
      return try write(description, remarks) { () throws(CompilationError) in
        let lines = try CompilationError.reading { () throws(GenomeFileError) in
          try BCFChunks(path: path, threads: threads)
        }
        return VariantRowReader(lines, parser: parser)
      }
    }
    return try write(description, remarks) { () throws(CompilationError) in
      let lines = try CompilationError.reading { () throws(GenomeFileError) in
        try TextChunks(path: path, threads: threads)
      }
      return VariantRowReader(lines, parser: parser)
    }
  }

  private func compileTable(isBED: Bool) throws(CompilationError) -> CompilationSummary {
    let path = options.source
    let layout = try TableFile.layout(of: path, columns: options.columns, isBED: isBED)
    let chosen = try FieldSelection.columns(
      layout.fields, requested: options.fields, source: path)
    var description = describe(
      fields: chosen.map { layout.fields[$0] }, content: layout.hasAlleles ? .alleles : .intervals)
    description.assembly = options.assembly
    description.isEncoded = false
    let remarks = options.assembly == nil ? [Self.noAssembly] : []
    let (reference, threads) = (reference, options.threads)
    return try write(description, remarks) { () throws(CompilationError) in
      let lines = try CompilationError.reading { () throws(GenomeFileError) in
        try TextChunks(path: path, threads: threads)
      }
      return TableRowReader(lines, layout: layout, chosen: chosen, reference: reference)
    }
  }

  /// What is known of the index before a row was read.
  private func describe(
    fields: [IndexField], content: IndexDescription.Content
  ) -> IndexDescription {
    let name = options.source.split(separator: "/").last.map(String.init) ?? options.source
    return IndexDescription(
      source: options.label ?? name, sha256: digest.sha256, sourceBytes: digest.size,
      built: options.built, release: options.release, licence: options.licence, content: content,
      reference: options.fasta.map { $0.split(separator: "/").last.map(String.init) ?? $0 },
      fields: fields)
  }

  private static let noAssembly =
    "nothing says which assembly the coordinates are of; say it with --assembly"

  /// The assembly that header and options agree on.
  private func assembly(
    _ header: VariantHeader
  ) throws(CompilationError) -> (Assembly?, remarks: [String]) {
    switch AssemblyRecognition(header) {
    case .recognised(let found, let because):
      guard options.assembly == nil || options.assembly == found else {
        throw CompilationError(
          .assembly(
            "\(options.source): \(because) (\(found)), but --assembly says "
              + "\(options.assembly?.description ?? ""); leave it out or give another source"))
      }
      return (found, [])
    case .conflicting(let sentence):
      guard let assembly = options.assembly else {
        throw CompilationError(
          .assembly("\(options.source): \(sentence), and say it with --assembly"))
      }
      return (assembly, [sentence])
    case .unknown:
      return (options.assembly, options.assembly == nil ? [Self.noAssembly] : [])
    }
  }

  /// Writes the rows of a source: in one pass if it is sorted, else through sorted runs.
  private func write<Reader: RowReader & ~Copyable>(
    _ description: IndexDescription, _ remarks: [String],
    _ open: () throws(CompilationError) -> Reader
  ) throws(CompilationError) -> CompilationSummary {
    do {
      var reader = try open()
      var rows = OrderedRows(try writer(description), rolls: reference != nil)
      var batch = RowBatch(capacity: min(options.memory, 4 << 20))
      while true {
        let hasMore = try reader.fill(&batch)
        options.progress?(reader.offset, digest.size)
        guard try rows.take(&batch, contigs: reader.contigs, isLast: !hasMore) else { break }
        if !hasMore {
          let (whole, summary) = try complete(
            description, remarks, reader.tally, rows: batch.total)
          try rows.finish(whole)
          return summary
        }
      }
    }
    var reader = try open()
    var contigs: [String] = []
    var summary: (IndexDescription, CompilationSummary)
    var runs = try CompilationError.writing { () throws(MappedIndexError) in
      try SortedRuns(beside: options.output, memory: options.memory)
    }
    do {
      var batch = RowBatch(capacity: options.memory)
      while true {
        let hasMore = try reader.fill(&batch)
        options.progress?(reader.offset, digest.size)
        try CompilationError.writing { () throws(MappedIndexError) in try runs.add(&batch) }
        if !hasMore { break }
      }
      contigs = reader.contigs
      summary = try complete(description, remarks, reader.tally, rows: batch.total)
    }
    var writer = try writer(description)
    do throws(MappedIndexError) {
      try runs.merge(into: &writer, contigs: contigs)
      try writer.finish(description: summary.0)
    } catch {
      throw CompilationError(.output(error))
    }
    return summary.1
  }

  private func writer(
    _ description: IndexDescription
  ) throws(CompilationError) -> AnnotationIndexWriter {
    do throws(MappedIndexError) {
      return try AnnotationIndexWriter(path: options.output, fields: description.fields)
    } catch {
      throw CompilationError(.output(error))
    }
  }

  /// The description and summary of a source read to its end; refuses one of another genome.
  private func complete(
    _ description: IndexDescription, _ remarks: [String], _ tally: CompilationTally, rows: Int
  ) throws(CompilationError) -> (IndexDescription, CompilationSummary) {
    if let failure = reference?.failure() { throw CompilationError(.source(failure)) }
    if tally.referencesCompared >= 100, tally.referencesOther * 10 > tally.referencesCompared {
      throw CompilationError(
        .assembly(
          "\(options.source): REF is not the FASTA's base in \(tally.referencesOther) of "
            + "\(tally.referencesCompared) records, so one of them is of another assembly; "
            + "give the FASTA that the variants were called on"))
    }
    var description = description
    description.records = tally.records
    description.rows = rows
    description.leftOut = tally.leftOut
    var remarks = remarks
    if let name = tally.contigsWithoutReference.first {
      let more = tally.contigsWithoutReference.count - 1
      remarks.append(
        "the FASTA has no contig '\(name)'\(more > 0 ? " and \(more) more" : ""), so alleles there "
          + "are trimmed but neither rolled nor checked")
    }
    if description.licence == nil {
      remarks.append("no licence stated; state it with --licence")
    }
    if rows == 0 { remarks.append("the index has no row") }
    return (
      description,
      CompilationSummary(description: description, output: options.output, remarks: remarks)
    )
  }
}
