internal import Knowledge

/// Which fields of a source an index is to carry, in which order, and where they are.
struct FieldSelection {
  /// Where a field of a variant file is.
  enum Origin: Hashable {
    case info
    case identifier
    case quality
    case filter
  }

  /// The fields in the order of their columns.
  var fields: [IndexField] = []
  /// Where each is.
  var origins: [Origin] = []
  /// Sentences about fields that were left out.
  var remarks: [String] = []

  /// Chooses from the header of a variant file.
  ///
  /// - Parameters:
  ///   - declared: its INFO fields.
  ///   - requested: the names asked for, in order; nil for every INFO field.
  ///   - source: the path, for errors.
  init(
    declared: [IndexField], requested: [String]?, source: String
  ) throws(CompilationError) {
    guard let requested else {
      for field in declared {
        guard field.number != .perGenotype else {
          remarks.append(
            "'\(field.name)' has a value for each genotype (Number=G), which has no meaning beside "
              + "other alleles, so it is left out")
          continue
        }
        fields.append(field)
        origins.append(.info)
      }
      return
    }
    let pseudo: [(IndexField, Origin)] = [
      (
        IndexField(
          name: "ID", type: .string, number: .unbounded, summary: "The ID column of the source"),
        .identifier
      ),
      (
        IndexField(
          name: "QUAL", type: .float, number: .count(1), summary: "The QUAL column of the source"),
        .quality
      ),
      (
        IndexField(
          name: "FILTER", type: .string, number: .unbounded,
          summary: "The FILTER column of the source"), .filter
      ),
    ]
    let all = declared.map { ($0, Origin.info) } + pseudo
    for name in requested {
      guard let (field, origin) = all.first(where: { $0.0.name == name }) else {
        throw Self.unknown(name, among: all.map(\.0.name), source: source)
      }
      guard field.number != .perGenotype else {
        throw CompilationError(
          .request(
            "\(source): '\(name)' has a value for each genotype (Number=G), which has no meaning "
              + "beside other alleles; leave it out of --fields"))
      }
      try check(name, source: source)
      fields.append(field)
      origins.append(origin)
    }
  }

  /// Chooses from the columns of a table; returns also which of them.
  static func columns(
    _ available: [IndexField], requested: [String]?, source: String
  ) throws(CompilationError) -> [Int] {
    guard let requested else { return Array(available.indices) }
    var chosen: [Int] = []
    for name in requested {
      guard let index = available.firstIndex(where: { $0.name == name }) else {
        throw unknown(name, among: available.map(\.name), source: source)
      }
      guard !chosen.contains(index) else { throw repeated(name, source: source) }
      chosen.append(index)
    }
    return chosen
  }

  private func check(_ name: String, source: String) throws(CompilationError) {
    if fields.contains(where: { $0.name == name }) {
      throw Self.repeated(name, source: source)
    }
  }

  static func repeated(_ name: String, source: String) -> CompilationError {
    CompilationError(.request("\(source): the field '\(name)' is named twice; name it once"))
  }

  private static func unknown(
    _ name: String, among names: [String], source: String
  ) -> CompilationError {
    let wanted = name.lowercased()
    let distance = SpellingDistance(pattern: Array(wanted.utf8))
    let near = names.filter { candidate in
      let lowered = candidate.lowercased()
      if lowered.hasPrefix(wanted) || wanted.hasPrefix(lowered) { return true }
      return distance?.slips(to: Array(lowered.utf8).span, atMost: 2) != nil
    }
    let shown = (near.isEmpty ? names : near).prefix(8).map { "'\($0)'" }.joined(separator: ", ")
    let hint =
      names.isEmpty
      ? "it has none" : near.isEmpty ? "it has \(shown)" : "did you mean \(shown)?"
    return CompilationError(.request("\(source): there is no field '\(name)'; \(hint)"))
  }
}
