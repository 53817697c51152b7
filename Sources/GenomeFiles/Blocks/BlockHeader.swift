/// What the first bytes of a BGZF block say of it.
struct BlockHeader {
  /// The number of bytes before the deflated data.
  let length: Int
  /// The number of bytes of the whole block.
  let blockLength: Int

  /// The bytes of the checksum and the text's length behind the deflated data.
  static let footerLength = 8

  /// What stands at a place where a block may begin.
  enum Found {
    case block(BlockHeader)
    /// The bytes end within the header.
    case incomplete
    /// A gzip member of another kind, or no gzip at all.
    case otherwise
  }

  /// Reads the header at an offset; the block's length may be any of the extra subfields.
  static func read(_ bytes: [UInt8], at start: Int) -> Found {
    let magic: [UInt8] = [0x1F, 0x8B, 8, 4]
    let present = min(bytes.count - start, magic.count)
    guard bytes[start..<start + present].elementsEqual(magic[..<present]) else { return .otherwise }
    guard bytes.count - start >= 12 else { return .incomplete }
    let extra = start + 12
    let extraEnd = extra + bytes.word16(at: start + 10)
    guard extraEnd <= bytes.count else { return .incomplete }
    var field = extra
    while field + 4 <= extraEnd {
      let length = bytes.word16(at: field + 2)
      let isBlockSize = bytes[field] == UInt8(ascii: "B") && bytes[field + 1] == UInt8(ascii: "C")
      if isBlockSize, length == 2, field + 6 <= extraEnd {
        let header = BlockHeader(
          length: extraEnd - start, blockLength: bytes.word16(at: field + 4) + 1)
        guard header.blockLength >= header.length + footerLength else { return .otherwise }
        return .block(header)
      }
      field += 4 + length
    }
    return .otherwise
  }
}

extension [UInt8] {
  /// The little-endian 16-bit number at an offset.
  func word16(at offset: Int) -> Int { Int(self[offset]) | Int(self[offset + 1]) << 8 }

  /// The little-endian 32-bit number at an offset.
  func word32(at offset: Int) -> UInt32 {
    UInt32(word16(at: offset)) | UInt32(word16(at: offset + 2)) << 16
  }
}
