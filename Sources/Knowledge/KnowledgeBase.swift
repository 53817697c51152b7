public import Genome
internal import MappedIndex

/// Everything Stardose knows, in one memory-mapped file: genes, drugs and where the facts are from.
///
/// Opening reads names only; a gene or drug is decoded when it is asked for. Copies share the file.
///
///     let knowledge = try KnowledgeBase(path: "knowledge.stardose")
///     if let drug = try knowledge.drug("clopidogrel") { print(drug.guidelines.count) }
public struct KnowledgeBase: Sendable {
  /// The path it was opened at.
  public let path: String
  /// The first 12 hexadecimal digits of the SHA-256 of the content; printed in every report.
  public let identity: String
  /// The date of the newest source, such as `2025-11-05`.
  public let version: String
  /// The symbols of all genes, sorted.
  public let geneSymbols: [String]
  /// The ids of all drugs, sorted.
  public let drugIDs: [String]
  /// Every source with its licence and the attribution the licence asks for.
  public let sources: [SourceReference]

  /// Every guideline and drug that the sources list, with or without rules here.
  public let pairs: [GuidelinePair]

  let names: MedicineSearch
  private let genes: BytePool
  private let drugs: BytePool
  private let medicineIDs: BytePool
  private let medicines: BytePool
  private let factors: BytePool
  private let risks: BytePool
  private let frequencyGenes: [String]
  private let frequencies: BytePool
  private let stableRegions: BytePool
  private let copyEvents: BytePool
  private let equations: BytePool
  private let interactions: BytePool
  private let conversions: BytePool
  private let habits: BytePool
  private let paralogGenes: [String]
  private let paralogs: BytePool
  private let grch37: PositionIndex
  private let grch38: PositionIndex

  /// Opens a compiled knowledge base and checks that it is whole.
  ///
  /// - Throws: `KnowledgeError` if the file is missing, something else, of another format, or
  ///   damaged.
  public init(path: String) throws(KnowledgeError) {
    do throws(MappedIndexError) {
      try self.init(
        IndexFile(path: path, kind: KnowledgeLayout.kind, version: KnowledgeLayout.version))
    } catch {
      throw KnowledgeError(error)
    }
  }

  private init(_ file: IndexFile) throws(MappedIndexError) {
    path = file.path
    geneSymbols = try Self.names(KnowledgeLayout.geneSymbols, in: file)
    drugIDs = try Self.names(KnowledgeLayout.drugIDs, in: file)
    genes = try file.pool(KnowledgeLayout.genes)
    drugs = try file.pool(KnowledgeLayout.drugs)
    medicineIDs = try file.pool(KnowledgeLayout.medicineIDs)
    medicines = try file.pool(KnowledgeLayout.medicines)
    factors = try file.pool(KnowledgeLayout.factors)
    risks = try file.pool(KnowledgeLayout.risks)
    frequencyGenes = try Self.names(KnowledgeLayout.frequencyGenes, in: file)
    frequencies = try file.pool(KnowledgeLayout.frequencies)
    stableRegions = try file.pool(KnowledgeLayout.stableRegions)
    copyEvents = try file.pool(KnowledgeLayout.copyEvents)
    equations = try file.pool(KnowledgeLayout.equations)
    interactions = try file.pool(KnowledgeLayout.interactions)
    conversions = try file.pool(KnowledgeLayout.conversions)
    habits = try file.pool(KnowledgeLayout.habits)
    paralogGenes = try Self.names(KnowledgeLayout.paralogGenes, in: file)
    paralogs = try file.pool(KnowledgeLayout.paralogs)
    let about = try Self.names(KnowledgeLayout.about, in: file)
    guard about.count == 2, genes.count == geneSymbols.count, drugs.count == drugIDs.count,
      medicines.count == medicineIDs.count, frequencies.count == frequencyGenes.count,
      paralogs.count == paralogGenes.count
    else {
      throw MappedIndexError(.damaged("its tables do not fit together"), place: file.path)
    }
    (identity, version) = (about[0], about[1])
    sources = try Self.records(KnowledgeLayout.sources, in: file)
    pairs = try Self.records(KnowledgeLayout.pairs, in: file)
    names = try MedicineSearch(file, medicineCount: medicines.count)
    grch37 = try PositionIndex(file, .grch37, geneCount: geneSymbols.count)
    grch38 = try PositionIndex(file, .grch38, geneCount: geneSymbols.count)
  }

  private static func records<Value: StoredRecord>(_ section: String, in file: IndexFile)
    throws(MappedIndexError) -> [Value]
  {
    let pool = try file.pool(section)
    return try (0..<pool.count).map { (index) throws(MappedIndexError) in
      try RecordReader.decode(
        pool.copied(at: index), place: "\(file.path), '\(section)' \(index + 1)")
    }
  }

  private static func names(_ section: String, in file: IndexFile)
    throws(MappedIndexError) -> [String]
  {
    let pool = try file.pool(section)
    return try (0..<pool.count).map { (index) throws(MappedIndexError) in
      guard let text = pool.text(at: index) else {
        throw MappedIndexError(.damaged("a name in '\(section)' is not UTF-8"), place: file.path)
      }
      return text
    }
  }

  /// The gene with an HGNC symbol, decoded anew at each call; nil if there is none.
  ///
  /// - Complexity: O(log *n*) to find it, O(its size) to decode it.
  public func gene(_ symbol: String) throws(KnowledgeError) -> Gene? {
    guard let index = geneSymbols.firstIndex(ofSorted: symbol) else { return nil }
    return try gene(at: index)
  }

  /// The gene at an index into `geneSymbols`; traps outside it.
  public func gene(at index: Int) throws(KnowledgeError) -> Gene {
    try decode(genes, index, "gene '\(geneSymbols[index])'")
  }

  /// The drug with an id, decoded anew at each call; nil if there is none.
  ///
  /// - Complexity: O(log *n*) to find it, O(its size) to decode it.
  public func drug(_ id: String) throws(KnowledgeError) -> Drug? {
    guard let index = drugIDs.firstIndex(ofSorted: id) else { return nil }
    return try decode(drugs, index, "drug '\(id)'")
  }

  /// All genes in the order of `geneSymbols`.
  public func allGenes() throws(KnowledgeError) -> [Gene] {
    try geneSymbols.indices.map { (index) throws(KnowledgeError) in try gene(at: index) }
  }

  /// All drugs in the order of `drugIDs`.
  public func allDrugs() throws(KnowledgeError) -> [Drug] {
    try drugIDs.indices.map { (index) throws(KnowledgeError) in
      try decode(drugs, index, "drug '\(drugIDs[index])'")
    }
  }

  /// The number of medicines, with or without guidance.
  public var medicineCount: Int { medicines.count }

  /// All medicines in the order of their ids.
  public func allMedicines() throws(KnowledgeError) -> [Medicine] {
    try (0..<medicines.count).map { (index) throws(KnowledgeError) in try medicine(at: index) }
  }

  /// What smoking, kidney function, age and the like change, in the order of their ids.
  public func allFactors() throws(KnowledgeError) -> [PatientFactor] {
    try decodeAll(factors, "factor")
  }

  /// All side-effect risks, by topic and id.
  public func allRisks() throws(KnowledgeError) -> [SideEffectRisk] {
    try decodeAll(risks, "risk")
  }

  /// How common a gene's alleles, phenotypes and variants are; nil if nothing is known.
  public func frequencies(of gene: String) throws(KnowledgeError) -> GeneFrequencies? {
    guard let index = frequencyGenes.firstIndex(ofSorted: gene) else { return nil }
    return try decode(frequencies, index, "frequencies of '\(gene)'")
  }

  /// Where everybody has the same number of copies, from left to right on GRCh38.
  public func allStableRegions() throws(KnowledgeError) -> [StableRegion] {
    try decodeAll(stableRegions, "stable region")
  }

  /// Deletions, duplications and hybrids that read depth can show, by gene.
  public func allCopyEvents() throws(KnowledgeError) -> [CopyEvents] {
    try decodeAll(copyEvents, "copy events")
  }

  /// Published equations that give a dose, by id.
  public func allEquations() throws(KnowledgeError) -> [DoseEquation] {
    try decodeAll(equations, "dose equation")
  }

  /// What one medicine does to another, as sources state of the pair, by id.
  public func allInteractions() throws(KnowledgeError) -> [MedicineInteraction] {
    try decodeAll(interactions, "interaction")
  }

  /// What inhibitors and inducers make of a gene's result, by gene.
  public func allConversions() throws(KnowledgeError) -> [EnzymeConversion] {
    try decodeAll(conversions, "conversion")
  }

  /// Habits and the substances through which they act on enzymes.
  public func allHabits() throws(KnowledgeError) -> [HabitSubstance] {
    try decodeAll(habits, "habit")
  }

  /// How a gene and its paralog differ; nil if nothing is known.
  public func paralogFacts(of gene: String) throws(KnowledgeError) -> ParalogFacts? {
    guard let index = paralogGenes.firstIndex(ofSorted: gene) else { return nil }
    return try decode(paralogs, index, "paralog of '\(gene)'")
  }

  /// Everything in it, as values.
  public func content() throws(KnowledgeError) -> KnowledgeContent {
    KnowledgeContent(
      genes: try allGenes(), drugs: try allDrugs(), medicines: try allMedicines(),
      factors: try allFactors(), risks: try allRisks(),
      frequencies: try decodeAll(frequencies, "frequencies"),
      paralogs: try decodeAll(paralogs, "paralog"), pairs: pairs,
      stableRegions: try allStableRegions(), copyEvents: try allCopyEvents(),
      equations: try allEquations(), interactions: try allInteractions(),
      conversions: try allConversions(), habits: try allHabits(), sources: sources)
  }

  /// The index of the medicine with an id; nil if there is none.
  func medicineIndex(of id: String) -> Int? {
    let wanted = Array(id.utf8)
    let index = medicineIDs.firstIndex(notBelow: wanted)
    return index < medicineIDs.count && medicineIDs.span(at: index).isEqual(to: wanted)
      ? index : nil
  }

  /// The medicine at an index; traps outside.
  func medicine(at index: Int) throws(KnowledgeError) -> Medicine {
    try decode(medicines, index, "medicine \(index + 1)")
  }

  /// Whether there is a file of guidance for an id.
  public func hasGuidance(_ id: String) -> Bool { drugIDs.firstIndex(ofSorted: id) != nil }

  /// The positions whose footprint shares a base with an interval, from left to right.
  ///
  /// A footprint runs from the first base of the alleles to the end of the reference allele or of
  /// the known context, whichever lies further right. All roles are included.
  /// - Complexity: O(log *n*) plus the number of positions nearby.
  public func positions(on assembly: Assembly, overlapping interval: GenomicInterval)
    -> [PositionReference]
  {
    index(of: assembly).overlapping(interval)
  }

  /// The footprint of every position on an assembly, each once, from left to right, not merged.
  public func targetIntervals(on assembly: Assembly) -> [GenomicInterval] {
    index(of: assembly).footprints()
  }

  private func index(of assembly: Assembly) -> PositionIndex {
    switch assembly {
    case .grch37: grch37
    case .grch38: grch38
    }
  }

  private func decodeAll<Value: StoredRecord>(_ pool: BytePool, _ name: String)
    throws(KnowledgeError) -> [Value]
  {
    try (0..<pool.count).map { (index) throws(KnowledgeError) in
      try decode(pool, index, "\(name) \(index + 1)")
    }
  }

  private func decode<Value: StoredRecord>(_ pool: BytePool, _ index: Int, _ name: String)
    throws(KnowledgeError) -> Value
  {
    do throws(MappedIndexError) {
      return try RecordReader.decode(pool.copied(at: index), place: "\(path), \(name)")
    } catch {
      throw KnowledgeError(error)
    }
  }
}

extension [String] {
  /// The index of a text in this sorted array; nil if it is not there.
  fileprivate func firstIndex(ofSorted text: String) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < text { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == text ? low : nil
  }
}
