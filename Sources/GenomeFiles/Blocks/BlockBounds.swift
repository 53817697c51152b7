/// Where one BGZF block lies among the stored bytes and where its text lies in the text.
package struct BlockBounds: Sendable, Hashable {
  /// The whole block, header and footer with it, in the stored bytes.
  package let compressed: Range<Int>
  /// What it inflates to, in the text; empty for an empty block.
  package let text: Range<Int>

  /// Bounds of their parts.
  package init(compressed: Range<Int>, text: Range<Int>) {
    self.compressed = compressed
    self.text = text
  }
}
