/// A QR code (ISO/IEC 18004, model 2) of a text in byte mode at error-correction level M.
///
/// Written here since no Swift package at hand draws one; any reader decodes it.
struct QRCode: Hashable {
  /// The modules by row, true where dark; no quiet zone.
  let modules: [[Bool]]

  /// Draws a code with the mask of the lowest penalty.
  ///
  /// - Returns: nil if the text is longer than the largest code holds, 2,331 bytes.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let version = QRVersion(holding: bytes.count) else { return nil }
    let codewords = Self.interleaved(Self.data(bytes, version), version)
    var drawing = QRDrawing(version)
    drawing.place(codewords)
    let candidates = (0..<8).map { drawing.masked(by: $0) }
    let penalties = candidates.map(QRPenalty.of)
    let best = penalties.indices.min { penalties[$0] < penalties[$1] } ?? 0
    modules = candidates[best]
  }

  /// Mode, length, text and padding.
  private static func data(_ bytes: [UInt8], _ version: QRVersion) -> [UInt8] {
    var bits: [Bool] = []
    func append(_ value: Int, _ count: Int) {
      for bit in stride(from: count - 1, through: 0, by: -1) { bits.append(value >> bit & 1 == 1) }
    }
    append(0b0100, 4)
    append(bytes.count, version.lengthBits)
    for byte in bytes { append(Int(byte), 8) }
    append(0, min(4, version.dataBytes * 8 - bits.count))
    while !bits.count.isMultiple(of: 8) { bits.append(false) }
    var data = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
    }
    var pad: UInt8 = 0xEC
    while data.count < version.dataBytes {
      data.append(pad)
      pad ^= 0xEC ^ 0x11
    }
    return data
  }

  /// The blocks with their check bytes, a byte of each in turn.
  private static func interleaved(_ data: [UInt8], _ version: QRVersion) -> [UInt8] {
    let short = data.count / version.blocks
    let long = data.count % version.blocks
    let generator = GaloisField.generator(degree: version.checkBytesPerBlock)
    var blocks: [ArraySlice<UInt8>] = []
    var start = 0
    for block in 0..<version.blocks {
      let end = start + short + (block < version.blocks - long ? 0 : 1)
      blocks.append(data[start..<end])
      start = end
    }
    let checks = blocks.map { GaloisField.remainder(of: $0, by: generator) }
    var result: [UInt8] = []
    for offset in 0...short {
      for block in blocks where offset < block.count {
        result.append(block[block.startIndex + offset])
      }
    }
    for offset in 0..<version.checkBytesPerBlock {
      for check in checks { result.append(check[offset]) }
    }
    return result
  }
}
