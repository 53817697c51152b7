internal import CHTSlib

/// The eight numbers that BCF puts before each record's bytes.
struct RecordHead {
  /// CHROM's number in the header.
  var contig: Int32
  /// POS, 0-based.
  var position: Int32
  /// The bases covered.
  var length: Int32
  /// The bits of QUAL, which a missing value has of its own.
  var quality: UInt32
  /// The number of entries in INFO.
  var infoCount: UInt32
  private var alleleCount: UInt32
  private var formatCount: UInt32
  private var sampleCount: UInt32
  private var samplesSize: Int

  /// The numbers of a record as it is.
  init(_ record: bcf1_t) {
    // Safe: reads plain fields; the caller has checked that position and length fit.
    contig = unsafe record.rid
    position = unsafe Int32(truncatingIfNeeded: record.pos)
    length = unsafe Int32(truncatingIfNeeded: record.rlen)
    quality = unsafe record.qual.bitPattern
    infoCount = unsafe record.n_info
    alleleCount = unsafe record.n_allele
    formatCount = unsafe record.n_fmt
    sampleCount = unsafe record.n_sample
    samplesSize = unsafe Int(record.indiv.l)
  }

  /// Appends the numbers as they are stored before `sharedSize` bytes of everything but samples.
  func append(sharedSize: Int, to output: inout [UInt8]) {
    let numbers = SIMD8<UInt32>(
      UInt32(sharedSize + 24), UInt32(samplesSize), UInt32(bitPattern: contig),
      UInt32(bitPattern: position), UInt32(bitPattern: length), quality,
      alleleCount << 16 | infoCount, formatCount << 24 | sampleCount)
    // Safe: eight numbers without padding; the machines this runs on are little-endian.
    unsafe withUnsafeBytes(of: numbers) { unsafe output.append(contentsOf: $0) }
  }
}

extension [UInt8] {
  /// Appends the four bytes of a number.
  mutating func append(littleEndian number: UInt32) {
    append(UInt8(truncatingIfNeeded: number))
    append(UInt8(truncatingIfNeeded: number >> 8))
    append(UInt8(truncatingIfNeeded: number >> 16))
    append(UInt8(truncatingIfNeeded: number >> 24))
  }
}
