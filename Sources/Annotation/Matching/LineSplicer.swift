internal import GenomeFiles

/// Turns what was found of a record into changes of its line; nothing else of it is touched.
enum LineSplicer {
  /// Adds the changes of a line to `patches`.
  ///
  /// - Parameters:
  ///   - annotator: holds what was found.
  ///   - samples: the samples to keep, by column; nil keeps the line's as they are.
  static func splice(
    _ annotator: borrowing RecordAnnotator, _ text: [UInt8], _ line: LineColumns, samples: [Int]?,
    into patches: inout PatchList
  ) {
    if let identifier = annotator.found.identifier {
      patches.replace(line.idStart..<line.referenceStart - 1, with: identifier)
    }
    if !annotator.found.replacements.isEmpty {
      let inOrder = annotator.found.replacements.sorted {
        $0.range.lowerBound < $1.range.lowerBound
      }
      for (range, bytes) in inOrder { patches.replace(range, with: bytes) }
    }
    if !annotator.found.info.isEmpty { append(annotator.found.info, text, line, to: &patches) }
    if let samples { keep(samples, text, line, into: &patches) }
  }

  /// Puts `;KEY=value` behind INFO, or in place of an INFO that is missing.
  private static func append(
    _ addition: borrowing ByteScratch, _ text: [UInt8], _ line: LineColumns,
    to patches: inout PatchList
  ) {
    let info = line.infoStart..<line.infoEnd
    let whole = 0..<addition.count
    let withoutFirst = 1..<addition.count
    if info.isEmpty || info.count == 1 && text[info.lowerBound] == UInt8(ascii: ".") {
      patches.replace(info, with: addition, withoutFirst)
    } else {
      let isOpen = text[info.upperBound - 1] == UInt8(ascii: ";")
      patches.replace(
        info.upperBound..<info.upperBound, with: addition, isOpen ? withoutFirst : whole)
    }
  }

  private static func keep(
    _ samples: [Int], _ text: [UInt8], _ line: LineColumns, into patches: inout PatchList
  ) {
    let cells = text[line.infoEnd..<line.end].split(
      separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false
    ).dropFirst()
    guard let format = cells.first else { return }
    let first = cells.startIndex + 1
    let kept = samples.isEmpty ? [] : [format] + samples.map { cells[first + $0] }
    var new: [UInt8] = []
    for cell in kept {
      new.append(UInt8(ascii: "\t"))
      new += cell
    }
    patches.replace(line.infoEnd..<line.end, with: new)
  }
}
