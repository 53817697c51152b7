internal import Genome

extension VariantFile {
  /// The index beside the file, if there is one and it can be used for these targets.
  ///
  /// An index older than the file is not trusted: a note is left and the file is streamed. One
  /// that is not older but ends elsewhere than the file does was made for other content.
  func usableIndex(
    for targets: TargetRegions, notes: inout [String]
  ) throws(GenomeFileError) -> VariantIndex? {
    guard !targets.coversEverything, stream.isRegular, stream.isBlockCompressed else { return nil }
    let candidates = isBinary ? [path + ".csi"] : [path + ".csi", path + ".tbi"]
    guard let indexPath = candidates.first(where: FileStatus.isFile) else { return nil }
    guard try FileStatus(path: indexPath).modified >= FileStatus(path: path).modified else {
      notes.append(
        "the index \(quoted(indexPath, limit: 4096)) is older than the file and was not used; "
          + "rebuild it with 'bcftools index -f'")
      return nil
    }
    guard let bytes = try? CompressedStream.content(of: indexPath),
      let index = VariantIndex(bytes: bytes, path: indexPath)
    else {
      throw GenomeFileError(.indexUnreadable(indexPath), path: path)
    }
    guard let end = index.dataEnd, isBinary || !index.names.isEmpty else { return nil }
    guard try isEndOfData(end) else {
      throw GenomeFileError(.indexStale(indexPath), path: path)
    }
    return index
  }

  /// Whether nothing but the end block follows a virtual offset.
  private func isEndOfData(_ offset: UInt64) throws(GenomeFileError) -> Bool {
    guard let size = stream.size, offset >> 16 <= UInt64(size) else { return false }
    let probe = try CompressedStream(path: path)
    var line = LineText()
    do {
      try probe.seek(to: offset)
      return try !probe.read(line: &line)
    } catch {
      return false
    }
  }
}
