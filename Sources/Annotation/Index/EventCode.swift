/// The 32 bits that tell what happens at a start.
///
///     00 dddd iiii b{22}   d bases go and i come, up to 11 in all, each of ACGT in two bits
///     01 h{30}             longer or of other letters: a hash of "DEL>INS"
///     10 h{30}             symbolic alleles and breakends: a hash of the spelling
///     11 0{30}             a site: no allele is named
package enum EventCode {
  /// A place without an allele: ALT `.` or an interval.
  package static let site: UInt32 = 3 << 30

  /// The most bases that a code holds by itself.
  package static let capacity = 11

  /// The code of a substitution of one base for another, given as two-bit bases.
  @inlinable package static func substitution(_ reference: UInt32, _ alternate: UInt32) -> UInt32 {
    1 << 26 | 1 << 22 | reference << 2 | alternate
  }

  /// Whether a spelling has to be compared as well, because the code is only its hash.
  @inlinable package static func needsSpelling(_ code: UInt32) -> Bool {
    let kind = code >> 30
    return kind == 1 || kind == 2
  }

  /// The code for a hashed spelling.
  package static func hashed(_ spelling: [UInt8], isSymbolic: Bool) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in spelling { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 32
    return (isSymbolic ? 2 : 1) << 30 | UInt32(truncatingIfNeeded: hash) & 0x3FFF_FFFF
  }

  /// How many bases go, for a code that tells; nil for hashes and sites.
  package static func deletedCount(_ code: UInt32) -> Int? {
    code >> 30 == 0 ? Int(code >> 26 & 15) : nil
  }

  /// How many bases come, for a code that tells; nil for hashes and sites.
  package static func insertedCount(_ code: UInt32) -> Int? {
    code >> 30 == 0 ? Int(code >> 22 & 15) : nil
  }

  /// A base in two bits, either case; nil for anything but ACGT.
  @inline(__always) package static func bits(of base: UInt8) -> UInt32? {
    // Bits 1 and 2 of the ASCII letters tell A, C, T, G apart, in this order.
    let code = UInt32(base >> 1 & 3)
    let bits = code ^ code >> 1
    return base & 0xDF == letters[Int(bits)] ? bits : nil
  }

  private static var letters: InlineArray<4, UInt8> {
    @inline(__always) get { [65, 67, 71, 84] }
  }

  /// The bases a code holds: those that go and those that come; nil for hashes and sites.
  package static func bases(_ code: UInt32) -> (deleted: [UInt8], inserted: [UInt8])? {
    guard let gone = deletedCount(code), let come = insertedCount(code) else { return nil }
    let letters = (0..<gone + come).map { index -> UInt8 in
      let shift = UInt32(2 * (gone + come - 1 - index))
      return [65, 67, 71, 84][Int(code >> shift & 3)]
    }
    return (Array(letters[..<gone]), Array(letters[gone...]))
  }

  /// The first base that goes, in two bits; nil where none goes or the code does not tell.
  static func firstDeleted(_ code: UInt32) -> UInt32? {
    guard let gone = deletedCount(code), gone > 0, let come = insertedCount(code) else {
      return nil
    }
    return code >> UInt32(2 * (gone + come - 1)) & 3
  }

  /// Whether two events that begin at one base were seen on different references.
  static func disagreeInReference(_ left: UInt32, _ right: UInt32) -> Bool {
    guard let one = firstDeleted(left), let other = firstDeleted(right) else { return false }
    return one != other
  }
}
