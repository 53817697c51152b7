internal import CDeflate

/// A small ZIP archive in memory, such as the tables that some callers of star alleles write.
///
/// Reads stored and deflated members (APPNOTE.TXT of PKWARE, 4.3 and 4.4.5), each verified by its
/// checksum; neither encryption nor the 64-bit form.
package struct ZipArchive {
  /// The most bytes a member may unpack to: a table of results is far smaller.
  package static let largest = 64 << 20

  private struct Entry {
    var name: String
    var method: Int
    var checksum: UInt32
    var packed: Int
    var size: Int
    var header: Int
  }

  private let bytes: [UInt8]
  private let path: String
  private let entries: [Entry]

  /// Whether bytes begin as an archive does.
  package static func begins(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  /// The names of its members, in the order of its directory.
  package var names: [String] { entries.map(\.name) }

  /// Reads the directory of an archive.
  ///
  /// - Throws: if the archive is damaged or cut off.
  package init(_ bytes: [UInt8], path: String) throws(GenomeFileError) {
    self.bytes = bytes
    self.path = path
    guard let entries = Self.directory(of: bytes) else { throw Self.damaged(path) }
    self.entries = entries
  }

  /// The bytes of a member; nil if there is none of this name.
  ///
  /// - Throws: if the member is damaged, encrypted, too large, or packed in another way.
  package func member(_ name: String) throws(GenomeFileError) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.name == name }) else { return nil }
    guard entry.size <= Self.largest, entry.header + 30 <= bytes.count,
      bytes.word32(at: entry.header) == 0x0403_4B50
    else { throw Self.damaged(path) }
    let start =
      entry.header + 30 + Int(bytes.word16(at: entry.header + 26))
      + Int(bytes.word16(at: entry.header + 28))
    guard start + entry.packed <= bytes.count else { throw Self.damaged(path) }
    let packed = Array(bytes[start..<start + entry.packed])
    guard let content = entry.method == 0 ? packed : Self.inflated(packed, to: entry.size),
      content.count == entry.size, Self.checksum(of: content) == entry.checksum
    else { throw Self.damaged(path) }
    return content
  }

  private static func damaged(_ path: String) -> GenomeFileError {
    GenomeFileError(
      .unreadable("the ZIP archive is damaged or of an unusual kind; make it again"), path: path)
  }

  /// The entries of the central directory; nil if it is not sound.
  private static func directory(of bytes: [UInt8]) -> [Entry]? {
    // The end record is 22 bytes and a comment of at most 65,535.
    guard bytes.count >= 22 else { return nil }
    let earliest = max(0, bytes.count - 22 - 65_535)
    guard
      let end = stride(from: bytes.count - 22, through: earliest, by: -1)
        .first(where: { bytes.word32(at: $0) == 0x0605_4B50 })
    else { return nil }
    let count = Int(bytes.word16(at: end + 10))
    var place = Int(bytes.word32(at: end + 16))
    var entries: [Entry] = []
    for _ in 0..<count {
      guard place + 46 <= end, bytes.word32(at: place) == 0x0201_4B50 else { return nil }
      let nameLength = Int(bytes.word16(at: place + 28))
      let next =
        place + 46 + nameLength + Int(bytes.word16(at: place + 30))
        + Int(bytes.word16(at: place + 32))
      let isEncrypted = bytes.word16(at: place + 8) & 1 != 0
      let method = Int(bytes.word16(at: place + 10))
      guard next <= end, !isEncrypted, method == 0 || method == 8 else { return nil }
      entries.append(
        Entry(
          name: String(decoding: bytes[place + 46..<place + 46 + nameLength], as: UTF8.self),
          method: method, checksum: bytes.word32(at: place + 16),
          packed: Int(bytes.word32(at: place + 20)), size: Int(bytes.word32(at: place + 24)),
          header: Int(bytes.word32(at: place + 42))))
      place = next
    }
    return entries
  }

  /// A deflated member; nil if it does not unpack to exactly this size.
  private static func inflated(_ packed: [UInt8], to size: Int) -> [UInt8]? {
    guard size > 0, let decompressor = unsafe libdeflate_alloc_decompressor() else {
      return size == 0 ? [] : nil
    }
    defer { unsafe libdeflate_free_decompressor(decompressor) }
    var isSound = false
    let content = unsafe [UInt8](unsafeUninitializedCapacity: size) { room, count in
      // Safe: without a place for the actual length libdeflate demands exactly `size` bytes, which
      // is what the room holds, and reads no more than it is told.
      isSound = unsafe packed.withUnsafeBytes { input in
        unsafe libdeflate_deflate_decompress(
          decompressor, input.baseAddress, input.count, room.baseAddress, size, nil)
          == LIBDEFLATE_SUCCESS
      }
      count = isSound ? size : 0
    }
    return isSound ? content : nil
  }

  private static func checksum(of content: [UInt8]) -> UInt32 {
    // Safe: it reads as many bytes as it is told.
    unsafe content.withUnsafeBytes { unsafe libdeflate_crc32(0, $0.baseAddress, $0.count) }
  }
}
