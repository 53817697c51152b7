internal import MappedIndex

/// Collects the values of one column of a block and lays them out.
///
///     u8 styles, u8 their width, u8 the numbers' width, u8 zero, i64 the numbers' base
///     u32 a style, for each
///     u32 texts, u32 the end of each, the texts' bytes
///     the style of each row, packed; the number of each row, packed
struct ColumnEncoder {
  private var styles: [NumberStyle] = []
  private var styleOfRow: [Int64] = []
  private var numbers: [Int64] = []
  private var texts: [[UInt8]] = []
  private var textNumbers: [[UInt8]: Int64] = [:]

  mutating func appendMissing() { append(.missing, numbers.last ?? 0) }

  /// Adds a value's text.
  mutating func append(_ text: Span<UInt8>) {
    if text.count == 0 {
      append(.empty, numbers.last ?? 0)
    } else if let parsed = NumberStyle.parse(text) {
      append(parsed.style, parsed.number)
    } else {
      let copy = text.indices.map { text[$0] }
      let number = textNumbers[copy] ?? Int64(texts.count)
      if number == texts.count {
        texts.append(copy)
        textNumbers[copy] = number
      }
      append(.text, number)
    }
  }

  private mutating func append(_ style: NumberStyle, _ number: Int64) {
    var index = styles.count - 1
    while index >= 0, styles[index] != style { index -= 1 }
    if index < 0 {
      index = styles.count
      styles.append(style)
    }
    styleOfRow.append(Int64(index))
    numbers.append(number)
  }

  /// How many kinds of text the rows have; a block with too many is closed.
  var styleCount: Int { styles.count }

  /// Adds the column to a block and forgets its rows.
  mutating func finish(into block: inout [UInt8]) {
    let base = numbers.min() ?? 0
    let width = BitPacking.width(of: UInt64(bitPattern: (numbers.max() ?? 0) &- base))
    let styleWidth = BitPacking.width(of: UInt64(max(styles.count - 1, 0)))
    block += [UInt8(styles.count), UInt8(styleWidth), UInt8(width), 0]
    base.append(to: &block)
    for style in styles { style.bits.append(to: &block) }
    UInt32(texts.count).append(to: &block)
    var end: UInt32 = 0
    for text in texts {
      end += UInt32(text.count)
      end.append(to: &block)
    }
    for text in texts { block += text }
    BitPacking.append(styleOfRow, base: 0, width: styleWidth, to: &block)
    BitPacking.append(numbers, base: base, width: width, to: &block)
    styles.removeAll(keepingCapacity: true)
    styleOfRow.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    textNumbers.removeAll(keepingCapacity: true)
  }
}
