/// What the columns of a table are: places, alleles, fields, or nothing of interest.
struct TableLayout {
  /// What one column is.
  enum Role: Hashable {
    case contig
    case start
    case end
    case reference
    case alternate
    case skipped
    /// The field with this index.
    case field(Int)
  }

  /// The roles by column.
  private(set) var roles: [Role] = []
  /// The fields by index.
  private(set) var fields: [IndexField] = []
  /// Whether starts count from 0 and ends are not part of the interval, as in BED.
  let isZeroBased: Bool

  /// Reads a list such as `CHROM,POS,REF,ALT,SCORE:Float,-,CLASS:String`.
  ///
  /// - Parameters:
  ///   - names: the columns in order.
  ///   - origin: where the list was found, for errors.
  init(names: [String], isZeroBased: Bool, origin: String) throws(CompilationError) {
    self.isZeroBased = isZeroBased
    for (index, name) in names.enumerated() {
      let role = try role(of: name, column: index + 1, origin: origin)
      if case .skipped = role {
      } else if roles.contains(role) {
        throw CompilationError(
          .request("\(origin): two columns are '\(name)'; name one otherwise or '-'"))
      }
      roles.append(role)
    }
    for (role, name) in [(Role.contig, "CHROM"), (.start, "POS or BEG")]
    where !roles.contains(role) {
      throw CompilationError(
        .request(
          "\(origin): no column is \(name); name the columns with "
            + "--columns CHROM,POS,REF,ALT,SCORE:Float or --columns CHROM,BEG,END,NAME"))
    }
    if roles.contains(.reference) != roles.contains(.alternate) {
      throw CompilationError(
        .request("\(origin): REF and ALT go together, and only one of them is there; name both"))
    }
    if isZeroBased, column(.end) == nil {
      throw CompilationError(.request("\(origin): no column is END; a BED has CHROM,BEG,END first"))
    }
  }

  /// The columns of a BED file with that many.
  init(bedColumns count: Int) {
    isZeroBased = true
    roles = [.contig, .start, .end]
    let defaults: [(String, IndexField.ValueType)] = [
      ("name", .string), ("score", .float), ("strand", .string),
    ]
    for (name, type) in defaults.prefix(max(0, count - 3)) {
      roles.append(.field(fields.count))
      fields.append(
        IndexField(name: name, type: type, number: .count(1), summary: "The BED column \(name)"))
    }
  }

  /// The index of the column with a role.
  func column(_ role: Role) -> Int? { roles.firstIndex(of: role) }

  /// Whether rows are of alleles.
  var hasAlleles: Bool { column(.alternate) != nil }

  private mutating func role(
    of text: String, column: Int, origin: String
  ) throws(CompilationError) -> Role {
    switch text.lowercased() {
    case "-": return .skipped
    case "chrom", "chr", "contig": return .contig
    case "pos", "position", "beg", "begin", "from", "start": return .start
    case "end", "to", "stop": return .end
    case "ref", "reference": return .reference
    case "alt", "alternate": return .alternate
    default: break
    }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    guard name.utf8.contains(where: { $0 > 32 }), !name.contains(where: { " ;=,".contains($0) })
    else {
      throw CompilationError(
        .request(
          "\(origin): column \(column) is named '\(text)'; a name has no spaces, ';', '=' or ','"))
    }
    var type = IndexField.ValueType.string
    if parts.count > 1 {
      let wanted = parts[1].lowercased()
      let all: [IndexField.ValueType] = [.integer, .float, .flag, .character, .string]
      guard let found = all.first(where: { $0.rawValue.lowercased() == wanted }) else {
        throw CompilationError(
          .request(
            "\(origin): '\(text)' names no type; types are Integer, Float, Flag, Character and "
              + "String"))
      }
      type = found
    }
    guard !fields.contains(where: { $0.name == name }) else {
      throw FieldSelection.repeated(name, source: origin)
    }
    fields.append(
      IndexField(
        name: name, type: type, number: .count(type == .flag ? 0 : 1),
        summary: "Column \(column) of the source"))
    return .field(fields.count - 1)
  }
}
