/// The grid of a QR code while it is drawn: fixed patterns first, then data, then a mask.
struct QRDrawing {
  private let version: QRVersion
  private let side: Int
  private var dark: [[Bool]]
  /// Which modules are fixed patterns, that no data fills and no mask turns.
  private var fixed: [[Bool]]

  init(_ version: QRVersion) {
    self.version = version
    side = version.side
    dark = [[Bool]](repeating: [Bool](repeating: false, count: side), count: side)
    fixed = dark
    drawTiming()
    drawFinders()
    drawAlignments()
    drawVersion()
    drawFormat(mask: 0)
  }

  /// Fills the free modules, in pairs of columns from the right, up and down in turn.
  mutating func place(_ codewords: [UInt8]) {
    var bit = 0
    var goesUp = true
    var right = side - 1
    while right >= 1 {
      if right == 6 { right = 5 }
      for step in 0..<side {
        let row = goesUp ? side - 1 - step : step
        for column in [right, right - 1] where !fixed[row][column] && bit < codewords.count * 8 {
          dark[row][column] = codewords[bit / 8] >> UInt8(7 - bit % 8) & 1 == 1
          bit += 1
        }
      }
      goesUp.toggle()
      right -= 2
    }
  }

  /// The grid with a mask, 0 to 7, turned over the data and named in the format.
  func masked(by mask: Int) -> [[Bool]] {
    var copy = self
    copy.drawFormat(mask: mask)
    for row in 0..<side {
      for column in 0..<side where !fixed[row][column] && Self.turns(mask, row, column) {
        copy.dark[row][column].toggle()
      }
    }
    return copy.dark
  }

  private static func turns(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
    switch mask {
    case 0: (row + column) % 2 == 0
    case 1: row % 2 == 0
    case 2: column % 3 == 0
    case 3: (row + column) % 3 == 0
    case 4: (row / 2 + column / 3) % 2 == 0
    case 5: row * column % 2 + row * column % 3 == 0
    case 6: (row * column % 2 + row * column % 3) % 2 == 0
    default: ((row + column) % 2 + row * column % 3) % 2 == 0
    }
  }

  // MARK: Fixed patterns

  private mutating func fix(_ row: Int, _ column: Int, _ isDark: Bool) {
    guard dark.indices.contains(row), dark.indices.contains(column) else { return }
    dark[row][column] = isDark
    fixed[row][column] = true
  }

  private mutating func drawTiming() {
    for index in 0..<side {
      fix(6, index, index.isMultiple(of: 2))
      fix(index, 6, index.isMultiple(of: 2))
    }
  }

  private mutating func drawFinders() {
    for (row, column) in [(3, 3), (3, side - 4), (side - 4, 3)] {
      for down in -4...4 {
        for across in -4...4 {
          let distance = max(abs(down), abs(across))
          fix(row + down, column + across, distance != 2 && distance != 4)
        }
      }
    }
  }

  private mutating func drawAlignments() {
    let centres = version.alignmentCentres
    guard let last = centres.last else { return }
    for row in centres {
      for column in centres {
        let isOnFinder =
          (row == 6 && column == 6) || (row == 6 && column == last) || (row == last && column == 6)
        guard !isOnFinder else { continue }
        for down in -2...2 {
          for across in -2...2 {
            fix(row + down, column + across, max(abs(down), abs(across)) != 1)
          }
        }
      }
    }
  }

  /// The version with its BCH code, twice, from version 7 on.
  private mutating func drawVersion() {
    guard version.number >= 7 else { return }
    var remainder = version.number
    for _ in 0..<12 { remainder = remainder << 1 ^ (remainder >> 11) * 0x1F25 }
    let bits = version.number << 12 | remainder
    for index in 0..<18 {
      let isDark = bits >> index & 1 == 1
      fix(index / 3, side - 11 + index % 3, isDark)
      fix(side - 11 + index % 3, index / 3, isDark)
    }
  }

  /// Level M and the mask with their BCH code, twice, and the module that is always dark.
  private mutating func drawFormat(mask: Int) {
    let value = 0b00 << 3 | mask
    var remainder = value
    for _ in 0..<10 { remainder = remainder << 1 ^ (remainder >> 9) * 0x537 }
    let bits = (value << 10 | remainder) ^ 0x5412
    func isDark(_ index: Int) -> Bool { bits >> index & 1 == 1 }
    for index in 0...5 { fix(index, 8, isDark(index)) }
    fix(7, 8, isDark(6))
    fix(8, 8, isDark(7))
    fix(8, 7, isDark(8))
    for index in 9..<15 { fix(8, 14 - index, isDark(index)) }
    for index in 0..<8 { fix(8, side - 1 - index, isDark(index)) }
    for index in 8..<15 { fix(side - 15 + index, 8, isDark(index)) }
    fix(side - 8, 8, true)
  }
}
