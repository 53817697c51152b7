extension FieldRequest {
  /// The target that stands for the ID column.
  package static let identifierColumn = "ID"

  /// The columns of a VCF source that are no INFO fields and need another name to become one.
  private static let columns: Set<String> = ["QUAL", "FILTER"]

  /// The columns of a record that are not written, and whose names would mislead as INFO keys.
  private static let reserved: Set<String> = [
    "CHROM", "POS", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT",
  ]

  /// Whether a source's field is a column that its VCF has for every record.
  static func isColumn(_ name: String) -> Bool {
    name == identifierColumn || columns.contains(name)
  }

  /// Reads `AF,gn_AC=AC,top=max(POPMAX),+ID`; `prefix` goes before each name that is not given.
  package static func list(
    parsing text: String, prefix: String
  ) throws(SpecificationError) -> [FieldRequest] {
    var list: [FieldRequest] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      do throws(SpecificationError) {
        let request = try FieldRequest(parsing: part.trimmed, prefix: prefix)
        guard !list.contains(where: { $0.target == request.target }) else {
          throw SpecificationError(
            place: "",
            reason: "\(SpecificationError.quoted(request.target)) would be written twice; "
              + "rename one with NEW=NAME")
        }
        list.append(request)
      } catch {
        throw error.within("fields")
      }
    }
    return list
  }

  /// Reads `[+][NEW=]NAME` or `[+][NEW=]reducer(NAME)`.
  package init(parsing text: String, prefix: String) throws(SpecificationError) {
    func error(_ reason: String) -> SpecificationError {
      SpecificationError(place: SpecificationError.quoted(text), reason: reason)
    }
    let keepsExisting = text.hasPrefix("+")
    let sides = text.dropFirst(keepsExisting ? 1 : 0)
      .split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(\.trimmed)
    let (reducer, source) = try Self.reducerAndName(sides[sides.count - 1], error)
    guard !source.isEmpty else {
      throw error("a field's name is missing; write NAME, NEW=NAME or NEW=reducer(NAME)")
    }
    let target: String
    if sides.count == 2 {
      target = sides[0]
    } else if source == Self.identifierColumn {
      target = source
    } else if Self.columns.contains(source), prefix.isEmpty {
      throw error("\(source) is a column, not an INFO key; give it one with NEW=\(source)")
    } else {
      target = prefix + source
    }
    guard OutputField.isKey(target) else {
      throw error(
        "\(SpecificationError.quoted(target)) can't be an INFO key, which is a letter or '_' "
          + "before letters, digits, '_' and '.'; rename it with NEW=\(source)")
    }
    guard !Self.reserved.contains(target) else {
      throw error(
        "\(target) is a column, and of the columns only ID is written; "
          + "name an INFO key with NEW=\(source)")
    }
    self.init(source: source, target: target, reducer: reducer, keepsExisting: keepsExisting)
  }

  private static func reducerAndName(
    _ text: String, _ error: (String) -> SpecificationError
  ) throws(SpecificationError) -> (Reducer?, String) {
    guard let open = text.firstIndex(of: "(") else { return (nil, text) }
    let name = text[..<open].trimmed
    guard let reducer = Reducer(rawValue: name) else {
      let all = Reducer.allCases.map(\.rawValue).joined(separator: ", ")
      throw error("there is no reducer \(SpecificationError.quoted(name)); use one of \(all)")
    }
    guard text.last == ")" else { throw error("')' is missing at the end; add it") }
    return (reducer, text[text.index(after: open)...].dropLast().trimmed)
  }
}
