import Foundation
import GenomeFiles
import Testing

/// Every way to damage one byte of a small file of three blocks and the end block.
struct BlockDamageTests {
  private static let content = blockText(lines: 12)

  /// Three blocks, one of them stored, and the end block.
  private static let stored: [UInt8] = {
    var stored: [UInt8] = []
    let third = content.count / 3
    Deflater(level: 6).append(blocksOf: content, 0..<third, to: &stored)
    Deflater(level: 0).append(blocksOf: content, third..<2 * third, to: &stored)
    Deflater(level: 1).append(blocksOf: content, 2 * third..<content.count, to: &stored)
    return stored + Deflater.endBlock
  }()

  @Test(arguments: [UInt8(0x01), 0x10, 0x80, 0xFF])
  func `a changed byte anywhere is refused or changes nothing`(mask: UInt8) throws {
    let folder = try Folder()
    var refused = 0
    for offset in Self.stored.indices {
      var bytes = Self.stored
      bytes[offset] ^= mask
      let path = try folder.file("a.gz", Data(bytes))
      do {
        let found = try text(path)
        // Without its first two bytes it is no compressed file but text, as it stands.
        #expect(found == Self.content || offset < 2 && found == bytes, "offset \(offset)")
      } catch let error as GenomeFileError {
        refused += 1
        #expect([.damaged, .truncated].contains(error.kind), "offset \(offset): \(error)")
      }
    }
    // Time, extra flags and system of each header say nothing about the text.
    #expect(refused >= Self.stored.count - 4 * 8)
  }

  @Test func `a file cut at any byte is refused`() throws {
    let folder = try Folder()
    for length in 3..<Self.stored.count {
      let path = try folder.file("a.gz", Data(Self.stored[..<length]))
      let kind = failure { _ = try text(path) }?.kind
      #expect(kind == .truncated || kind == .damaged, "\(length) bytes")
    }
  }

  @Test func `a pipe cut at any byte is refused`() throws {
    for length in stride(from: 3, to: Self.stored.count, by: 7) {
      let error = failure { _ = try throughPipe(Data(Self.stored[..<length])) { try text($0) } }
      #expect(error?.kind == .truncated || error?.kind == .damaged, "\(length) bytes")
    }
  }

  @Test func `a block that promises more than 64 kB of text is refused`() throws {
    let folder = try Folder()
    var bytes = blocks(of: Self.content, hasEndBlock: false)
    bytes[bytes.count - 2] = 1
    bytes[bytes.count - 4] = 1
    let path = try folder.file("a.gz", Data(bytes + Deflater.endBlock))
    #expect(failure { _ = try text(path) }?.kind == .damaged)
  }
}
