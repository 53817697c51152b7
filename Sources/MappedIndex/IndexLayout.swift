/// The numbers that make up an index file, byte by byte.
///
///     0   8  magic "STARDOSE"
///     8   4  format version of this layout
///     12  4  byte-order mark 0x01020304
///     16  8  content length: the bytes after the header
///     24  8  checksum of the content, seeded with the three fields below and the length
///     32  8  content kind, ASCII padded with zeros
///     40  4  content version, owned by the kind
///     44  4  number of sections
///     48  8  offset of the directory if bulk bytes come before it, else zero
///     56  8  zero
///     64  .. bulk bytes, padded with zeros; their owner checks them piece by piece
///     ..  .. directory: 40 bytes a section (name 16, type 4, zero 4, offset 8, length 8)
///     ..  .. sections, each aligned to 64 bytes and padded with zeros
///
/// All numbers are little-endian. Content is what comes from the directory on.
enum IndexLayout {
  static let magic = Array("STARDOSE".utf8)
  static let formatVersion: UInt32 = 1
  static let byteOrderMark: UInt32 = 0x0102_0304
  static let headerSize = 64
  static let entrySize = 40
  static let nameSize = 16
  static let kindSize = 8
  static let alignment = 64

  /// A byte count rounded up to the alignment.
  static func aligned(_ count: Int) -> Int { (count + alignment - 1) / alignment * alignment }

  /// The words that the checksum covers besides the content.
  static func seed(
    kind: UInt64, contentVersion: UInt32, sections: UInt32, length: UInt64, directory: UInt64
  ) -> [UInt64] {
    let words = [kind, UInt64(contentVersion) << 32 | UInt64(sections), length]
    return directory == 0 ? words : words + [directory]
  }

  /// Text as zero-padded ASCII of a fixed size.
  static func padded(_ text: String, to size: Int) -> [UInt8] {
    let bytes = Array(text.utf8)
    precondition(!bytes.isEmpty && bytes.count <= size, "'\(text)' must have 1 to \(size) bytes")
    return bytes + [UInt8](repeating: 0, count: size - bytes.count)
  }
}
