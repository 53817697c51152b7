internal import GenomeFiles

/// Takes inflated pieces in any order and gives out segments in the input's order.
struct PieceQueue {
  private var waiting: [Int: TextPiece] = [:]
  private var next = 0
  /// The piece whose neighbour behind is awaited, with what leads into it.
  private var held: (piece: TextPiece, lead: [UInt8], start: Int, header: [UInt8])?

  /// Starts with the piece that holds the end of the header.
  init(first piece: TextPiece, start: Int, header: [UInt8]) {
    held = (piece, [], start, header)
  }

  /// Adds the `number`-th piece after the first.
  mutating func add(_ piece: TextPiece, number: Int) { waiting[number] = piece }

  /// The next segment whose neighbour is known, if there is one.
  mutating func nextSegment() -> Segment? {
    while let piece = waiting.removeValue(forKey: next) {
      next += 1
      guard let held else {
        self.held = (piece, [], 0, [])
        continue
      }
      let lineEnd = piece.text.firstIndex(of: 10, from: 0, to: piece.text.count)
      guard let lineEnd, Self.hasLineEnd(held.piece, from: held.start) else {
        // A line longer than a piece: the two become one.
        self.held = (Self.join(held.piece, piece), held.lead, held.start, held.header)
        continue
      }
      let unfinished = Self.unfinished(held.piece, from: held.start)
      self.held = (piece, unfinished, 0, [])
      return Segment(
        piece: held.piece, lead: held.lead,
        tail: unfinished.isEmpty ? [] : Array(piece.text[...lineEnd]), start: held.start,
        header: held.header)
    }
    return nil
  }

  /// The last segment, once every piece has been added and given out.
  mutating func lastSegment() -> Segment? {
    guard let held else { return nil }
    self.held = nil
    return Segment(
      piece: held.piece, lead: held.lead, tail: [], start: held.start, header: held.header)
  }

  /// How many pieces are kept.
  var count: Int { waiting.count + (held == nil ? 0 : 1) }

  private static func hasLineEnd(_ piece: TextPiece, from start: Int) -> Bool {
    start == piece.text.count
      || piece.text.lastIndex(of: 10, from: start, to: piece.text.count) != nil
  }

  /// The text behind the last line end.
  private static func unfinished(_ piece: TextPiece, from start: Int) -> [UInt8] {
    let text = piece.text
    let end = text.lastIndex(of: 10, from: start, to: text.count).map { $0 + 1 } ?? start
    return Array(text[end...])
  }

  static func join(_ first: TextPiece, _ second: TextPiece) -> TextPiece {
    let rawShift = first.raw.bytes.count
    let textShift = first.text.count
    let blocks = second.blocks.map { block in
      BlockBounds(
        compressed: block.compressed.lowerBound + rawShift..<block.compressed.upperBound + rawShift,
        text: block.text.lowerBound + textShift..<block.text.upperBound + textShift)
    }
    return TextPiece(
      text: first.text + second.text, blocks: first.blocks + blocks,
      raw: RawPiece(joining: first.raw, second.raw))
  }
}
