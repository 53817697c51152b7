import Crypto

/// Names resources so that the same sample and knowledge give the same name at every run.
///
/// A name is a UUID of version 5 (RFC 9562, SHA-1 of a namespace and a text), so a receiver that is
/// sent a report again updates what it has.
struct ResourceNames: Sendable {
  /// RFC 9562's namespace for URLs.
  private static let urlSpace: [UInt8] = [
    0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
  ]

  private let space: [UInt8]

  /// The names within one sample's report.
  init(sample: String, input: String, knowledge: String) {
    space = Self.digest(
      Self.urlSpace, "https://stardose/report/\(input)/\(sample)/\(knowledge)")
  }

  /// The id of a resource of a kind, such as `genotype`, for a key, such as a gene.
  func id(_ kind: String, _ key: String = "") -> String {
    Self.spelled(Self.digest(space, "\(kind)/\(key)"))
  }

  /// The UUID of version 5 of a text within the namespace of URLs.
  static func uuid(url text: String) -> String { spelled(digest(urlSpace, text)) }

  private static func digest(_ space: [UInt8], _ text: String) -> [UInt8] {
    var bytes = Array(Insecure.SHA1.hash(data: space + Array(text.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    return bytes
  }

  private static func spelled(_ bytes: [UInt8]) -> String {
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return text
  }
}
