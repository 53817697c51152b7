/// How hard a masked QR code is to read, by the four rules of ISO/IEC 18004.
enum QRPenalty {
  /// The penalty of a grid; the lowest is drawn.
  static func of(_ grid: [[Bool]]) -> Int {
    let side = grid.count
    let columns = (0..<side).map { column in grid.map { $0[column] } }
    let lines = (grid + columns).reduce(0) { $0 + runs($1) + finderLikes($1) }
    return lines + blocks(grid) + balance(grid)
  }

  /// 3 for a run of five of one colour, 1 more for each further module.
  private static func runs(_ line: [Bool]) -> Int {
    var penalty = 0
    var length = 0
    var last: Bool?
    for module in line {
      length = module == last ? length + 1 : 1
      last = module
      if length == 5 { penalty += 3 } else if length > 5 { penalty += 1 }
    }
    return penalty
  }

  /// 40 for each 1:1:3:1:1 pattern with four light modules on a side.
  private static func finderLikes(_ line: [Bool]) -> Int {
    let core = [true, false, true, true, true, false, true]
    guard line.count >= 11 else { return 0 }
    let light = [false, false, false, false]
    return (0...line.count - 11).count { start in
      let window = Array(line[start..<start + 11])
      return window == core + light || window == light + core
    } * 40
  }

  /// 3 for each two by two of one colour.
  private static func blocks(_ grid: [[Bool]]) -> Int {
    var count = 0
    for row in 0..<grid.count - 1 {
      for column in 0..<grid.count - 1 {
        let colour = grid[row][column]
        if grid[row][column + 1] == colour && grid[row + 1][column] == colour
          && grid[row + 1][column + 1] == colour
        {
          count += 1
        }
      }
    }
    return count * 3
  }

  /// 10 for each full 5 % by which the dark share is off one half.
  private static func balance(_ grid: [[Bool]]) -> Int {
    let total = grid.count * grid.count
    let dark = grid.reduce(0) { $0 + $1.count { $0 } }
    return abs(dark * 20 - total * 10) / total * 10
  }
}
