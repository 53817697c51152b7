/// A run of text and the stored bytes it came from.
package struct TextPiece: Sendable {
  /// The text, which may begin and end anywhere in a line.
  package let text: [UInt8]
  /// Where each block's bytes and text lie; none for a piece that was not compressed.
  package let blocks: [BlockBounds]
  /// The bytes as they were stored.
  package let raw: RawPiece
}

/// Where one BGZF block lies among the stored bytes and where its text lies in the text.
package struct BlockBounds: Sendable, Hashable {
  /// The whole block, header and footer with it, in the stored bytes.
  package let compressed: Range<Int>
  /// What it inflates to, in the text; empty for an empty block.
  package let text: Range<Int>
}
