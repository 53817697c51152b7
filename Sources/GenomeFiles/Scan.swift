internal import Genome

/// The running state of one scan: where it is, what it wants, and whether records are in order.
struct Scan {
  /// The number of records seen, which is the ordinal of the present one.
  private(set) var ordinal = 0
  /// The number of records handed out.
  var decoded = 0
  /// Whether a record came out of order, which only `RecordOrder.tolerated` lets happen.
  private(set) var isUnsorted = false
  /// The primary contigs that records were seen on.
  private(set) var contigs: Set<Contig> = []
  /// The targets on the present contig.
  private(set) var cursor: TargetCursor
  private let order: RecordOrder
  private let columns: ClosedRange<Int>
  private var contigName: [UInt8] = []
  private var prefix = ContigPrefix.none
  private var contigNumber: Int32 = -1
  private var hasContig = false
  private var finished: Set<[UInt8]> = []
  private var position = 0
  private var targetStart = Int.max

  init(targets: TargetRegions, order: RecordOrder, columns: ClosedRange<Int>) {
    cursor = TargetCursor(targets)
    self.order = order
    self.columns = columns
  }

  /// Whether a line of text overlaps a target.
  mutating func admits(
    _ bytes: UnsafeRawBufferPointer
  ) throws(GenomeFileError.Rejection) -> Bool {
    ordinal += 1
    let line: RecordLine
    do {
      unsafe line = try RecordLine(bytes, columns: columns, after: prefix)
    } catch {
      throw .init(error.kind, locus: unsafe Self.locus(of: bytes))
    }
    if unsafe !line.sharesContig {
      let name = unsafe Array(line.bytes[0..<line.contigLength])
      if !hasContig || name != contigName {
        let contig = Contig(name: String(decoding: name, as: UTF8.self))
        unsafe try enter(name: name, contig: contig, position: line.position)
      }
    }
    try advance(to: unsafe line.position)
    targetStart = cursor.targetStart(from: unsafe line.position)
    if targetStart <= (unsafe line.position) { return true }
    return targetStart < Int.max ? targetStart <= (unsafe line.end) : false
  }

  /// Whether a BCF record on contig number `number` overlaps a target.
  mutating func admits(
    contigNumber number: Int32, name: @autoclosure () -> String?, position: Int, end: Int
  ) throws(GenomeFileError.Rejection) -> Bool {
    ordinal += 1
    if !hasContig || number != contigNumber {
      guard let name = name() else {
        throw .init(.recordMalformed("the record names no contig of the header; make it again"))
      }
      contigNumber = number
      try enter(name: Array(name.utf8), contig: Contig(name: name), position: position)
    }
    try advance(to: position)
    targetStart = cursor.targetStart(from: position)
    return targetStart <= end
  }

  /// Whether the present record, ending at `end`, reaches the next target.
  func reachesTarget(end: Int) -> Bool { targetStart <= end }

  /// Forgets the order of records, before an index jump.
  mutating func startOver() {
    hasContig = false
    prefix = .none
    finished = []
  }

  /// Whether the present record lies on the contig with this name.
  func isOn(contigNamed name: String?) -> Bool {
    hasContig && name.map { Array($0.utf8) } == contigName
  }

  /// The spelled place of the present record.
  var locus: String { "\(String(decoding: contigName, as: UTF8.self)):\(position)" }

  private mutating func enter(
    name: [UInt8], contig: Contig?, position new: Int
  ) throws(GenomeFileError.Rejection) {
    if hasContig { finished.insert(contigName) }
    contigName = name
    prefix = ContigPrefix(name: name)
    position = new
    hasContig = true
    cursor.enter(contig)
    if let contig { contigs.insert(contig) }
    guard finished.contains(name) else { return }
    if order == .required { throw .init(.contigReappears, locus: locus) }
    isUnsorted = true
  }

  private mutating func advance(to new: Int) throws(GenomeFileError.Rejection) {
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
