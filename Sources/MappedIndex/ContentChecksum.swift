/// A 64-bit checksum that is fast enough to run over the whole file at each opening.
///
/// Four lanes take one 8-byte word each from every 32 bytes and mix it in by exclusive-or, an odd
/// multiplication and a rotation. Each step is a bijection of the lane and so is the way the lanes
/// are joined at the end: a change confined to one word always changes the result, and any other
/// accident escapes with a probability near 2⁻⁶⁴. It is no defence against a forger.
struct ContentChecksum {
  /// Content is mixed in pieces whose length is a multiple of this.
  static let blockSize = 32

  private var a: UInt64
  private var b: UInt64
  private var c: UInt64
  private var d: UInt64

  /// Starts from words that the checksum should cover besides the content.
  init(seed: [UInt64]) {
    a = 0x9E37_79B9_7F4A_7C15
    b = 0xC2B2_AE3D_27D4_EB4F
    c = 0x1656_67B1_9E37_79F9
    d = 0x27D4_EB2F_1656_67C5
    for word in seed { a = Self.mix(a, word) }
  }

  /// Mixes in bytes; their number must be a multiple of `blockSize`.
  mutating func add(_ bytes: RawSpan) {
    precondition(bytes.byteCount % Self.blockSize == 0, "checksum blocks must be whole")
    var (a, b, c, d) = (self.a, self.b, self.c, self.d)
    var offset = 0
    while offset < bytes.byteCount {
      a = Self.mix(a, bytes.word64(at: offset))
      b = Self.mix(b, bytes.word64(at: offset &+ 8))
      c = Self.mix(c, bytes.word64(at: offset &+ 16))
      d = Self.mix(d, bytes.word64(at: offset &+ 24))
      offset &+= Self.blockSize
    }
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
  }

  /// The checksum of all that was added.
  var value: UInt64 {
    var joined = Self.mix(a, 0)
    for lane in [b, c, d] { joined = Self.mix(joined, lane) }
    return joined ^ (joined >> 29)
  }

  @inline(__always)
  private static func mix(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let product = (lane ^ word) &* 0x9FB2_1C65_1E98_DF25
    return (product << 31) | (product >> 33)
  }
}
