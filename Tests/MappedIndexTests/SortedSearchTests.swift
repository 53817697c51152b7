import Testing

@testable import MappedIndex

struct SortedSearchTests {
  @Test func `every key of a small column is found at its first place`() {
    for count in 0...9 {
      let keys = (0..<count).map { UInt64($0 / 2 * 3 + 1) }
      for key in 0...(UInt64(count) * 2 + 2) {
        let expected = keys.firstIndex { $0 >= key } ?? keys.count
        #expect(keys.span.firstIndex(notBelow: key) == expected)
      }
    }
  }

  @Test func `a closed range takes all its keys and no others`() {
    let keys: [UInt64] = [2, 4, 4, 6, .max]
    #expect(keys.span.indices(from: 3, through: 5) == 1..<3)
    #expect(keys.span.indices(from: 4, through: 4) == 1..<3)
    #expect(keys.span.indices(from: 5, through: 5).isEmpty)
    #expect(keys.span.indices(from: 6, through: .max) == 3..<5)
    #expect(keys.span.indices(from: 9, through: 1).isEmpty)
  }

  @Test func `a column that is not sorted gives some range and no crash`() {
    let keys: [UInt64] = [9, 1, 7, 3, 5]
    for first in 0...9 as ClosedRange<UInt64> {
      #expect(keys.span.indices(from: first, through: 9).upperBound <= keys.count)
    }
  }
}
