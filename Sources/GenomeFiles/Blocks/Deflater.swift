internal import CDeflate
internal import Glibc

/// Deflates text into BGZF blocks, byte for byte as bgzip does; one per thread.
@safe package final class Deflater {
  /// The empty block that marks the end of a BGZF file.
  package static let endBlock: [UInt8] = [
    0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 0xFF, 6, 0, 0x42, 0x43, 2, 0, 0x1B, 0, 3, 0, 0, 0, 0, 0, 0, 0,
    0, 0,
  ]
  /// The most text a block is given, as in bgzip.
  package static let blockTextSize = 0xFF00

  /// Nil at level 0, where text is stored.
  private let compressor: OpaquePointer?
  /// One whole block, at most 64 kB.
  private let block: UnsafeMutableRawBufferPointer

  /// Makes a deflater.
  ///
  /// - Parameter level: from 0 (stored) to 9 (smallest), as bgzip means it; 6 is its default.
  package init(level: Int = 6) {
    unsafe block = .allocate(byteCount: 1 << 16, alignment: 16)
    // htslib's own table: libdeflate has 12 levels where zlib has 9.
    let levels: [Int32] = [0, 1, 2, 3, 5, 6, 7, 8, 10, 12]
    let chosen = levels[min(max(level, 0), 9)]
    unsafe compressor = chosen == 0 ? nil : libdeflate_alloc_compressor(chosen)
    // Safe: it fails only without memory, and with memory every level above has a compressor.
    guard unsafe chosen == 0 || compressor != nil else { fatalError("out of memory for deflating") }
  }

  deinit {
    // Safe: both allocated in init and reachable only through self.
    if let compressor = unsafe compressor { unsafe libdeflate_free_compressor(compressor) }
    unsafe block.deallocate()
  }

  /// Cuts a range of text into blocks and appends them deflated.
  package func append(
    blocksOf text: [UInt8], _ range: Range<Int>, to output: inout [UInt8]
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    unsafe text.withUnsafeBytes { bytes in
      var start = range.lowerBound
      while start < range.upperBound {
        let end = min(start + Self.blockTextSize, range.upperBound)
        // Safe: start..<end is within the text, and the block's first `length` bytes are written.
        let length = unsafe fill(with: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        unsafe output.append(contentsOf: UnsafeRawBufferPointer(block)[..<length])
        start = end
      }
    }
  }

  /// Makes one block and gives its length.
  private func fill(with text: UnsafeRawBufferPointer) -> Int {
    let header = 18
    guard let base = unsafe block.baseAddress, let source = text.baseAddress else { return 0 }
    var deflated = 0
    if let compressor = unsafe compressor {
      // Safe: libdeflate writes at most as many bytes as it is told, and 0 says it had no room.
      deflated = unsafe libdeflate_deflate_compress(
        compressor, source, text.count, base + header,
        block.count - header - BlockHeader.footerLength)
    }
    if deflated == 0 {
      // One stored deflate block; the text is short enough to fit with its five bytes more.
      store(UInt8(1), at: header)
      store(UInt16(text.count), at: header + 1)
      store(~UInt16(text.count), at: header + 3)
      unsafe memcpy(base + header + 5, source, text.count)
      deflated = text.count + 5
    }
    let length = header + deflated + BlockHeader.footerLength
    // Safe: the end block is longer than a header, and the footer ends at `length`.
    unsafe block.copyBytes(from: Self.endBlock[..<header])
    store(UInt16(length - 1), at: 16)
    store(unsafe libdeflate_crc32(0, source, text.count), at: length - 8)
    store(UInt32(text.count), at: length - 4)
    return length
  }

  private func store<Number: FixedWidthInteger & BitwiseCopyable>(
    _ number: Number, at offset: Int
  ) {
    // Safe: callers stay within the block, and a checked buffer traps in debug builds.
    unsafe block.storeBytes(of: number.littleEndian, toByteOffset: offset, as: Number.self)
  }
}
