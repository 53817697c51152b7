/// Where the records of a block's rows lie, 1-based and closed.
struct RowSpans {
  /// POS of each row.
  let positions: [UInt32]
  /// The last base of each row.
  let ends: [UInt32]
  /// The greatest end of each row and all before it in the block.
  let runningEnds: [UInt32]

  init(keys: [UInt64], leads: [Int64], trails: [Int64]) {
    var positions: [UInt32] = []
    var ends: [UInt32] = []
    var runningEnds: [UInt32] = []
    var last: UInt32 = 0
    for row in keys.indices {
      let key = EventKey(packed: keys[row])
      let position = Int64(key.start) - leads[row]
      let length = leads[row] + Int64(EventCode.deletedCount(key.code) ?? 0) + trails[row]
      let end = UInt32(clamping: position + max(length, 1) - 1)
      last = max(last, end)
      positions.append(UInt32(clamping: position))
      ends.append(end)
      runningEnds.append(last)
    }
    self.positions = positions
    self.ends = ends
    self.runningEnds = runningEnds
  }
}
