import GenomeFiles
import Testing

struct BytesTests {
  private let text = Array("one two two".utf8)

  @Test func `a byte is found from both sides, within the range only`() {
    let letter = UInt8(ascii: "t")
    #expect(text.firstIndex(of: letter, from: 0, to: 11) == 4)
    #expect(text.firstIndex(of: letter, from: 5, to: 11) == 8)
    #expect(text.firstIndex(of: letter, from: 5, to: 8) == nil)
    #expect(text.firstIndex(of: letter, from: 11, to: 11) == nil)
    #expect(text.lastIndex(of: letter, from: 0, to: 11) == 8)
    #expect(text.lastIndex(of: letter, from: 0, to: 8) == 4)
    #expect(text.lastIndex(of: letter, from: 5, to: 8) == nil)
    #expect([UInt8]().firstIndex(of: letter, from: 0, to: 0) == nil)
    #expect([UInt8]().lastIndex(of: letter, from: 0, to: 0) == nil)
  }

  @Test func `ranges are appended and compared`() {
    var output = Array("<".utf8)
    output.append(text, 4..<7)
    output.append(text, 3..<3)
    output.append([], 0..<0)
    #expect(output == Array("<two".utf8))
    #expect(text.isEqual(4..<7, to: Array("two".utf8)))
    #expect(!text.isEqual(4..<7, to: Array("twe".utf8)))
    #expect(!text.isEqual(4..<8, to: Array("two".utf8)))
    #expect(text.isEqual(0..<0, to: []))
    #expect(text.isEqual(4..<7, to: text, 8..<11))
    #expect(!text.isEqual(4..<7, to: text, 0..<3))
  }
}
