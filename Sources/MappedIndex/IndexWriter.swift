/// Builds an index file from named columns and pools.
///
/// The bytes depend on the content alone: sections lie in the order of their names, and nothing of
/// the time or the machine is written.
package struct IndexWriter: Sendable {
  private let kind: String
  private let version: UInt32
  private var sections: [String: (type: SectionType, bytes: [UInt8])] = [:]

  /// Starts a file of a kind (at most 8 ASCII characters) and a version of that kind.
  package init(kind: String, version: UInt32) {
    self.kind = kind
    self.version = version
  }

  /// Adds a column; the name has at most 16 ASCII characters and is not used yet.
  package mutating func addColumn<Element: ColumnElement>(_ name: String, _ values: [Element]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count * MemoryLayout<Element>.stride)
    for value in values { value.append(to: &bytes) }
    add(name, Element.sectionType, bytes)
  }

  /// Adds a pool of byte strings; the name has at most 16 ASCII characters and is not used yet.
  package mutating func addPool(_ name: String, _ strings: [[UInt8]]) {
    var bytes: [UInt8] = []
    UInt64(strings.count).append(to: &bytes)
    var offset: UInt64 = 0
    offset.append(to: &bytes)
    for string in strings {
      offset += UInt64(string.count)
      offset.append(to: &bytes)
    }
    for string in strings { bytes.append(contentsOf: string) }
    add(name, .pool, bytes)
  }

  /// Adds a section as raw bytes.
  mutating func add(_ name: String, _ type: SectionType, _ bytes: [UInt8]) {
    precondition(sections[name] == nil, "section '\(name)' is added twice")
    sections[name] = (type, bytes)
  }

  /// Shows each section's name and bytes in the order they are written, for hashing.
  package func forEachSection(_ body: (_ name: String, _ bytes: [UInt8]) -> Void) {
    for (name, section) in ordered { body(name, section.bytes) }
  }

  /// The whole file.
  package func fileBytes() -> [UInt8] {
    let content = content(at: IndexLayout.headerSize)
    return header(of: content, directory: 0) + content
  }

  /// The directory and the sections, as they lie from an offset of the file on.
  func content(at start: Int) -> [UInt8] {
    let ordered = ordered
    var content: [UInt8] = []
    var offset = start + IndexLayout.aligned(ordered.count * IndexLayout.entrySize)
    for (name, section) in ordered {
      content += IndexLayout.padded(name, to: IndexLayout.nameSize)
      section.type.rawValue.append(to: &content)
      UInt32(0).append(to: &content)
      UInt64(offset).append(to: &content)
      UInt64(section.bytes.count).append(to: &content)
      offset += IndexLayout.aligned(section.bytes.count)
    }
    Self.pad(&content)
    for (_, section) in ordered {
      content += section.bytes
      Self.pad(&content)
    }
    return content
  }

  /// Writes the file beside its final name, waits for the disk, then renames it into place.
  package func write(to path: String) throws(MappedIndexError) {
    try AtomicFile.write(fileBytes(), to: path)
  }

  private var ordered: [(String, (type: SectionType, bytes: [UInt8]))] {
    sections.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The header of a file with this content; `directory` is where it begins if bulk bytes come first.
  func header(of content: [UInt8], directory: Int) -> [UInt8] {
    let kindBytes = IndexLayout.padded(kind, to: IndexLayout.kindSize)
    let seed = IndexLayout.seed(
      kind: kindBytes.rawBytes.word64(at: 0), contentVersion: version,
      sections: UInt32(sections.count), length: UInt64(content.count),
      directory: UInt64(directory))
    var sum = ContentChecksum(seed: seed)
    sum.add(content.rawBytes)
    var header = IndexLayout.magic
    IndexLayout.formatVersion.append(to: &header)
    IndexLayout.byteOrderMark.append(to: &header)
    UInt64(content.count).append(to: &header)
    sum.value.append(to: &header)
    header += kindBytes
    version.append(to: &header)
    UInt32(sections.count).append(to: &header)
    UInt64(directory).append(to: &header)
    return header + [UInt8](repeating: 0, count: IndexLayout.headerSize - header.count)
  }

  private static func pad(_ bytes: inout [UInt8]) {
    let missing = IndexLayout.aligned(bytes.count) - bytes.count
    bytes.append(contentsOf: repeatElement(0, count: missing))
  }
}
