internal import GenomeFiles
internal import MappedIndex

/// Reads the records of a variant file as rows.
struct VariantRowReader<Lines: LineChunks & ~Copyable>: ~Copyable, RowReader {
  private var source: Lines
  private var parser: VariantLineParser
  private var next = 0

  init(_ source: consuming Lines, parser: VariantLineParser) {
    self.source = source
    self.parser = parser
  }

  var contigs: [String] { parser.contigs.names }
  var tally: CompilationTally { parser.tally }
  var offset: Int { source.offset }

  mutating func fill(_ batch: inout RowBatch) throws(CompilationError) -> Bool {
    while !batch.isFull {
      if next >= source.lines.upperBound {
        guard try CompilationError.reading({ () throws(GenomeFileError) in try source.advance() })
        else { return false }
        next = source.lines.lowerBound
      }
      let bytes = source.bytes
      next = try parser.read(bytes.span, next..<source.lines.upperBound, into: &batch)
    }
    return true
  }
}

extension CompilationError {
  /// Passes an error of the source on as one of the compilation.
  static func reading<Result: ~Copyable>(
    _ body: () throws(GenomeFileError) -> Result
  ) throws(CompilationError) -> Result {
    do throws(GenomeFileError) { return try body() } catch {
      throw CompilationError(.source(error))
    }
  }

  /// Passes an error of the output on as one of the compilation.
  static func writing<Result: ~Copyable>(
    _ body: () throws(MappedIndexError) -> Result
  ) throws(CompilationError) -> Result {
    do throws(MappedIndexError) { return try body() } catch {
      throw CompilationError(.output(error))
    }
  }
}
