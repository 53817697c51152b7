internal import Knowledge

/// Checks that what `calling` names exists in the gene.
enum CallingCheck {
  static func run(_ source: GeneSource) {
    let gene = source.gene
    let rules = gene.calling
    let names = Set(gene.alleles.map(\.name))
    func require(_ name: String, _ what: String, _ field: String) {
      guard !names.contains(name) else { return }
      source.file.error(
        source.callingLines[field] ?? 0, "\(what) names an allele the gene does not have",
        found: name,
        remedy: "name an allele of the gene")
    }
    for diplotype in rules.unphasedPriorities.joined()
    where !gene.isDiplotype(diplotype) {
      source.file.error(
        source.callingLines["unphasedPriorities"] ?? 0,
        "'unphasedPriorities' names a diplotype the gene can't have",
        found: diplotype, remedy: "write two alleles of the gene as A/B")
    }
    for name in rules.fallback?.haplotypes ?? [] { require(name, "the fallback", "fallback") }
    if let pair = rules.linkedPair {
      require(pair.both, "the linked pair", "linkedPair")
      require(pair.causalOnly, "the linked pair", "linkedPair")
    }
    for (name, _) in rules.copyNumberCaps.sorted(by: { $0.key < $1.key }) {
      require(name, "'copyNumberCaps'", "copyNumberCaps")
    }
    for (old, _) in rules.spellings.sorted(by: { $0.key < $1.key }) where names.contains(old) {
      source.file.error(
        source.callingLines["spellings"] ?? 0, "'spellings' renames an allele the gene has",
        found: old, remedy: "name a spelling that is no allele")
    }
    checkFunctionOrder(source)
  }

  private static func checkFunctionOrder(_ source: GeneSource) {
    let gene = source.gene
    let functions = Set(gene.alleles.compactMap(\.function))
    let order = gene.calling.functionOrder
    let line = source.callingLines["functionOrder"] ?? source.callingLines["method"] ?? 0
    for function in order where !functions.contains(function) {
      source.file.error(
        line, "'functionOrder' names a function no allele has", found: function,
        remedy: "use the functions of the alleles")
    }
    if Set(order).count != order.count {
      source.file.error(
        line, "'functionOrder' names a function twice",
        found: order.joined(separator: ", "), remedy: "keep one of them")
    }
    guard gene.calling.method == .lowestFunction else { return }
    let withoutActivity = gene.alleles.filter { $0.activity == nil }.compactMap(\.function)
    let needsOrder = !order.isEmpty || gene.alleles.allSatisfy { $0.activity == nil }
    for function in Set(withoutActivity).sorted() where needsOrder && !order.contains(function) {
      source.file.error(
        line, "'functionOrder' lacks a function of alleles without activity",
        found: function, remedy: "add it, the most severe function first")
    }
  }
}

extension Gene {
  /// Whether a text is two alleles of the gene joined by `/`; names may hold a slash themselves.
  func isDiplotype(_ text: String) -> Bool {
    let names = Set(alleles.map(\.name))
    return text.indices.contains { index in
      text[index] == "/" && names.contains(String(text[..<index]))
        && names.contains(String(text[text.index(after: index)...]))
    }
  }
}
