internal import GenomeFiles

/// What the header of a variant file says about its INFO fields and its release.
struct HeaderFields {
  /// The INFO fields in the order of the header, each once.
  private(set) var fields: [IndexField] = []
  /// The text of `##fileDate`, else of `##source`.
  private(set) var release: String?

  /// Reads the text of a header.
  init(_ text: String) {
    var seen: Set<String> = []
    var source: String?
    for line in text.split(separator: "\n") {
      if line.hasPrefix("##INFO=") {
        guard let field = Self.field(VariantHeader.fields(of: line.dropFirst(7))),
          seen.insert(field.name).inserted
        else { continue }
        fields.append(field)
      } else if release == nil, line.lowercased().hasPrefix("##filedate=") {
        release = String(line.dropFirst(11))
      } else if source == nil, line.hasPrefix("##source=") {
        source = String(line.dropFirst(9))
      }
    }
    release = release ?? source
  }

  /// A number or type that says nothing known leaves the value as any text.
  private static func field(_ parts: [String: String]) -> IndexField? {
    guard let name = parts["ID"], !name.isEmpty else { return nil }
    return IndexField(
      name: name, type: parts["Type"].flatMap(IndexField.ValueType.init(rawValue:)) ?? .string,
      number: parts["Number"].flatMap { IndexField.Number($0) } ?? .unbounded,
      summary: parts["Description"] ?? "")
  }
}
