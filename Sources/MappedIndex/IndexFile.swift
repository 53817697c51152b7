/// An index file opened for reading: named columns and pools in one memory-mapped file.
///
/// Opening checks the header, the directory and the checksum of the whole content, so that views
/// need no further trust; bulk bytes are checked by who reads them. A copy shares the mapping.
package struct IndexFile: Sendable {
  /// The path it was opened at.
  package let path: String
  private let region: MappedRegion
  private let sections: [String: SectionEntry]
  /// The bytes before the directory, which their owner checks; empty in most files.
  package let bulk: BulkBytes

  /// Opens a file that holds content of a kind and a version of it.
  ///
  /// - Complexity: O(file size), at several gigabytes a second.
  package init(path: String, kind: String, version: UInt32) throws(MappedIndexError) {
    try self.init(MappedRegion(path: path), path: path, kind: kind, version: version)
  }

  /// Opens what a file would hold, from memory; `name` stands for its path.
  package init(
    bytes: [UInt8], name: String, kind: String, version: UInt32
  ) throws(MappedIndexError) {
    try self.init(
      MappedRegion(copying: bytes, name: name), path: name, kind: kind, version: version)
  }

  private init(
    _ region: MappedRegion, path: String, kind: String, version: UInt32
  ) throws(MappedIndexError) {
    self.path = path
    let bytes = region.bytes
    let header = try IndexHeader(bytes, path: path)
    let expectedKind = IndexLayout.padded(kind, to: IndexLayout.kindSize)
    guard header.kind == expectedKind else {
      let found = String(decoding: header.kind.prefix { $0 != 0 }, as: UTF8.self)
      throw MappedIndexError(
        .otherContent(found: found.escapedForDisplay, expected: kind), place: path)
    }
    guard header.contentVersion == version else {
      throw MappedIndexError(
        .versionMismatch(found: header.contentVersion, expected: version), place: path)
    }
    try header.checkContent(bytes, path: path)
    sections = try header.directory(bytes, path: path)
    self.region = region
    bulk = BulkBytes(region: region, range: IndexLayout.headerSize..<header.contentStart)
  }

  /// Whether the file at a path begins as index files do.
  package static func recognises(path: String) -> Bool {
    guard let region = try? MappedRegion(path: path, minimumByteCount: IndexLayout.headerSize)
    else {
      return false
    }
    let bytes = region.bytes
    return IndexLayout.magic.indices.allSatisfy { bytes.byte(at: $0) == IndexLayout.magic[$0] }
  }

  /// A column of numbers; an error if there is none of that name and type.
  package func column<Element: ColumnElement>(_ name: String, of: Element.Type)
    throws(MappedIndexError) -> Column<Element>
  {
    let entry = try section(name, Element.sectionType)
    let count = entry.byteCount / MemoryLayout<Element>.stride
    return Column(region: region, offset: entry.offset, count: count)
  }

  /// A pool of byte strings; an error if there is none of that name.
  package func pool(_ name: String) throws(MappedIndexError) -> BytePool {
    let entry = try section(name, .pool)
    return try BytePool(region: region, section: entry, name: name, path: path)
  }

  private func section(_ name: String, _ type: SectionType)
    throws(MappedIndexError) -> SectionEntry
  {
    guard let entry = sections[name], entry.type == type else {
      throw MappedIndexError(.damaged("it has no section '\(name)' of type \(type)"), place: path)
    }
    return entry
  }
}
