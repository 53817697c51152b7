/// Strings as JSON writes them.
enum JSONText {
  /// Adds a string in quotes: control characters escaped, bytes that are not UTF-8 replaced.
  static func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    if text.allSatisfy({ 32..<127 ~= $0 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      output += text
    } else {
      for byte in String(decoding: text, as: UTF8.self).utf8 { append(byte, to: &output) }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func append(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): output += Array("\\\"".utf8)
    case UInt8(ascii: "\\"): output += Array("\\\\".utf8)
    case 9: output += Array("\\t".utf8)
    case 10: output += Array("\\n".utf8)
    case 13: output += Array("\\r".utf8)
    case 0..<32, 127:
      let hex = String(byte, radix: 16)
      output += Array(("\\u00" + (byte < 16 ? "0" : "") + hex).utf8)
    default: output.append(byte)
    }
  }
}
