internal import GenomeFiles

/// Reads a source from its beginning to its end as rows, in the order they have there.
protocol RowReader: ~Copyable {
  /// The contigs met so far, as the source spells them; a row names one by its index.
  var contigs: [String] { get }
  /// What was met so far.
  var tally: CompilationTally { get }
  /// How far the file has been read, in stored bytes.
  var offset: Int { get }

  /// Adds the rows of whole records until the batch is full; false at the end of the source.
  mutating func fill(_ batch: inout RowBatch) throws(CompilationError) -> Bool
}
