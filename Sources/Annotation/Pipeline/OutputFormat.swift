/// How the annotated records are written.
package enum OutputFormat: Sendable, Hashable {
  /// VCF text.
  case text
  /// VCF in BGZF blocks deflated at a level from 0 to 9.
  case blocks(level: Int)
  /// BCF in BGZF blocks deflated at a level from 0 to 9; without a level as it is, not in blocks.
  case binary(level: Int?)

  /// The level of the blocks; nil without blocks.
  var level: Int? {
    switch self {
    case .text: nil
    case .blocks(let level): level
    case .binary(let level): level
    }
  }

  /// Whether an index can be made of such a file.
  package var isIndexable: Bool { level != nil }

  /// Whether the records are BCF.
  var isBinary: Bool {
    if case .binary = self { true } else { false }
  }
}
