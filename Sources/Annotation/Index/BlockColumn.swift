internal import GenomeFiles
internal import MappedIndex

/// One column of a block, decoded when a value is first asked for; see `ColumnEncoder`.
struct BlockColumn {
  private var offset = 0
  private var rows = 0
  private var isDecoded = false
  private var styles: [NumberStyle] = []
  private var styleOfRow: [Int64] = []
  private var numbers: [Int64] = []
  private var textEnds = 0
  private var textBytes = 0

  /// Turns to the column of another block.
  mutating func place(at offset: Int, rows: Int) {
    self.offset = offset
    self.rows = rows
    isDecoded = false
  }

  /// Adds the text of a row's value to `output`; false, adding nothing, where it is missing.
  ///
  /// Changes nothing once decoded; it is mutating so that the column is used in place, not copied.
  @inline(__always)
  mutating func append(row: Int, of bulk: BulkBytes, to output: inout ByteScratch) -> Bool {
    if !isDecoded { decode(bulk) }
    let style = styles[Int(styleOfRow[row])]
    switch style.bits & 7 {
    case 0: return false
    case 1: style.append(numbers[row], to: &output)
    case 2:
      let number = Int(numbers[row])
      let start = number == 0 ? 0 : Int(bulk.word32(at: textEnds + 4 * (number - 1)))
      let end = Int(bulk.word32(at: textEnds + 4 * number))
      output.append(bulk.span(textBytes + start..<textBytes + end))
    default: break
    }
    return true
  }

  private mutating func decode(_ bulk: BulkBytes) {
    isDecoded = true
    let styleCount = Int(bulk.byte(at: offset))
    let styleWidth = Int(bulk.byte(at: offset + 1))
    let width = Int(bulk.byte(at: offset + 2))
    let base = Int64(bitPattern: bulk.word64(at: offset + 4))
    var next = offset + 12
    styles.removeAll(keepingCapacity: true)
    for _ in 0..<styleCount {
      styles.append(NumberStyle(bits: bulk.word32(at: next)))
      next += 4
    }
    let texts = Int(bulk.word32(at: next))
    textEnds = next + 4
    textBytes = textEnds + 4 * texts
    next = textBytes + (texts > 0 ? Int(bulk.word32(at: textBytes - 4)) : 0)
    bulk.unpack(at: next, width: styleWidth, base: 0, count: rows, into: &styleOfRow)
    next += (rows * styleWidth + 7) / 8
    bulk.unpack(at: next, width: width, base: base, count: rows, into: &numbers)
  }
}
