internal import Glibc

/// A file for what does not fit into memory; it has no name, so nothing is left whatever happens.
package struct ScratchFile: ~Copyable {
  private let descriptor: Int32
  private let place: String
  /// How many bytes were written.
  package private(set) var count = 0

  /// Makes one in the folder of another file, whose disk has to hold the output anyway.
  package init(beside path: String) throws(MappedIndexError) {
    place = "\(path).\(getpid()).scratch"
    // Safe: the path is a Swift string, passed as a C string for the call alone.
    descriptor = unsafe open(place, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw AtomicFile.failure(place) }
    // The name goes at once; the system frees the space with the descriptor, even after a kill.
    AtomicFile.remove(place)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes bytes at the end.
  package mutating func append(_ bytes: [UInt8]) throws(MappedIndexError) {
    var offset = 0
    while offset < bytes.count {
      // Safe: the buffer is valid during the closure and its own count is passed.
      let written = unsafe bytes[offset...].withUnsafeBytes { rest in
        unsafe pwrite(descriptor, rest.baseAddress, rest.count, count)
      }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw AtomicFile.failure(place) }
      offset += written
      count += written
    }
  }

  /// Fills a part of `buffer` from an offset; there have to be as many bytes.
  package borrowing func read(
    into buffer: inout [UInt8], _ range: Range<Int>, from offset: Int
  ) throws(MappedIndexError) {
    var done = 0
    while done < range.count {
      let start = range.lowerBound + done
      let count = unsafe buffer.withUnsafeMutableBytes { whole in
        // Safe: the slice checks its bounds; the system writes at most its own count.
        let room = unsafe UnsafeMutableRawBufferPointer(rebasing: whole[start..<range.upperBound])
        return unsafe pread(descriptor, room.baseAddress, room.count, offset + done)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw AtomicFile.failure(place) }
      done += count
    }
  }
}
