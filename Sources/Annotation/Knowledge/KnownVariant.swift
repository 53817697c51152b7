/// What the knowledge base says of one change of the reference, of all genes it belongs to.
struct KnownVariant: Sendable {
  /// POS as a VCF has it, and the bases of the reference that its record covers.
  let position: UInt32
  let length: UInt32
  private var genes: [String] = []
  private var identifiers: [String] = []
  private var haplotypes: [String] = []
  private var functions: [String?] = []
  private var guidance = GeneGuidance()

  init(position: UInt32, length: UInt32) {
    self.position = position
    self.length = length
  }

  /// Adds what one gene says; a gene may have the change at several of its positions.
  mutating func add(
    gene: String, rsid: String?, haplotypes named: [(name: String, function: String?)],
    guidance added: GeneGuidance?
  ) {
    if !genes.contains(gene) { genes.append(gene) }
    if let rsid, !identifiers.contains(rsid) { identifiers.append(rsid) }
    for (name, function) in named {
      let full = gene + (name.hasPrefix("*") ? "" : ":") + name
      if haplotypes.contains(full) { continue }
      haplotypes.append(full)
      functions.append(function)
    }
    if let added { guidance.merge(added) }
  }

  /// The values in the order of `KnowledgeFields.all`.
  var values: [[UInt8]?] {
    let drugs = guidance.grades.sorted { $0.key < $1.key }
    return [
      Self.list(genes), Self.list(haplotypes),
      functions.contains { $0 != nil } ? Self.list(functions.map { $0 ?? "." }) : nil,
      Self.list(drugs.map(\.key)), Self.list(drugs.map(\.value.rawValue)), Self.list(identifiers),
    ]
  }

  /// A list within one element of an INFO value: VCF keeps the comma for the alleles.
  private static func list(_ texts: [String]) -> [UInt8]? {
    texts.isEmpty
      ? nil : Array(texts.map { element($0) }.joined(separator: [UInt8(ascii: "|")]))
  }

  /// Text without a space, which VCF 4.2 forbids in INFO, and without a sign that parts lists.
  private static func element(_ text: String) -> [UInt8] {
    let joined = text.utf8.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "_") : $0 }
    return InfoText.encode(joined, isListElement: true).flatMap {
      $0 == UInt8(ascii: "|") ? Array("%7C".utf8) : [$0]
    }
  }
}
