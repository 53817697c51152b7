internal import Genome
package import MappedIndex

/// An annotation index opened for looking up; a copy shares the mapping.
package struct AnnotationIndex: Sendable {
  /// The kind of index file, see `IndexFile`.
  package static let fileKind = "annotate"
  /// The version of what is in it.
  package static let contentVersion: UInt32 = 1

  /// The path it was opened at.
  package let path: String
  /// What it says of itself.
  package let description: IndexDescription
  /// The contigs as the source names them, with the number of their rows.
  package let contigs: [(name: String, rows: Int)]
  /// How far starts lie behind POS, at least and at most.
  let leadRange: ClosedRange<Int64>
  let bulk: BulkBytes
  let blockStarts: [UInt32]
  let blockEnds: [UInt32]
  /// The greatest end of a block and all before it on its contig.
  let runningEnds: [UInt32]
  private let blockOffsets: Column<UInt64>
  private let blockSizes: Column<UInt32>
  private let blockChecksums: Column<UInt64>
  private let firstBlocks: [UInt32]
  private let byName: [String: Int]
  private let byContig: [Contig: Int]

  /// Opens a file.
  ///
  /// - Throws: if it is not an annotation index, is damaged, or is of another version.
  package init(path: String) throws(MappedIndexError) {
    try self.init(IndexFile(path: path, kind: Self.fileKind, version: Self.contentVersion))
  }

  /// Opens what a file would hold, from memory; `name` stands for its path.
  init(bytes: [UInt8], name: String) throws(MappedIndexError) {
    try self.init(
      IndexFile(
        bytes: bytes, name: name, kind: Self.fileKind, version: Self.contentVersion))
  }

  private init(_ file: IndexFile) throws(MappedIndexError) {
    let path = file.path
    self.path = path
    func damaged(_ how: String) -> MappedIndexError { MappedIndexError(.damaged(how), place: path) }
    guard let text = try file.pool("description").nonEmpty(at: 0),
      let description = IndexDescription(encoded: text)
    else { throw damaged("its description can't be read") }
    self.description = description
    bulk = file.bulk
    blockStarts = try file.column("block.start", of: UInt32.self).copied()
    blockEnds = try file.column("block.end", of: UInt32.self).copied()
    blockOffsets = try file.column("block.offset", of: UInt64.self)
    blockSizes = try file.column("block.size", of: UInt32.self)
    blockChecksums = try file.column("block.checksum", of: UInt64.self)
    firstBlocks = try file.column("contig.blocks", of: UInt32.self).copied()
    let rows = try file.column("contig.rows", of: UInt64.self).copied()
    let leads = try file.column("leads", of: Int64.self).copied()
    let names = try file.pool("contigs")
    let blocks = blockStarts.count
    guard leads.count == 2, leads[0] <= leads[1], rows.count == names.count,
      firstBlocks.count == names.count + 1, firstBlocks.last == UInt32(blocks),
      zip(firstBlocks, firstBlocks.dropFirst()).allSatisfy({ $0 <= $1 }),
      [blockEnds.count, blockOffsets.count, blockSizes.count, blockChecksums.count]
        .allSatisfy({ $0 == blocks })
    else { throw damaged("its tables contradict each other") }
    leadRange = leads[0]...leads[1]
    var contigs: [(name: String, rows: Int)] = []
    var byName: [String: Int] = [:]
    var byContig: [Contig: Int] = [:]
    for index in rows.indices {
      guard let name = names.text(at: index) else { throw damaged("a contig's name is not text") }
      contigs.append((name, Int(clamping: rows[index])))
      byName[name] = index
      if let contig = Contig(name: name), byContig[contig] == nil { byContig[contig] = index }
    }
    self.contigs = contigs
    self.byName = byName
    self.byContig = byContig
    var runningEnds = blockEnds
    for contig in rows.indices {
      for block in Int(firstBlocks[contig])..<Int(firstBlocks[contig + 1])
      where block > Int(firstBlocks[contig]) {
        runningEnds[block] = max(runningEnds[block], runningEnds[block - 1])
      }
    }
    self.runningEnds = runningEnds
  }

  /// The number of a contig by its own name or by any other usual spelling of it; nil if it has none.
  package func contigNumber(named name: String) -> Int? {
    byName[name] ?? Contig(name: name).flatMap { byContig[$0] }
  }

  /// The blocks of a contig.
  func blocks(ofContig number: Int) -> Range<Int> {
    Int(firstBlocks[number])..<Int(firstBlocks[number + 1])
  }

  /// Where a block's bytes lie, checked against its checksum.
  func checkedRange(ofBlock number: Int) throws(MappedIndexError) -> Range<Int> {
    let start = blockOffsets[number]
    let size = Int(blockSizes[number])
    guard start <= UInt64(bulk.count), size <= bulk.count - Int(start), size % 32 == 0, size > 0
    else {
      throw MappedIndexError(.damaged("block \(number) leaves the file"), place: path)
    }
    let range = Int(start)..<Int(start) + size
    guard bulk.checksum(range) == blockChecksums[number] else {
      throw MappedIndexError(
        .damaged("block \(number) does not match its checksum"), place: path)
    }
    return range
  }

  /// The offset in the file's bulk at which a block begins.
  func offset(ofBlock number: Int) -> Int { Int(clamping: blockOffsets[number]) }

  /// Checks every block.
  package func verify() throws(MappedIndexError) {
    for block in blockStarts.indices {
      let range = try checkedRange(ofBlock: block)
      bulk.release(range)
    }
  }
}

extension BytePool {
  fileprivate func nonEmpty(at index: Int) -> [UInt8]? { index < count ? copied(at: index) : nil }
}
