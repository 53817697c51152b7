/// A column of numbers in an index file, read in place.
package struct Column<Element: ColumnElement>: Sendable {
  private let region: MappedRegion
  private let offset: Int
  /// The number of elements.
  package let count: Int

  /// A view of `count` elements at a byte offset, which `IndexFile` has checked.
  init(region: MappedRegion, offset: Int, count: Int) {
    self.region = region
    self.offset = offset
    self.count = count
  }

  /// All elements, valid while the column is borrowed.
  ///
  /// Take it once, outside a loop: hot loops belong in small functions with a span parameter.
  package var span: Span<Element> {
    @_lifetime(borrow self)
    borrowing get {
      let end = offset + count * MemoryLayout<Element>.stride
      let view = region.bytes.extracting(offset..<end).column(of: Element.self)
      return bind(view, to: self)
    }
  }

  /// One element; traps outside the column.
  package subscript(index: Int) -> Element { span[index] }

  /// A copy of all elements.
  package func copied() -> [Element] {
    let view = span
    return view.indices.map { view[$0] }
  }
}
