/// Where the blocks of a BGZF file begin.
enum BlockPlaces {
  /// The offsets of all blocks, the end block among them.
  static func starts(of bytes: [UInt8]) -> [Int] {
    var starts: [Int] = []
    var at = 0
    while at + 18 <= bytes.count {
      starts.append(at)
      at += Int(bytes[at + 16]) + Int(bytes[at + 17]) << 8 + 1
    }
    return starts
  }
}
