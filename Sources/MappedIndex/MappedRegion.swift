internal import Glibc

/// A whole file mapped read-only into memory, or bytes held as if they were one; unmapped when the
/// last view's owner goes.
///
/// The only class of the module. Structs retain it and pass its views on; see `Column`, `BytePool`.
/// While it lives the file must not be changed in place: what is read then is undefined, and a
/// shortened file stops the process. Replacing it by renaming, as `IndexWriter` does, is fine.
@safe
package final class MappedRegion: @unchecked Sendable {
  // Sendable because the memory is mapped read-only, both fields are constants, and the mapping
  // ends in deinit, after the last reference.
  private let base: UnsafeRawPointer
  /// Whether a page that is let go of can be read again from a file.
  private let isFile: Bool
  /// The size of the file in bytes.
  package let byteCount: Int

  /// Maps the file at a path, which must have at least `minimumByteCount` bytes.
  package init(path: String, minimumByteCount: Int = 1) throws(MappedIndexError) {
    // Safe: the path is a Swift string, passed as a C string for the call alone.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code = errno
      throw MappedIndexError(
        code == ENOENT || code == ENOTDIR ? .missing : .unreadable(code: code), place: path)
    }
    defer { close(descriptor) }
    var status = stat()
    // Safe: `status` outlives the call, which fills it.
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw MappedIndexError(.unreadable(code: errno), place: path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw MappedIndexError(.notAnIndex, place: path)
    }
    let size = Int(status.st_size)
    guard size >= max(1, minimumByteCount) else {
      throw MappedIndexError(.truncated(found: size, expected: minimumByteCount), place: path)
    }
    // Safe: a fresh read-only mapping of `size` bytes of an open file; the result is checked.
    let mapped = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let mapped = unsafe mapped, unsafe mapped != MAP_FAILED else {
      throw MappedIndexError(.unreadable(code: errno), place: path)
    }
    // Safe: kept together with its size until deinit.
    unsafe base = UnsafeRawPointer(mapped)
    byteCount = size
    isFile = true
  }

  /// Takes a copy of bytes, at least one, as if they were a file; `name` stands for it in errors.
  init(copying bytes: [UInt8], name: String) throws(MappedIndexError) {
    precondition(!bytes.isEmpty, "a region has at least one byte")
    let size = bytes.count
    // Safe: fresh zeroed memory of `size` bytes that belongs to no file; the result is checked.
    let mapped = unsafe mmap(
      nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let mapped = unsafe mapped, unsafe mapped != MAP_FAILED else {
      throw MappedIndexError(.unreadable(code: errno), place: name)
    }
    unsafe bytes.withUnsafeBytes { source in
      // Safe: both have `size` bytes; nothing writes to the memory once it is read-only.
      unsafe UnsafeMutableRawBufferPointer(start: mapped, count: size).copyMemory(from: source)
      _ = unsafe mprotect(mapped, size, PROT_READ)
    }
    // Safe: kept together with its size until deinit.
    unsafe base = UnsafeRawPointer(mapped)
    byteCount = size
    isFile = false
  }

  deinit {
    // Safe: the mapping was made in init with this address and size and is ended only here.
    _ = unsafe munmap(UnsafeMutableRawPointer(mutating: base), byteCount)
  }

  /// Lets the system take back the memory of whole pages within a stretch; they are read again when
  /// touched.
  func release(_ range: Range<Int>) {
    guard isFile else { return }
    let page = Int(getpagesize())
    let start = (range.lowerBound + page - 1) / page * page
    let end = range.upperBound / page * page
    guard start < end, end <= byteCount else { return }
    // Safe: the pages lie in the mapping, which is read-only and backed by the file.
    _ = unsafe madvise(UnsafeMutableRawPointer(mutating: base + start), end - start, MADV_DONTNEED)
  }

  /// All bytes of the file.
  package var bytes: RawSpan {
    @_lifetime(borrow self)
    borrowing get {
      // Safe: the mapping holds `byteCount` readable bytes for as long as `self` lives.
      let view = unsafe RawSpan(_unsafeStart: base, byteCount: byteCount)
      return bind(view, to: self)
    }
  }
}
