internal import CHTSlib

/// The index beside a file of reads, held against the file.
enum AlignmentIndex {
  /// A `.bai` or `.csi` of a BAM file.
  case blocks(VariantIndex)
  /// A `.crai` of a CRAM file.
  case slices(LoadedAlignmentIndex, SliceList)

  /// Finds and checks the index of an open file.
  ///
  /// An index is another file's, or an earlier version's, if it ends elsewhere than the reads do.
  /// When files were changed is not asked: copies often lose it.
  init(of handle: borrowing AlignmentHandle, contigCount: Int) throws(GenomeFileError) {
    let path = handle.path
    guard let indexPath = Self.candidates(path, handle.isCRAM).first(where: FileStatus.isFile)
    else { throw GenomeFileError(.alignmentIndexMissing, path: path) }
    if handle.isCRAM {
      guard let slices = LoadedAlignmentIndex(path: indexPath, of: handle) else {
        throw GenomeFileError(.alignmentIndexUnreadable(indexPath), path: path)
      }
      let list = try SliceList(path: indexPath, of: path)
      try list.check(against: path)
      self = .slices(slices, list)
    } else {
      self = .blocks(try Self.blocks(indexPath, of: path, contigCount: contigCount))
    }
  }

  private static func candidates(_ path: String, _ isCRAM: Bool) -> [String] {
    let ending = isCRAM ? ".cram" : ".bam"
    let stem = path.lowercased().hasSuffix(ending) ? String(path.dropLast(ending.count)) : nil
    let kinds = isCRAM ? [".crai"] : [".bai", ".csi"]
    return kinds.map { path + $0 } + (stem.map { stem in kinds.map { stem + $0 } } ?? [])
  }

  private static func blocks(
    _ indexPath: String, of path: String, contigCount: Int
  ) throws(GenomeFileError) -> VariantIndex {
    guard let bytes = try? CompressedStream.content(of: indexPath),
      let index = VariantIndex(bytes: bytes, path: indexPath)
    else { throw GenomeFileError(.alignmentIndexUnreadable(indexPath), path: path) }
    // An index may leave out the last contigs when they have no reads.
    guard index.contigCount <= contigCount else {
      throw GenomeFileError(
        .alignmentIndexStale(
          indexPath,
          because: "it has \(index.contigCount) contigs where the header has \(contigCount)"),
        path: path)
    }
    if let end = index.dataEnd, !(isEndOfPlacedReads(end, in: path)) {
      throw GenomeFileError(
        .alignmentIndexStale(indexPath, because: "it ends where the reads do not"), path: path)
    }
    return index
  }

  /// Whether no placed read follows a virtual offset.
  private static func isEndOfPlacedReads(_ offset: UInt64, in path: String) -> Bool {
    guard let stream = try? CompressedStream(path: path), let size = stream.size,
      offset >> 16 <= UInt64(size)
    else { return false }
    var head = [UInt8](repeating: 0, count: 36)
    do {
      try stream.seek(to: offset)
      let count = try unsafe head.withUnsafeMutableBytes {
        (buffer) throws(GenomeFileError) -> Int in
        try unsafe stream.read(into: buffer)
      }
      guard count > 0 else { return true }
      var reader = IndexReader(head)
      // A record: its length, then the contig, -1 for a read without a place.
      guard count == head.count, let length = reader.count(), length >= 32 else { return false }
      return reader.word() == UInt32.max
    } catch {
      return false
    }
  }
}
