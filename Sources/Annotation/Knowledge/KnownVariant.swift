/// What the knowledge base says of one change of the reference, of all genes it belongs to.
struct KnownVariant: Sendable {
  /// A named haplotype, as it is written.
  struct Haplotype: Sendable {
    let name: [UInt8]
    let function: [UInt8]?

    init(_ name: String, of gene: String, function: String?) {
      self.name = KnownVariant.element(gene + (name.hasPrefix("*") ? "" : ":") + name)
      self.function = function.map { KnownVariant.element($0) }
    }
  }

  /// POS as a VCF has it, and the bases of the reference that its record covers.
  let position: UInt32
  let length: UInt32
  /// The symbols of the genes.
  private(set) var genes: [String] = []
  private var identifiers: [[UInt8]] = []
  private var haplotypes: [Haplotype] = []

  init(position: UInt32, length: UInt32) {
    self.position = position
    self.length = length
  }

  /// Adds what one gene says; a gene may have the change at several of its positions.
  mutating func add(gene: String, rsid: String?, haplotypes added: [Haplotype]) {
    if !genes.contains(gene) { genes.append(gene) }
    if let rsid = rsid.map({ Self.element($0) }), !identifiers.contains(rsid) {
      identifiers.append(rsid)
    }
    for haplotype in added where !haplotypes.contains(where: { $0.name == haplotype.name }) {
      haplotypes.append(haplotype)
    }
  }

  /// The values in the order of `KnowledgeFields.all`; those of `guidance` are of the same genes.
  func values(_ guidance: GuidanceText) -> [[UInt8]?] {
    let hasFunction = haplotypes.contains { $0.function != nil }
    return [
      Self.list(genes.map { Self.element($0) }), Self.list(haplotypes.map(\.name)),
      hasFunction
        ? Self.list(haplotypes.map { $0.function ?? [UInt8(ascii: ".")] }) : nil,
      guidance.drugs, guidance.grades, Self.list(identifiers),
    ]
  }

  /// A list within one element of an INFO value: VCF keeps the comma for the alleles.
  static func list(_ elements: [[UInt8]]) -> [UInt8]? {
    elements.isEmpty ? nil : Array(elements.joined(separator: [UInt8(ascii: "|")]))
  }

  /// Text without a space, which VCF 4.2 forbids in INFO, and without a sign that parts lists.
  static func element(_ text: String) -> [UInt8] {
    let joined = text.utf8.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "_") : $0 }
    let encoded = InfoText.encode(joined, isListElement: true)
    guard encoded.contains(UInt8(ascii: "|")) else { return encoded }
    return Array(
      encoded.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
        .joined(separator: Array("%7C".utf8)))
  }
}
