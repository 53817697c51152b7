/// The fields of an `application/x-www-form-urlencoded` body, in order.
///
/// Bytes that are no UTF-8 become the replacement character; a `%` that begins no escape stays.
package struct FormFields: Sendable, Hashable {
  private let fields: [Field]

  private struct Field: Sendable, Hashable {
    var name: String
    var value: String
  }

  /// Reads a body.
  package init(body: String) {
    fields = body.split(separator: "&").map { part in
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return Field(
        name: Self.decoded(sides[0]), value: sides.count > 1 ? Self.decoded(sides[1]) : "")
    }
  }

  /// The first value of a field; nil if it was not sent.
  package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// Every value of a field.
  package func all(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }

  private static func decoded(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "+"): plain.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        if index + 2 < bytes.count, let high = digit(bytes[index + 1]),
          let low = digit(bytes[index + 2])
        {
          plain.append(high << 4 | low)
          index += 2
        } else {
          plain.append(UInt8(ascii: "%"))
        }
      case let byte: plain.append(byte)
      }
      index += 1
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
