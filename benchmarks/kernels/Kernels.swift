import Annotation
import Foundation
import GenomeFiles

/// Times the hot loops of `annotate` on a file and an index in memory, each beside a plain copy of
/// the same bytes, which no loop over them can beat.
///
///     swift run -c release kernels genome.vcf.gz frequency.sdx [turns]
///
/// Prints one JSON object: for each kernel the median of its turns in seconds, what it went over,
/// and its ratio to the copy in the same run. Turns are interleaved.
@main
enum Kernels {
  /// A loop to be timed and how much it goes over.
  struct Kernel {
    let name: String
    let count: Int
    let unit: String
    let body: () throws -> Void
  }

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 2, let file = arguments.first else {
      FileHandle.standardError.write(
        Data("kernels: name a BGZF compressed VCF and an annotation index\n".utf8))
      exit(2)
    }
    let turns = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 5
    let kernels = try kernels(file: file, index: arguments[arguments.startIndex + 1])
    var times = kernels.map { _ in [Double]() }
    for _ in 0..<turns {
      for (index, kernel) in kernels.enumerated() {
        let clock = ContinuousClock()
        let time = try clock.measure { try kernel.body() }
        times[index].append(time / .seconds(1))
      }
    }
    let medians = times.map { $0.sorted()[$0.count / 2] }
    var lines: [String] = []
    for (kernel, median) in zip(kernels, medians) {
      let rate = Double(kernel.count) / median
      lines.append(
        "  \"\(kernel.name)\": {\"seconds\": \(median), \"unit\": \"\(kernel.unit)\", "
          + "\"perSecond\": \(rate.rounded()), \"timesCopy\": \(median / medians[0])}")
    }
    print("{\n" + lines.joined(separator: ",\n") + "\n}")
  }

  /// The kernels on the first pieces of a file, about 50 MB of text.
  private static func kernels(file: String, index: String) throws -> [Kernel] {
    var input = try BlockInput(path: file)
    let inflater = Inflater()
    var raw: [RawPiece] = []
    var texts: [[UInt8]] = []
    while texts.reduce(0, { $0 + $1.count }) < 50 << 20,
      let piece = try input.next(atLeast: 1 << 20)
    {
      raw.append(piece)
      texts.append(try inflater.inflate(piece, path: file).text)
    }
    let bytes = texts.reduce(0) { $0 + $1.count }
    let starts = texts.map(firstRecord)
    var records = 0
    for (text, start) in zip(texts, starts) { forEachLine(text, from: start) { _ in records += 1 } }
    let source = try AnnotationSource(
      SourceSpecification(parsing: index), index: AnnotationIndex(path: index))
    let plan = AnnotationPlan(path: file, sources: [source], columnCount: 0, declared: [])
    var scratch = ByteScratch()
    var output: [UInt8] = []
    return [
      Kernel(name: "copy", count: bytes, unit: "bytes") {
        for text in texts {
          scratch.truncate(to: 0)
          scratch.append(text)
        }
      },
      Kernel(name: "inflate", count: bytes, unit: "bytes of text") {
        for piece in raw { _ = try inflater.inflate(piece, path: file) }
      },
      Kernel(name: "find columns", count: records, unit: "records") {
        for (text, start) in zip(texts, starts) { forEachLine(text, from: start) { _ in } }
      },
      Kernel(name: "look up", count: records, unit: "records") {
        var annotator = try RecordAnnotator(plan)
        for (text, start) in zip(texts, starts) {
          try forEachLine(text, from: start) { _ = try annotator.annotate(text, $0) }
        }
      },
    ]
      + [1, 6].map { level in
        let deflater = Deflater(level: level)
        let text = texts[texts.count / 2]
        return Kernel(name: "deflate \(level)", count: text.count, unit: "bytes of text") {
          output.removeAll(keepingCapacity: true)
          deflater.append(blocksOf: text, 0..<text.count, to: &output)
        }
      }
  }

  /// The offset of the first whole record of a piece.
  private static func firstRecord(of text: [UInt8]) -> Int {
    var start = (text.firstIndex(of: 10, from: 0, to: text.count) ?? -1) + 1
    while start < text.count, text[start] == UInt8(ascii: "#") {
      start = (text.firstIndex(of: 10, from: start, to: text.count) ?? text.count - 1) + 1
    }
    return start
  }

  private static func forEachLine(
    _ text: [UInt8], from first: Int, _ body: (LineColumns) throws -> Void
  ) rethrows {
    let end = (text.lastIndex(of: 10, from: first, to: text.count) ?? first - 1) + 1
    var start = first
    while start < end, let line = LineColumns(in: text, from: start, to: end) {
      try body(line)
      start = line.next
    }
  }
}
