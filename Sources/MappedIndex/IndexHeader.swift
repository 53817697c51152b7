/// The first 64 bytes of an index file, checked.
struct IndexHeader {
  let kind: [UInt8]
  let contentVersion: UInt32
  /// Where the directory begins; bulk bytes lie between the header and it.
  let contentStart: Int
  private let contentLength: Int
  private let checksum: UInt64
  private let sectionCount: Int

  /// Reads the header and checks magic, format version, byte order and length.
  init(_ bytes: RawSpan, path: String) throws(MappedIndexError) {
    func error(_ kind: MappedIndexError.Kind) -> MappedIndexError {
      MappedIndexError(kind, place: path)
    }
    for index in 0..<min(8, bytes.byteCount)
    where bytes.byte(at: index) != IndexLayout.magic[index] {
      throw error(.notAnIndex)
    }
    guard bytes.byteCount >= IndexLayout.headerSize else {
      throw error(.truncated(found: bytes.byteCount, expected: IndexLayout.headerSize))
    }
    guard bytes.word32(at: 12) == IndexLayout.byteOrderMark, 1.littleEndian == 1 else {
      throw error(.otherByteOrder)
    }
    let version = bytes.word32(at: 8)
    guard version == IndexLayout.formatVersion else {
      throw error(.versionMismatch(found: version, expected: IndexLayout.formatVersion))
    }
    let length = bytes.word64(at: 16)
    let directory = bytes.word64(at: 48)
    let start = directory == 0 ? UInt64(IndexLayout.headerSize) : directory
    guard length <= UInt64(Int.max) / 2, start <= UInt64(Int.max) / 2 else {
      throw error(.damaged("its length is not a file size"))
    }
    guard start % UInt64(IndexLayout.alignment) == 0, start >= UInt64(IndexLayout.headerSize),
      directory != UInt64(IndexLayout.headerSize), bytes.word64(at: 56) == 0
    else {
      throw error(.damaged("its header has bytes that should be zero"))
    }
    let expected = Int(start) + Int(length)
    guard bytes.byteCount >= expected else {
      throw error(.truncated(found: bytes.byteCount, expected: expected))
    }
    guard bytes.byteCount == expected, expected % IndexLayout.alignment == 0 else {
      throw error(.damaged("it is longer than its header says"))
    }
    let held = Int(length)
    contentStart = Int(start)
    contentLength = held
    checksum = bytes.word64(at: 24)
    kind = (32..<40).map { bytes.byte(at: $0) }
    contentVersion = bytes.word32(at: 40)
    sectionCount = Int(bytes.word32(at: 44))
  }

  /// Compares the checksum with the content.
  func checkContent(_ bytes: RawSpan, path: String) throws(MappedIndexError) {
    guard Self.checksum(of: bytes) == checksum else {
      throw MappedIndexError(.damaged("its content does not match its checksum"), place: path)
    }
  }

  /// The checksum that a whole file should have in its header.
  static func checksum(of bytes: RawSpan) -> UInt64 {
    let seed = IndexLayout.seed(
      kind: bytes.word64(at: 32), contentVersion: bytes.word32(at: 40),
      sections: bytes.word32(at: 44), length: bytes.word64(at: 16), directory: bytes.word64(at: 48))
    var sum = ContentChecksum(seed: seed)
    sum.add(bytes.extracting(contentStart(of: bytes)..<bytes.byteCount))
    return sum.value
  }

  private static func contentStart(of bytes: RawSpan) -> Int {
    let directory = Int(bytes.word64(at: 48))
    return directory == 0 ? IndexLayout.headerSize : directory
  }

  /// Reads the directory and checks that each section lies inside the file.
  func directory(_ bytes: RawSpan, path: String) throws(MappedIndexError)
    -> [String: SectionEntry]
  {
    func damaged(_ how: String) -> MappedIndexError { MappedIndexError(.damaged(how), place: path) }
    guard sectionCount <= contentLength / IndexLayout.entrySize else {
      throw damaged("its section directory leaves the file")
    }
    var found: [String: SectionEntry] = [:]
    for index in 0..<sectionCount {
      let start = contentStart + index * IndexLayout.entrySize
      let name = (start..<start + IndexLayout.nameSize).map { bytes.byte(at: $0) }
      let text = String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
      let offset = bytes.word64(at: start + 24)
      let count = bytes.word64(at: start + 32)
      guard let type = SectionType(rawValue: bytes.word32(at: start + 16)),
        offset % UInt64(IndexLayout.alignment) == 0, offset <= UInt64(bytes.byteCount),
        count <= UInt64(bytes.byteCount) - offset, count % UInt64(type.stride) == 0,
        found[text] == nil
      else { throw damaged("section '\(text.escapedForDisplay)' is not laid out as it should be") }
      found[text] = SectionEntry(type: type, offset: Int(offset), byteCount: Int(count))
    }
    return found
  }
}

extension String {
  /// The text with control characters spelled out, for printing what a file holds.
  var escapedForDisplay: String {
    unicodeScalars.map { $0.value < 32 || $0.value == 127 ? $0.escaped(asASCII: true) : "\($0)" }
      .joined()
  }
}
