extension VariantHeader {
  /// The fields of a structured header value such as `<ID=chr1,length=248956422>`.
  ///
  /// Commas within double quotes belong to the value; quotes are taken off.
  package static func fields(of value: Substring) -> [String: String] {
    var fields: [String: String] = [:]
    var key = ""
    var text = ""
    var readsKey = true
    var isQuoted = false
    func keep() {
      if !key.isEmpty, fields[key] == nil { fields[key] = text }
    }
    for character in value.drop(while: { $0 == "<" }) {
      switch character {
      case "\"": isQuoted.toggle()
      case "=" where readsKey: readsKey = false
      case "," where !isQuoted, ">" where !isQuoted:
        keep()
        key = ""
        text = ""
        readsKey = true
      default:
        if readsKey { key.append(character) } else { text.append(character) }
      }
    }
    keep()
    return fields
  }
}

extension GenomeFileError {
  /// A fault found by code that does not know the file it reads.
  struct Rejection: Error {
    let kind: Kind
    var locus: String?

    init(_ kind: Kind, locus: String? = nil) {
      self.kind = kind
      self.locus = locus
    }
  }
}
