/// A run of text and the stored bytes it came from.
package struct TextPiece: Sendable {
  /// The text, which may begin and end anywhere in a line.
  package let text: [UInt8]
  /// Where each block's bytes and text lie; none for a piece that was not compressed.
  package let blocks: [BlockBounds]
  /// The bytes as they were stored.
  package let raw: RawPiece

  /// A run of its parts.
  package init(text: [UInt8], blocks: [BlockBounds], raw: RawPiece) {
    self.text = text
    self.blocks = blocks
    self.raw = raw
  }
}
