/// Text in large pieces of whole lines, whatever it is made from.
package protocol LineChunks: ~Copyable {
  /// The bytes read; those of the piece are in `lines`.
  var bytes: [UInt8] { get }
  /// Where in `bytes` the piece lies. Every line has its end but perhaps the file's last one.
  var lines: Range<Int> { get }
  /// How far the file has been read, in stored bytes.
  var offset: Int { get }

  /// Moves on to the next piece; false at the end of the file.
  mutating func advance() throws(GenomeFileError) -> Bool
}
