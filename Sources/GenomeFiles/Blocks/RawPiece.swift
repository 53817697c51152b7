/// A run of a file as it is stored: whole BGZF blocks, or text.
package struct RawPiece: Sendable {
  /// The bytes.
  package let bytes: [UInt8]
  /// Where each whole block lies in `bytes`; none for text.
  package let blocks: [Range<Int>]
  /// Whether the bytes are BGZF blocks and not text.
  package let isCompressed: Bool

  /// Whole BGZF blocks, each of at least a header and a footer.
  package init(bytes: [UInt8], blocks: [Range<Int>]) {
    self.bytes = bytes
    self.blocks = blocks
    isCompressed = true
  }

  /// Text, which may begin and end anywhere in a line.
  package init(text: [UInt8]) {
    bytes = text
    blocks = []
    isCompressed = false
  }
}
