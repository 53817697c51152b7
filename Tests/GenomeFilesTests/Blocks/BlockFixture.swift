import Foundation
import GenomeFiles

/// Text that deflates poorly enough to fill blocks and well enough to be deflated.
func blockText(lines: Int, seed: UInt64 = 7) -> [UInt8] {
  var random = Seeded(state: seed)
  var text: [UInt8] = []
  for index in 1...lines {
    let name = UInt32.random(in: 0...UInt32.max, using: &random)
    text += Array("chr1\t\(index * 10)\trs\(name)\tA\tG\t.\t.\tAF=0.\(name % 1000)\n".utf8)
  }
  return text
}

/// The text as BGZF blocks and the end block.
func blocks(
  of text: [UInt8], level: Int = 6, hasEndBlock: Bool = true
) -> [UInt8] {
  var stored: [UInt8] = []
  Deflater(level: level).append(blocksOf: text, 0..<text.count, to: &stored)
  return hasEndBlock ? stored + Deflater.endBlock : stored
}

/// Reads a file piece by piece and inflates each.
func pieces(_ path: String, atLeast byteCount: Int = 1 << 16) throws -> [TextPiece] {
  var input = try BlockInput(path: path)
  let inflater = Inflater()
  var pieces: [TextPiece] = []
  while let piece = try input.next(atLeast: byteCount) {
    pieces.append(try inflater.inflate(piece, path: path))
  }
  return pieces
}

/// The whole text of a file.
func text(_ path: String, atLeast byteCount: Int = 1 << 16) throws -> [UInt8] {
  try pieces(path, atLeast: byteCount).flatMap(\.text)
}
