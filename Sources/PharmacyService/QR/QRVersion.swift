/// The measures of one size of QR code at error-correction level M (about 15 % can be lost).
struct QRVersion {
  /// The version, 1 to 40.
  let number: Int

  /// Check bytes in each block, by version (ISO/IEC 18004, table 9, level M).
  private static let checkBytes = [
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28,
    28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  ]
  /// Blocks, by version (the same table).
  private static let blockCounts = [
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25,
    26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
  ]

  /// The smallest version that holds this many bytes; nil if none does.
  init?(holding bytes: Int) {
    guard let number = (1...40).first(where: { QRVersion(number: $0).capacity >= bytes }) else {
      return nil
    }
    self.number = number
  }

  init(number: Int) { self.number = number }

  /// Modules on a side.
  var side: Int { 17 + 4 * number }
  /// Check bytes in each block.
  var checkBytesPerBlock: Int { Self.checkBytes[number - 1] }
  /// Blocks of data.
  var blocks: Int { Self.blockCounts[number - 1] }
  /// Bits of the field that says how many bytes follow.
  var lengthBits: Int { number < 10 ? 8 : 16 }
  /// Bytes of data and checks together.
  var totalBytes: Int { rawModules / 8 }
  /// Bytes of data, with mode and length.
  var dataBytes: Int { totalBytes - blocks * checkBytesPerBlock }
  /// The longest text in bytes.
  var capacity: Int { (dataBytes * 8 - 4 - lengthBits) / 8 }

  /// Modules left for data and checks once every pattern is drawn.
  private var rawModules: Int {
    var modules = (16 * number + 128) * number + 64
    if number >= 2 {
      let rows = number / 7 + 2
      modules -= (25 * rows - 10) * rows - 55
      if number >= 7 { modules -= 36 }
    }
    return modules
  }

  /// Where the centres of the alignment patterns lie, on both axes.
  var alignmentCentres: [Int] {
    guard number > 1 else { return [] }
    let count = number / 7 + 2
    let step = number == 32 ? 26 : (number * 4 + count * 2 + 1) / (count * 2 - 2) * 2
    return [6] + (0..<count - 1).map { side - 7 - $0 * step }.reversed()
  }
}
