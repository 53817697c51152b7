/// Byte strings of any length in an index file, each found by its number.
package struct BytePool: Sendable {
  private let offsets: Column<UInt64>
  private let bytes: Column<UInt8>

  /// A view of a pool section; refuses offsets that leave it or run backwards.
  init(region: MappedRegion, section: SectionEntry, name: String, path: String)
    throws(MappedIndexError)
  {
    func damaged() -> MappedIndexError {
      MappedIndexError(
        .damaged("the strings of section '\(name)' overlap or leave it"), place: path)
    }
    guard section.byteCount >= 16 else { throw damaged() }
    let size = UInt64(section.byteCount)
    let count = region.bytes.word64(at: section.offset)
    guard count <= (size - 16) / 8 else { throw damaged() }
    let start = section.offset + 16 + Int(count) * 8
    offsets = Column(region: region, offset: section.offset + 8, count: Int(count) + 1)
    bytes = Column(region: region, offset: start, count: section.offset + section.byteCount - start)
    guard Self.areValid(offsets.span, end: UInt64(bytes.count)) else { throw damaged() }
  }

  private static func areValid(_ offsets: Span<UInt64>, end: UInt64) -> Bool {
    guard offsets[0] == 0, offsets[offsets.count - 1] == end else { return false }
    var index = 1
    while index < offsets.count {
      guard offsets[index - 1] <= offsets[index] else { return false }
      index += 1
    }
    return true
  }

  /// The number of strings.
  package var count: Int { offsets.count - 1 }

  /// The bytes of one string, valid while the pool is borrowed; traps outside the pool.
  @_lifetime(borrow self)
  package borrowing func span(at index: Int) -> Span<UInt8> {
    let range = Int(offsets[index])..<Int(offsets[index + 1])
    return bind(bytes.span.extracting(range), to: self)
  }

  /// A copy of the bytes of one string; traps outside the pool.
  package func copied(at index: Int) -> [UInt8] {
    let view = span(at: index)
    return view.indices.map { view[$0] }
  }

  /// One string read as UTF-8, or nil if it is not; traps outside the pool.
  package func text(at index: Int) -> String? {
    String(validating: copied(at: index), as: UTF8.self)
  }
}
