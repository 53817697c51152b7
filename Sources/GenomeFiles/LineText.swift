internal import CHTSlib
internal import Glibc

/// A growing line of text that htslib can fill and parse; freed when the value goes away.
@safe struct LineText: ~Copyable {
  /// The C string with its length and capacity.
  var text = unsafe kstring_t(l: 0, m: 0, s: nil)

  deinit {
    // Safe: the memory came from malloc or realloc and is reachable only through self.
    unsafe free(text.s)
  }

  /// The bytes of the line without the terminating zero or a trailing carriage return.
  @unsafe var bytes: UnsafeRawBufferPointer {
    // Safe: htslib keeps `l` bytes valid at `s`.
    guard let start = unsafe text.s else {
      return unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    }
    var count = unsafe text.l
    if count > 0, unsafe start[count - 1] == 13 { count -= 1 }
    return unsafe UnsafeRawBufferPointer(start: start, count: count)
  }

  /// Replaces the line by a copy of `bytes`, terminated by a zero.
  mutating func assign(_ bytes: UnsafeRawBufferPointer) {
    let needed = bytes.count + 1
    if unsafe text.m < needed {
      // Safe: `s` is nil or from malloc; a failed realloc traps below before any use.
      guard let grown = unsafe realloc(text.s, needed + needed / 2) else {
        fatalError("out of memory for a line of \(bytes.count) bytes")
      }
      unsafe text.s = grown.assumingMemoryBound(to: CChar.self)
      unsafe text.m = needed + needed / 2
    }
    guard let target = unsafe text.s else { return }
    // Safe: `target` has room for `needed` bytes, and `bytes` never lies within it.
    if let source = bytes.baseAddress { unsafe memcpy(target, source, bytes.count) }
    unsafe target[bytes.count] = 0
    unsafe text.l = bytes.count
  }
}
