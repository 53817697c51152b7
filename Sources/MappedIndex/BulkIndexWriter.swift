/// Writes an index file whose bulk bytes come first, piece by piece, so that they need not be held.
package struct BulkIndexWriter: ~Copyable {
  /// Nil where the bytes stay in `pending`.
  private var file: AtomicFileWriter?
  private var pending: [UInt8]
  private var written = 0

  /// Opens the file, which appears under its name with `finish`.
  package init(path: String) throws(MappedIndexError) {
    file = try AtomicFileWriter(path: path)
    pending = [UInt8](repeating: 0, count: IndexLayout.headerSize)
  }

  /// Starts a file that stays in memory, see `finishInMemory`.
  package init() {
    file = nil
    pending = [UInt8](repeating: 0, count: IndexLayout.headerSize)
  }

  /// The offset of the next bulk byte.
  package var bulkCount: Int { written + pending.count - IndexLayout.headerSize }

  /// Adds a piece, padded to a multiple of 32 bytes and at least eight bytes beyond its end.
  ///
  /// - Returns: the piece's checksum, over the padding as well, and where it lies.
  package mutating func append(
    _ piece: [UInt8]
  ) throws(MappedIndexError) -> (checksum: UInt64, range: Range<Int>) {
    let size = (piece.count + 8 + ContentChecksum.blockSize - 1) / ContentChecksum.blockSize
    let padding = size * ContentChecksum.blockSize - piece.count
    let padded = piece + [UInt8](repeating: 0, count: padding)
    var sum = ContentChecksum(seed: [])
    sum.add(padded.rawBytes)
    let start = bulkCount
    pending += padded
    if pending.count >= 1 << 20 { try flush() }
    return (sum.value, start..<start + padded.count)
  }

  /// Adds the sections and completes the file.
  package consuming func finish(sections: IndexWriter) throws(MappedIndexError) {
    pad()
    try flush()
    let (header, content) = Self.ends(sections, at: written)
    try file?.write(content)
    try file?.overwrite(header, at: 0)
    try file?.finish()
  }

  /// Adds the sections and gives the bytes of the whole file, which was begun without a path.
  package consuming func finishInMemory(sections: IndexWriter) -> [UInt8] {
    pad()
    let (header, content) = Self.ends(sections, at: pending.count)
    return header + pending[IndexLayout.headerSize...] + content
  }

  /// The header, and what follows the bulk bytes.
  private static func ends(
    _ sections: IndexWriter, at directory: Int
  ) -> (header: [UInt8], content: [UInt8]) {
    let content = sections.content(at: directory)
    let header = sections.header(
      of: content, directory: directory == IndexLayout.headerSize ? 0 : directory)
    return (header, content)
  }

  private mutating func pad() {
    let missing = IndexLayout.aligned(pending.count + written) - pending.count - written
    pending += [UInt8](repeating: 0, count: missing)
  }

  private mutating func flush() throws(MappedIndexError) {
    guard file != nil else { return }
    try file?.write(pending)
    written += pending.count
    pending.removeAll(keepingCapacity: true)
  }
}
