/// Quotes text from a file for an error sentence: control characters escaped, long text cut.
package func quoted(_ text: String, limit: Int = 60) -> String {
  var result = "'"
  for scalar in text.unicodeScalars.prefix(limit) {
    switch scalar {
    case "\t": result += "\\t"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "'": result += "\\'"
    case "\\": result += "\\\\"
    default:
      if scalar.properties.generalCategory == .control
        || scalar.properties.generalCategory == .format
      {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
  if text.unicodeScalars.count > limit { result += "..." }
  return result + "'"
}
