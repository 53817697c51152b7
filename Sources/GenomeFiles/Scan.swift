internal import Genome
internal import Glibc

/// The running state of one scan: where it is, what it wants, and whether records are in order.
struct Scan {
  /// The number of records seen, which is the ordinal of the present one.
  private(set) var ordinal = 0
  /// The number of records handed out.
  var decoded = 0
  /// Whether a record came out of order, which only `SortOrder.tolerated` lets happen.
  private(set) var isUnsorted = false
  /// The targets on the present contig.
  private(set) var cursor: TargetCursor
  private let order: SortOrder
  private let columns: ClosedRange<Int>
  private var contigName: [UInt8] = []
  private var contigNumber: Int32 = -1
  private var hasContig = false
  private var finished: Set<[UInt8]> = []
  private var position = 0

  init(targets: TargetRegions, order: SortOrder, columns: ClosedRange<Int>) {
    cursor = TargetCursor(targets)
    self.order = order
    self.columns = columns
  }

  /// Whether a line of text overlaps a target.
  mutating func admits(
    _ bytes: UnsafeRawBufferPointer
  ) throws(VariantFileError.Rejection) -> Bool {
    ordinal += 1
    let line: RecordLine
    do {
      unsafe line = try RecordLine(bytes, columns: columns)
    } catch {
      throw .init(error.kind, locus: unsafe Self.locus(of: bytes))
    }
    if unsafe !isContig(line) {
      let name = unsafe line.contigName
      unsafe try enter(
        name: Array(name.utf8), contig: Contig(name: name), position: line.position)
    }
    try advance(to: unsafe line.position)
    let start = cursor.targetStart(from: unsafe line.position)
    if start <= (unsafe line.position) { return true }
    return start < Int.max ? start <= (unsafe line.end) : false
  }

  /// Whether a BCF record on contig number `number` overlaps a target.
  mutating func admits(
    contigNumber number: Int32, name: @autoclosure () -> String?, position: Int, end: Int
  ) throws(VariantFileError.Rejection) -> Bool {
    ordinal += 1
    if !hasContig || number != contigNumber {
      guard let name = name() else {
        throw .init(.recordMalformed("the record names no contig of the header; make it again"))
      }
      contigNumber = number
      try enter(name: Array(name.utf8), contig: Contig(name: name), position: position)
    }
    try advance(to: position)
    return cursor.targetStart(from: position) <= end
  }

  /// Forgets the order of records, before an index jump.
  mutating func startOver() {
    hasContig = false
    finished = []
  }

  /// Whether the present record lies on the contig with this name.
  func isOn(contigNamed name: String?) -> Bool {
    hasContig && name.map { Array($0.utf8) } == contigName
  }

  /// The spelled place of the present record.
  var locus: String { "\(String(decoding: contigName, as: UTF8.self)):\(position)" }

  private func isContig(_ line: RecordLine) -> Bool {
    let count = unsafe line.contigLength
    guard hasContig, count == contigName.count else { return false }
    return unsafe contigName.withUnsafeBytes { known in
      // Safe: both sides have `count` bytes.
      guard let left = known.baseAddress, let right = unsafe line.bytes.baseAddress else {
        return count == 0
      }
      return unsafe memcmp(left, right, count) == 0
    }
  }

  private mutating func enter(
    name: [UInt8], contig: Contig?, position new: Int
  ) throws(VariantFileError.Rejection) {
    if hasContig { finished.insert(contigName) }
    contigName = name
    position = new
    hasContig = true
    cursor.enter(contig)
    guard finished.contains(name) else { return }
    if order == .required { throw .init(.contigReappears, locus: locus) }
    isUnsorted = true
  }

  private mutating func advance(to new: Int) throws(VariantFileError.Rejection) {
    if new < position {
      let previous = locus
      position = new
      if order == .required { throw .init(.unsorted(after: previous), locus: locus) }
      isUnsorted = true
    }
    position = new
  }

  /// `CHROM:POS` as a faulty line spells them, or nil without a second column.
  private static func locus(of bytes: UnsafeRawBufferPointer) -> String? {
    let fields = unsafe bytes.prefix(200).split(separator: 9, omittingEmptySubsequences: false)
    guard unsafe fields.count >= 2 else { return nil }
    return unsafe fields.prefix(2).map { unsafe String(decoding: $0, as: UTF8.self) }
      .joined(separator: ":")
  }
}
