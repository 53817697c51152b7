import Knowledge
import StarAlleles

/// The haplotype names of one gene, with the many ways other tools spell them.
struct AlleleNames {
  /// A name as resolved.
  struct Resolution: Hashable {
    /// The name in the knowledge base's spelling, or tidied where it is unknown.
    var name: String
    /// Whether the knowledge base has it, or its parts.
    var isKnown: Bool
    /// What was done to it.
    var remarks: [OutsideCallRemark.Kind]
  }

  private let gene: Gene
  private let isWatched: Bool
  private let prefixes: [String]
  private let exact: [String: NamedAllele]
  private let squeezed: [String: String]

  init(_ gene: Gene) {
    self.gene = gene
    if case .watchedAlleles = gene.phenotyping { isWatched = true } else { isWatched = false }
    let short = gene.symbol.split(separator: "-").last.map { "\($0)*" } ?? ""
    prefixes = gene.symbol.contains("-") ? [short] : []
    exact = Dictionary(gene.alleles.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    squeezed = Dictionary(
      gene.alleles.map { (Self.squeeze($0.name), $0.name) }
        + gene.alleles.compactMap { allele in
          Self.starName(in: allele.name).map { ($0, allele.name) }
        } + Self.baseNames(of: gene),
      uniquingKeysWith: { first, _ in first })
  }

  /// `*2a` of `c.1905+1G>A (*2A)`, as `squeeze` would have it; nil for any other name.
  private static func starName(in name: String) -> String? {
    guard name.hasSuffix(")"), let start = name.firstRange(of: " (*") else { return nil }
    return squeeze(String(name[start.lowerBound...].dropFirst(2).dropLast()))
  }

  /// Of a gene with one position: each allele's base, alone and behind the position's id.
  private static func baseNames(of gene: Gene) -> [(String, String)] {
    guard gene.positions.count == 1, let position = gene.positions.first else { return [] }
    return gene.alleles.flatMap { allele -> [(String, String)] in
      guard allele.cells.count == 1, let cell = allele.cells.first,
        cell.accepted.nonzeroBitCount == 1,
        position.alleles.indices.contains(cell.accepted.trailingZeroBitCount)
      else { return [] }
      let base = position.alleles[cell.accepted.trailingZeroBitCount]
      return [base, position.id + base, "\(position.id)(\(base))"]
        .map { (squeeze($0), allele.name) }
    }
  }

  /// Whether the gene has an allele of exactly this name.
  func has(_ name: String) -> Bool { exact[name] != nil }

  /// One or two names as a diplotype, in the order they are printed.
  func diplotype(_ names: [String]) -> Diplotype {
    let order = HaplotypeOrder(reference: gene.alleles.first?.name ?? "")
    guard names.count == 2 else { return Diplotype(first: names.first ?? "", second: nil) }
    return order.diplotype(names[0], names[1])
  }

  /// Reads a haplotype name however it is spelled.
  func resolve(_ written: String) -> Resolution {
    var text = written.trimmed
    var remarks: [OutsideCallRemark.Kind] = []
    if text.hasPrefix(gene.symbol) {
      text = text.dropFirst(gene.symbol.count).trimmed
    }
    for prefix in prefixes where text.hasPrefix(prefix) {
      remarks.append(.prefixRemoved(written.trimmed))
      text = String(text.dropFirst(prefix.count - 1))
    }
    if isWatched { return watched(text, remarks) }
    if let today = gene.calling.spellings[text] {
      remarks.append(.nameUpdated(from: text, to: today))
      text = today
    }
    // Programs leave out the letter HGVS puts before a mitochondrial variant.
    let mitochondrial = gene.inheritance == .mitochondrial ? lookUp("m." + text) : nil
    if let known = lookUp(text) ?? mitochondrial {
      return Resolution(name: known, isKnown: true, remarks: remarks)
    }
    let parts = Self.parts(text)
    if parts.count > 1 {
      let each = parts.map(resolve)
      let name = combined(each.map(\.name))
      let said = remarks + each.flatMap(\.remarks)
      guard has(name) else {
        return Resolution(name: name, isKnown: each.allSatisfy(\.isKnown), remarks: said)
      }
      // The whole is known, whether or not each part is.
      return Resolution(
        name: name, isKnown: true,
        remarks: said.filter { if case .unknownAllele = $0 { false } else { true } })
    }
    return single(text, remarks)
  }

  /// The name of a combination: units that repeat as copies, in the order the knowledge base has.
  private func combined(_ names: [String]) -> String {
    let units =
      gene.calling.method == .lowestFunction ? names : HaplotypeName.withRepeatsCounted(names)
    let name = units.joined(separator: " + ")
    if let known = lookUp(name) { return known }
    if gene.calling.method == .lowestFunction { return "[\(name)]" }
    // Programs list the units of a tandem from either end.
    let orders = HaplotypeName.orders(of: units).map { $0.joined(separator: " + ") }
    return orders.lazy.compactMap(lookUp).first ?? name
  }

  private func lookUp(_ text: String) -> String? {
    guard let name = exact[text]?.name ?? squeezed[Self.squeeze(text)] else { return nil }
    return exact[name]?.reportedAs ?? name
  }

  /// A plain name that is not in the table: a suballele, a copy number, or unknown.
  private func single(_ text: String, _ remarks: [OutsideCallRemark.Kind]) -> Resolution {
    let tidy = Self.tidy(text)
    let (base, copies) = HaplotypeName.splitCopies(tidy)
    let suffix = copies.map { "x\($0)" } ?? ""
    if let known = lookUp(base) {
      let isOne = copies == .exactly(1)
      return Resolution(name: isOne ? known : known + suffix, isKnown: true, remarks: remarks)
    }
    if let dot = base.firstIndex(of: "."), base[base.index(after: dot)...].allSatisfy(\.isNumber),
      let parent = lookUp(String(base[..<dot]))
    {
      let folded = lookUp(parent + suffix) ?? parent + suffix
      return Resolution(
        name: folded, isKnown: true, remarks: remarks + [.suballeleFolded(from: text, to: folded)])
    }
    return Resolution(
      name: tidy, isKnown: false,
      remarks: remarks + [.unknownAllele(gene: gene.symbol, allele: tidy)])
  }

  /// A name of a gene whose alleles are watched for, cut to two fields.
  ///
  /// The letters behind a name are those of the HLA nomenclature (hla.alleles.org): G and P mark
  /// groups, and N an allele that is not expressed, which stays in the name, as its bearer does not
  /// carry the protein. The other marks of expression (A, C, L, Q, S) say less and are left out.
  private func watched(_ text: String, _ remarks: [OutsideCallRemark.Kind]) -> Resolution {
    let starred = text.first?.isNumber == true ? "*" + text : text
    var bare = starred[...]
    let mark = bare.last.flatMap { $0.isLetter ? $0.uppercased() : nil } ?? ""
    if !mark.isEmpty { bare = bare.dropLast() }
    let null = mark == "N" ? mark : ""
    if let today = Self.withColons(bare) { bare = today[...] }
    guard Self.isTyped(bare + null), "NGPACLQS".contains(mark) else {
      return Resolution(
        name: starred, isKnown: false,
        remarks: remarks + [.unknownAllele(gene: gene.symbol, allele: starred)])
    }
    let fields = bare.split(separator: ":")
    let short = fields.prefix(2).joined(separator: ":") + null
    let remark: OutsideCallRemark.Kind? =
      switch mark {
      case _ where mark.isEmpty && !starred.contains(":") && fields.count > 1:
        .nameUpdated(from: starred, to: short)
      case "G", "P": .groupRead(from: text, to: short)
      case "", "N": fields.count > 2 ? .fieldsTrimmed(from: text, to: short) : nil
      default: .expressionMark(from: text, to: short)
      }
    return Resolution(
      name: short, isKnown: true, remarks: remarks + (remark.map { [$0] } ?? []))
  }

  /// `*57:01` of `*5701` or `*57:01:01` of `*570101`, as names were written before 2010; nil for others.
  ///
  /// The first two fields had two digits each. Names that began with 92 or 95 got other numbers
  /// (hla.alleles.org, "Colon-delimited nomenclature").
  private static func withColons(_ name: Substring) -> String? {
    let digits = name.dropFirst()
    guard name.first == "*", (4...8).contains(digits.count), digits.allSatisfy(\.isNumber),
      !digits.hasPrefix("92"), !digits.hasPrefix("95")
    else { return nil }
    let fields = [digits.prefix(2), digits.dropFirst(2).prefix(2), digits.dropFirst(4)]
    return "*" + fields.filter { !$0.isEmpty }.joined(separator: ":")
  }

  /// Whether a name is a star, fields of digits, and perhaps the mark of an unexpressed allele.
  static func isTyped(_ name: some StringProtocol) -> Bool {
    guard name.first == "*" else { return false }
    let fields = (name.last == "N" ? name.dropLast() : name[...]).dropFirst()
      .split(separator: ":", omittingEmptySubsequences: false)
    return fields.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
  }

  /// The parts of `A + B`, without the brackets some tools put round them.
  private static func parts(_ text: String) -> [String] {
    var bare = Substring(text)
    if bare.hasPrefix("["), bare.hasSuffix("]") { bare = bare.dropFirst().dropLast() }
    return HaplotypeName.parts(String(bare))
  }

  private static func tidy(_ text: String) -> String {
    let plain = text.singleSpaced.replacing(">=", with: "≥").replacing("×", with: "x")
    // PharmCAT's documentation writes `*1≥3` for `*1x≥3`.
    return plain.hasPrefix("*") && !plain.contains("x≥")
      ? plain.replacing("≥", with: "x≥") : plain
  }

  /// For comparison: without white space or brackets, copy numbers in one spelling.
  private static func squeeze(_ text: String) -> String {
    tidy(text).filter { !$0.isWhitespace && $0 != "[" && $0 != "]" }.lowercased()
  }
}
