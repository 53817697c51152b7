internal import CHTSlib
internal import Genome

/// Copies htslib's alignments into values.
enum AlignmentDecoder {
  /// Fills `read` from a record, reusing its arrays; the contig is left to the caller.
  @unsafe static func fill(
    _ read: inout AlignedRead, from record: UnsafePointer<bam1_t>,
    content: AlignmentFile.ReadContent
  ) {
    let core = unsafe record.pointee.core
    read.flags = AlignmentFlags(rawValue: core.flag)
    read.contigIndex = Int(core.tid)
    read.start = Int(core.pos) + 1
    read.mappingQuality = core.qual
    read.mateContigIndex = core.mtid >= 0 ? Int(core.mtid) : nil
    read.mateStart = core.mpos >= 0 ? Int(core.mpos) + 1 : nil
    read.templateLength = Int(core.isize)
    // Safe: the name is terminated and lives as long as the record.
    unsafe read.template = hash(stardose_read_name(record))
    unsafe fillCigar(&read, record, count: Int(core.n_cigar))
    guard content == .full else {
      read.bases.removeAll(keepingCapacity: true)
      read.qualities.removeAll(keepingCapacity: true)
      return
    }
    unsafe fillBases(&read, record, count: max(0, Int(core.l_qseq)))
    // Safe: the tag names are two letters; htslib stays within the record.
    let distance = unsafe stardose_read_tag(record, "NM", -1)
    read.editDistance = distance >= 0 ? Int(distance) : nil
    read.isSplit = unsafe stardose_read_has_tag(record, "SA") != 0
  }

  @unsafe private static func fillCigar(
    _ read: inout AlignedRead, _ record: UnsafePointer<bam1_t>, count: Int
  ) {
    read.cigar.removeAll(keepingCapacity: true)
    var length = 0
    // Safe: the record holds `count` runs from here on.
    guard let runs = unsafe stardose_read_cigar(record) else { return read.end = read.start - 1 }
    for index in 0..<count {
      let run = unsafe runs[index]
      guard let kind = CigarOperation.Kind(rawValue: UInt8(run & 15)) else { continue }
      let operation = CigarOperation(kind, Int(run >> 4))
      if kind.consumesReference { length += operation.length }
      read.cigar.append(operation)
    }
    read.end = read.start + length - 1
  }

  @unsafe private static func fillBases(
    _ read: inout AlignedRead, _ record: UnsafePointer<bam1_t>, count: Int
  ) {
    if read.bases.count > count { read.bases.removeLast(read.bases.count - count) }
    while read.bases.count < count { read.bases.append(0) }
    // Safe: the array has room for the record's `count` bases.
    unsafe read.bases.withUnsafeMutableBufferPointer { buffer in
      if let start = buffer.baseAddress { unsafe stardose_read_bases(record, start) }
    }
    read.qualities.removeAll(keepingCapacity: true)
    // Safe: the record holds `count` qualities; 255 in front says that there are none.
    guard count > 0, let first = unsafe stardose_read_qualities(record), unsafe first[0] != 255
    else { return }
    unsafe read.qualities.append(contentsOf: UnsafeBufferPointer(start: first, count: count))
  }

  /// The FNV-1a hash of a name, the same on every machine.
  @unsafe private static func hash(_ name: UnsafePointer<CChar>?) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    guard var letter = unsafe name else { return hash }
    while unsafe letter.pointee != 0 {
      hash = (hash ^ UInt64(UInt8(bitPattern: unsafe letter.pointee))) &* 0x100_0000_01B3
      unsafe letter += 1
    }
    return hash
  }
}
