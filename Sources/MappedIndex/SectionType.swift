/// What a section of an index file holds.
package enum SectionType: UInt32, Sendable {
  case uint8 = 1
  case uint16 = 2
  case uint32 = 3
  case uint64 = 4
  case int64 = 5
  case double = 6
  /// Byte strings: their number, their offsets (one more than their number), then their bytes.
  case pool = 7

  /// The size of one element in bytes; a pool is counted in bytes.
  var stride: Int {
    switch self {
    case .uint8, .pool: 1
    case .uint16: 2
    case .uint32: 4
    case .uint64, .int64, .double: 8
    }
  }
}
