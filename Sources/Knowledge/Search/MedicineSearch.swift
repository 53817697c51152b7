internal import MappedIndex

/// The names of all medicines in the mapped file, searched in place.
struct MedicineSearch: Sendable {
  private let names: BytePool
  private let owners: Column<UInt32>
  private let kinds: Column<UInt8>

  /// A name found, by numbers.
  struct Hit {
    let medicine: Int
    let kind: MedicineNames.Kind
    let folded: [UInt8]
    let quality: MedicineMatch.Quality
  }

  init(_ file: IndexFile, medicineCount: Int) throws(MappedIndexError) {
    names = try file.pool(KnowledgeLayout.names)
    owners = try file.column(KnowledgeLayout.nameOwners, of: UInt32.self)
    kinds = try file.column(KnowledgeLayout.nameKinds, of: UInt8.self)
    guard owners.count == names.count, kinds.count == names.count,
      owners.copied().allSatisfy({ $0 < medicineCount }),
      kinds.copied().allSatisfy({ MedicineNames.Kind(rawValue: $0) != nil })
    else {
      throw MappedIndexError(
        .damaged("the names of medicines do not fit together"), place: file.path)
    }
  }

  /// The names that are a text.
  func exact(_ text: FoldedName) -> [Hit] {
    var found: [Hit] = []
    var index = names.firstIndex(notBelow: text.bytes)
    while index < names.count, names.span(at: index).isEqual(to: text.bytes) {
      found.append(hit(index, .exact))
      index += 1
    }
    return found
  }

  /// The names that go on after a text, at most so many, in alphabetical order.
  func beginning(with text: FoldedName, atMost limit: Int) -> [Hit] {
    var found: [Hit] = []
    var index = names.firstIndex(notBelow: text.bytes)
    while index < names.count, found.count < limit,
      names.span(at: index).starts(with: text.bytes)
    {
      if names.span(at: index).count > text.bytes.count { found.append(hit(index, .beginning)) }
      index += 1
    }
    return found
  }

  /// The names within a few typing slips of a text: one for up to 4 letters, two for up to 8, else
  /// three.
  ///
  /// Codes are left out: a slip in a code is another code.
  func similar(to text: FoldedName) -> [Hit] {
    guard let distance = SpellingDistance(pattern: text.bytes) else { return [] }
    let limit = text.bytes.count <= 4 ? 1 : text.bytes.count <= 8 ? 2 : 3
    var found: [Hit] = []
    for index in 0..<names.count {
      guard let slips = distance.slips(to: names.span(at: index), atMost: limit),
        kinds[index] != MedicineNames.Kind.code.rawValue
      else { continue }
      found.append(hit(index, .similar(slips: slips)))
    }
    return found
  }

  private func hit(_ index: Int, _ quality: MedicineMatch.Quality) -> Hit {
    Hit(
      medicine: Int(owners[index]),
      kind: MedicineNames.Kind(rawValue: kinds[index]) ?? .synonym,
      folded: names.copied(at: index), quality: quality)
  }
}
