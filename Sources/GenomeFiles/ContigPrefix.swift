/// A short contig name and the tab behind it, as one number to compare lines with.
struct ContigPrefix {
  /// The length of the name in bytes.
  let length: Int
  private let bits: UInt64
  private let mask: UInt64

  /// Matches no line.
  static let none = ContigPrefix(name: [])

  /// The prefix of lines on a contig; names of more than 7 bytes match no line.
  init(name: [UInt8]) {
    let fits = (1...7).contains(name.count)
    length = name.count
    bits = fits ? (name + [9]).reversed().reduce(0) { $0 << 8 | UInt64($1) } : 1
    mask = fits ? UInt64.max >> UInt64(56 - 8 * name.count) : 0
  }

  /// Whether a line begins with the name and a tab.
  func begins(_ line: UnsafeRawBufferPointer) -> Bool {
    guard line.count >= 8 else { return false }
    // Safe: eight bytes are there.
    let start = unsafe UInt64(littleEndian: line.loadUnaligned(as: UInt64.self))
    return start & mask == bits
  }
}
