import Foundation
import GenomeFiles
import Testing

struct DeflaterTests {
  @Test(arguments: 0...9)
  func `the bytes are those of htslib at every level`(level: Int) throws {
    let folder = try Folder()
    let content = blockText(lines: 4000)
    var writer = try BGZFWriter(path: folder("a.gz"), level: level)
    try writer.write(content)
    try writer.finish()
    #expect(try folder.data("a.gz") == Data(blocks(of: content, level: level)))
    #expect(try text(folder("a.gz")) == content)
  }

  @Test(arguments: [0, 1, 6, 9])
  func `text that can't be made smaller is kept`(level: Int) throws {
    let folder = try Folder()
    var random = Seeded(state: 3)
    let content = (0..<200_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let path = try folder.file("a.gz", Data(blocks(of: content, level: level)))
    #expect(try text(path) == content)
    #expect(try BGZFWriter.content(of: path) == content)
  }

  @Test func `a range is deflated as the text alone would be`() throws {
    let content = blockText(lines: 4000)
    let deflater = Deflater(level: 6)
    var output: [UInt8] = [1, 2, 3]
    deflater.append(blocksOf: content, 1000..<120_000, to: &output)
    #expect(output == [1, 2, 3] + blocks(of: Array(content[1000..<120_000]), hasEndBlock: false))
    deflater.append(blocksOf: content, 5..<5, to: &output)
    #expect(output.count == 3 + blocks(of: Array(content[1000..<120_000])).count - 28)
  }

  @Test func `bgzip itself accepts the file`() throws {
    let folder = try Folder()
    let path = try folder.file("a.gz", Data(blocks(of: blockText(lines: 100))))
    #expect(try BGZFWriter.content(of: path) == blockText(lines: 100))
  }
}
