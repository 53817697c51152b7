/// How the annotated records are written.
package enum OutputFormat: Sendable, Hashable {
  /// VCF text.
  case text
  /// VCF in BGZF blocks deflated at a level from 0 to 9.
  case blocks(level: Int)
  /// BCF in BGZF blocks deflated at a level from 0 (stored) to 9.
  case binary(level: Int)
}
