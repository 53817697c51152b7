import Foundation
import GenomeFiles
import Testing

struct BlockInputTests {
  @Test(arguments: [1, 100, 20_000, 65_536, 1 << 20])
  func `blocks come whole, in order and nothing else`(byteCount: Int) throws {
    let folder = try Folder()
    let content = blockText(lines: 6000)
    let stored = blocks(of: content)
    let path = try folder.file("a.gz", Data(stored))
    let pieces = try pieces(path, atLeast: byteCount)
    #expect(pieces.flatMap(\.text) == content)
    #expect(pieces.flatMap(\.raw.bytes) == stored)
    #expect(pieces.allSatisfy { $0.raw.isCompressed && $0.blocks.count == $0.raw.blocks.count })
    for piece in pieces {
      #expect(piece.raw.blocks.first?.lowerBound == 0)
      #expect(piece.raw.blocks.last?.upperBound == piece.raw.bytes.count)
      #expect(piece.raw.blocks == piece.blocks.map(\.compressed))
      #expect(piece.blocks.last?.text.upperBound == piece.text.count)
      for (left, right) in zip(piece.blocks, piece.blocks.dropFirst()) {
        #expect(left.compressed.upperBound == right.compressed.lowerBound)
        #expect(left.text.upperBound == right.text.lowerBound)
      }
      for block in piece.blocks {
        let bytes = Array(piece.raw.bytes[block.compressed])
        let alone = RawPiece(bytes: bytes, blocks: [0..<bytes.count])
        #expect(try Inflater().inflate(alone, path: "").text == Array(piece.text[block.text]))
      }
    }
    #expect((pieces.count > 1) == (byteCount < stored.count))
  }

  @Test func `a file says how it is stored and how far it was read`() throws {
    let folder = try Folder()
    let content = String(decoding: blockText(lines: 5000), as: UTF8.self)
    let paths: [(String, BlockInput.Layout)] = [
      (try folder.file("a", content), .plain), (try folder.compressed("b", content), .blocks),
      (try folder.compressed("c", content, isPlainGzip: true), .gzip),
    ]
    for (path, layout) in paths {
      var input = try BlockInput(path: path)
      #expect(input.layout == layout)
      #expect(input.path == path)
      #expect(input.isBCF == false)
      let size = try folder.data(String(path.dropFirst(folder.path.count + 1))).count
      #expect(input.size == size)
      #expect(input.bytesRead < size)
      while let piece = try input.next(atLeast: 4096) {
        #expect(piece.isCompressed == (layout == .blocks))
      }
      #expect(input.bytesRead == size)
      #expect(try text(path, atLeast: 1000) == Array(content.utf8))
    }
  }

  @Test func `gzip members in a row are one text`() throws {
    let folder = try Folder()
    let content = String(decoding: blockText(lines: 500), as: UTF8.self)
    _ = try folder.compressed("one", content, isPlainGzip: true)
    let member = try folder.data("one")
    let path = try folder.file("two", member + member + member)
    #expect(try text(path, atLeast: 777) == Array((content + content + content).utf8))
    let cut = try folder.file("cut", member + member.dropLast(9))
    #expect(throws: GenomeFileError.self) { try text(cut) }
    for length in Array(3..<30) + Array(stride(from: 30, to: member.count, by: 501)) {
      let cut = try folder.file("cut", member.prefix(length))
      #expect(throws: GenomeFileError.self, "\(length) bytes") { try text(cut) }
    }
    var damaged = member + member
    damaged[member.count + member.count / 2] ^= 1
    let path2 = try folder.file("damaged", damaged)
    #expect(failure { _ = try text(path2) }?.kind == .damaged)
  }

  @Test func `concatenated files keep their empty blocks in the middle`() throws {
    let folder = try Folder()
    let content = blockText(lines: 100)
    let stored = blocks(of: content)
    let path = try folder.file("a.gz", Data(stored + stored + Deflater.endBlock))
    #expect(try text(path) == content + content)
    let pieces = try pieces(path)
    #expect(pieces.flatMap(\.raw.bytes) == stored + stored + Deflater.endBlock)
    #expect(pieces.flatMap(\.blocks).filter(\.text.isEmpty).count == 3)
  }

  @Test func `the block size may follow other subfields, and without one it is plain gzip`() throws
  {
    let folder = try Folder()
    let content = blockText(lines: 10)
    let stored = blocks(of: content, hasEndBlock: false)
    // XLEN grows from 6 to 14 by a subfield of 4 bytes before BC, and BSIZE by 8.
    let size = Int(stored[16]) | Int(stored[17]) << 8
    let other: [UInt8] = [0x58, 0x59, 4, 0, 1, 2, 3, 4]
    let head = Array(stored[..<10]) + [14, 0] + other + [0x42, 0x43, 2, 0]
    let grown = head + [UInt8((size + 8) & 0xFF), UInt8((size + 8) >> 8)] + Array(stored[18...])
    let path = try folder.file("a.gz", Data(grown + Deflater.endBlock))
    #expect(try BlockInput(path: path).layout == .blocks)
    #expect(try text(path) == content)
    let noBlocks = Array(stored[..<10]) + [8, 0] + other + Array(stored[18...])
    let gzip = try folder.file("b.gz", Data(noBlocks))
    #expect(try BlockInput(path: gzip).layout == .gzip)
    #expect(try text(gzip) == content)
  }

  @Test func `what can't be read is refused before any work`() throws {
    let folder = try Folder()
    #expect(failure { _ = try BlockInput(path: folder("none")) }?.kind == .notFound)
    #expect(failure { _ = try BlockInput(path: folder.path) }?.kind == .isDirectory)
    let empty = try folder.file("empty", Data())
    #expect(failure { _ = try BlockInput(path: empty) }?.kind == .empty)
    let open = try folder.file("open", Data(blocks(of: blockText(lines: 9), hasEndBlock: false)))
    #expect(failure { _ = try BlockInput(path: open) }?.kind == .truncated)
  }

  @Test func `bytes that are no block between blocks are refused`() throws {
    let folder = try Folder()
    let stored = blocks(of: blockText(lines: 9))
    let garbage = try folder.file("a", Data(stored + Array("garbage".utf8) + Deflater.endBlock))
    #expect(failure { _ = try text(garbage) }?.kind == .damaged)
    let gzip: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    let mixed = try folder.file("b", Data(stored + gzip + Deflater.endBlock))
    #expect(failure { _ = try text(mixed) }?.kind == .damaged)
  }

  @Test func `a pipe gives the same and is refused where it is cut`() throws {
    let content = blockText(lines: 6000)
    let stored = blocks(of: content)
    #expect(try throughPipe(Data(stored)) { try text($0) } == content)
    #expect(try throughPipe(Data(content)) { try text($0) } == content)
    for length in [20, 5000, stored.count - 28, stored.count - 1] {
      let error = failure { _ = try throughPipe(Data(stored[..<length])) { try text($0) } }
      #expect(error?.kind == .truncated, "\(length)")
    }
    #expect(failure { _ = try throughPipe(Data()) { try text($0) } }?.kind == .empty)
  }
}
