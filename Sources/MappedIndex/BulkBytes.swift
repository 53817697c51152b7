internal import Glibc

/// The part of an index file that is too large to be checked whole at opening: read piece by piece.
///
/// Offsets count from the first bulk byte. Reading outside traps.
package struct BulkBytes: Sendable {
  private let region: MappedRegion
  private let range: Range<Int>

  /// A view of a stretch of the file.
  init(region: MappedRegion, range: Range<Int>) {
    self.region = region
    self.range = range
  }

  /// The number of bytes, padding included.
  package var count: Int { range.count }

  /// The checksum of a stretch, as `BulkIndexWriter` returned it when it was written.
  package func checksum(_ piece: Range<Int>) -> UInt64 {
    var sum = ContentChecksum(seed: [])
    sum.add(view(piece))
    return sum.value
  }

  /// The byte at an offset.
  package func byte(at offset: Int) -> UInt8 { region.bytes.byte(at: range.lowerBound + offset) }

  /// The 32-bit word at an offset, which need not be aligned.
  package func word32(at offset: Int) -> UInt32 {
    region.bytes.word32(at: range.lowerBound + offset)
  }

  /// The 64-bit word at an offset, which need not be aligned.
  package func word64(at offset: Int) -> UInt64 {
    region.bytes.word64(at: range.lowerBound + offset)
  }

  /// Reads `count` numbers of `width` bits, adds `base` to each and puts them into `numbers`.
  ///
  /// What `BitPacking.append` wrote; eight more bytes must follow the last number.
  package func unpack(
    at offset: Int, width: Int, base: Int64, count: Int, into numbers: inout [Int64]
  ) {
    if numbers.count != count { numbers = [Int64](repeating: 0, count: count) }
    let words = view(offset..<offset + (count * width + 7) / 8 + 8)
    let mask = width == 64 ? UInt64.max : 1 << UInt64(width) - 1
    var output = numbers.mutableSpan
    var bit = 0
    for index in output.indices {
      let word = words.word64(at: bit >> 3) >> UInt64(bit & 7)
      output[index] = base &+ Int64(bitPattern: word & mask)
      bit &+= width
    }
  }

  /// Adds a stretch of bytes to `output`.
  package func append(_ piece: Range<Int>, to output: inout [UInt8]) {
    let bytes = view(piece)
    // Safe: the span is valid for the closure, and the array copies from it.
    unsafe bytes.withUnsafeBytes { unsafe output.append(contentsOf: $0) }
  }

  /// The bytes of a stretch, valid while this is borrowed.
  @_lifetime(borrow self)
  package borrowing func span(_ piece: Range<Int>) -> Span<UInt8> {
    bind(view(piece).column(of: UInt8.self), to: self)
  }

  /// Whether a stretch holds exactly some bytes.
  package func isEqual(_ piece: Range<Int>, to other: [UInt8]) -> Bool {
    guard piece.count == other.count else { return false }
    let bytes = view(piece)
    return other.indices.allSatisfy { bytes.byte(at: $0) == other[$0] }
  }

  /// Lets the system take back the memory of a stretch that is not needed for now.
  package func release(_ piece: Range<Int>) {
    region.release(range.lowerBound + piece.lowerBound..<range.lowerBound + piece.upperBound)
  }

  @_lifetime(borrow self)
  private borrowing func view(_ piece: Range<Int>) -> RawSpan {
    precondition(piece.lowerBound >= 0 && piece.upperBound <= range.count, "outside the bulk bytes")
    let start = range.lowerBound + piece.lowerBound
    return bind(region.bytes.extracting(start..<start + piece.count), to: self)
  }
}
