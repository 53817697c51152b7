internal import MappedIndex

/// Where a command writes: standard output, or a file that appears whole or not at all.
struct OutputFile: ~Copyable {
  private var writer: AtomicFileWriter

  /// Opens an output; nil or `-` is standard output.
  init(path: String?) throws(OutputError) {
    do throws(MappedIndexError) {
      writer = try AtomicFileWriter(path: path == "-" ? nil : path)
    } catch {
      throw OutputError(error)
    }
  }

  /// Writes some text.
  borrowing func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }

  /// Writes some bytes.
  borrowing func write(_ bytes: [UInt8]) throws(OutputError) {
    do throws(MappedIndexError) { try writer.write(bytes) } catch { throw OutputError(error) }
  }

  /// Makes the file appear under its name.
  mutating func finish() throws(OutputError) {
    do throws(MappedIndexError) { try writer.finish() } catch { throw OutputError(error) }
  }
}
