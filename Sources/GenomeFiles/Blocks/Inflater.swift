internal import CDeflate

/// Inflates BGZF blocks and verifies each; one per thread.
@safe package final class Inflater {
  private let decompressor: OpaquePointer

  /// Makes an inflater.
  package init() {
    // Safe: it fails only without memory.
    guard let decompressor = unsafe libdeflate_alloc_decompressor() else {
      fatalError("out of memory for inflating")
    }
    unsafe self.decompressor = decompressor
  }

  deinit {
    // Safe: allocated in init and reachable only through self.
    unsafe libdeflate_free_decompressor(decompressor)
  }

  /// Inflates all blocks of a piece; a piece of text is passed on as it is.
  ///
  /// - Throws: if a block's data, length or checksum is not sound.
  package func inflate(_ piece: RawPiece, path: String) throws(GenomeFileError) -> TextPiece {
    guard piece.isCompressed else { return TextPiece(text: piece.bytes, blocks: [], raw: piece) }
    guard let bounds = Self.bounds(of: piece) else { throw GenomeFileError(.damaged, path: path) }
    var isSound = true
    let size = bounds.last?.text.upperBound ?? 0
    let text = unsafe [UInt8](unsafeUninitializedCapacity: size) { output, count in
      // Safe: the spans live through the closure, and bounds(of:) keeps every range within them.
      unsafe piece.bytes.withUnsafeBytes { input in
        for block in bounds where isSound {
          isSound = unsafe inflate(
            UnsafeRawBufferPointer(rebasing: input[block.compressed]),
            into: UnsafeMutableRawBufferPointer(
              rebasing: UnsafeMutableRawBufferPointer(output)[block.text]))
        }
      }
      count = isSound ? size : 0
    }
    guard isSound else { throw GenomeFileError(.damaged, path: path) }
    return TextPiece(text: text, blocks: bounds, raw: piece)
  }

  /// Inflates one block into exactly the room its length asks for; false if it is not sound.
  private func inflate(
    _ block: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer
  ) -> Bool {
    // Safe: bounds(of:) has checked that the block holds header, extra field and footer.
    let extraLength = unsafe Int(
      UInt16(littleEndian: block.loadUnaligned(fromByteOffset: 10, as: UInt16.self)))
    let header = 12 + extraLength
    let footer = block.count - BlockHeader.footerLength
    guard header <= footer, let start = block.baseAddress else { return false }
    let checksum = unsafe UInt32(
      littleEndian: block.loadUnaligned(fromByteOffset: footer, as: UInt32.self))
    // An empty array has no address to write to, and libdeflate accepts any for no bytes.
    let target = unsafe room.baseAddress ?? UnsafeMutableRawPointer(mutating: start)
    // Safe: without a place for the actual length libdeflate demands exactly room.count bytes.
    let result = unsafe libdeflate_deflate_decompress(
      decompressor, start + header, footer - header, target, room.count, nil)
    guard result == LIBDEFLATE_SUCCESS else { return false }
    return unsafe libdeflate_crc32(0, target, room.count) == checksum
  }

  /// Where the blocks and their texts lie; nil if a block promises more text than one can hold.
  private static func bounds(of piece: RawPiece) -> [BlockBounds]? {
    var bounds: [BlockBounds] = []
    bounds.reserveCapacity(piece.blocks.count)
    var end = 0
    for block in piece.blocks {
      precondition(block.lowerBound >= 0 && block.count >= 12 + BlockHeader.footerLength)
      let length = Int(piece.bytes.word32(at: block.upperBound - 4))
      guard length <= 1 << 16 else { return nil }
      bounds.append(BlockBounds(compressed: block, text: end..<end + length))
      end += length
    }
    return bounds
  }
}
