package import Genome

/// What to compile, and how.
package struct CompilationOptions: Sendable {
  /// The file to be compiled.
  package var source: String
  /// Where the index will appear.
  package var output: String
  /// The fields to carry, in order; nil for all INFO fields or columns.
  package var fields: [String]?
  /// The columns of a table, such as `CHROM,POS,REF,ALT,SCORE:Float`.
  package var columns: String?
  /// A FASTA to roll indels over and check REF against.
  package var fasta: String?
  /// The assembly, where the source does not say.
  package var assembly: Assembly?
  /// What the source's licence says.
  package var licence: String?
  /// The source's release, if not as its header says.
  package var release: String?
  /// What to call the source, if not by its file name.
  package var label: String?
  /// The day of building, as `2026-11-23`.
  package var built: String
  /// How many bytes of rows to hold in memory.
  package var memory = 64 << 20
  /// How many threads decompress ahead.
  package var threads = 1
  /// Told now and then how far the source has been read, in stored bytes, and its size.
  package var progress: (@Sendable (Int, Int?) -> Void)?

  /// Options with defaults for all but what there is no default for.
  package init(source: String, output: String, built: String) {
    self.source = source
    self.output = output
    self.built = built
  }
}
