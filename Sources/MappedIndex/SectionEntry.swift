/// One line of the section directory: what a section holds and where.
struct SectionEntry: Sendable {
  let type: SectionType
  /// The offset of the section's first byte from the start of the file.
  let offset: Int
  let byteCount: Int
}
