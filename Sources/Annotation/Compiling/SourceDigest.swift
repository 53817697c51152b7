internal import Crypto
internal import GenomeFiles

/// The SHA-256 of a file as stored, and its size.
struct SourceDigest {
  /// In hexadecimal, lower case.
  let sha256: String
  /// In bytes.
  let size: Int

  /// Reads a file to its end.
  init(path: String) throws(GenomeFileError) {
    let file = try StoredBytes(path: path)
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var size = 0
    while true {
      let count = try file.read(into: &buffer)
      guard count > 0 else { break }
      size += count
      if count == buffer.count {
        hash.update(data: buffer)
      } else {
        hash.update(data: buffer[..<count])
      }
    }
    self.size = size
    let digits = Array("0123456789abcdef".utf8)
    let text = hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    sha256 = String(decoding: text, as: UTF8.self)
  }
}
