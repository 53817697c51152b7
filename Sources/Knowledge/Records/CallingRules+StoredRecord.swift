internal import MappedIndex

extension CallingRules: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(name: method)
    writer.write(requiredPositions)
    writer.write(undocumentedCountsAsReference)
    writer.write(unphasedPriorities) { $0.write($1) }
    writer.write(fallback)
    writer.write(linkedPair)
    writer.write(tierOnePositions)
    writer.write(copyNumberCaps.sorted { $0.key < $1.key }) { writer, cap in
      writer.write(cap.key)
      writer.write(cap.value)
    }
    writer.write(functionOrder)
    writer.write(outsideCallers)
    writer.write(spellings.sorted { $0.key < $1.key }) { writer, spelling in
      writer.write(spelling.key)
      writer.write(spelling.value)
    }
    writer.write(caveat)
    writer.write(onRequest)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(method: try reader.readName())
    requiredPositions = try reader.readInts()
    undocumentedCountsAsReference = try reader.readBool()
    unphasedPriorities = try reader.readArray { (reader) throws(MappedIndexError) in
      try reader.readStrings()
    }
    fallback = try reader.readOptional()
    linkedPair = try reader.readOptional()
    tierOnePositions = try reader.readInts()
    let caps = try reader.readArray { (reader) throws(MappedIndexError) in
      (try reader.readString(), try reader.readInt())
    }
    copyNumberCaps = Dictionary(caps) { first, _ in first }
    functionOrder = try reader.readStrings()
    outsideCallers = try reader.readStrings()
    let names = try reader.readArray { (reader) throws(MappedIndexError) in
      (try reader.readString(), try reader.readString())
    }
    spellings = Dictionary(names) { first, _ in first }
    caveat = try reader.readOptionalString()
    onRequest = try reader.readOptionalString()
  }
}

extension CallingRules.Fallback: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(position)
    writer.write(haplotypes)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(position: try reader.readInt(), haplotypes: try reader.readStrings())
  }
}

extension CallingRules.LinkedPair: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(causal)
    writer.write(tag)
    writer.write(both)
    writer.write(causalOnly)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      causal: try reader.readInt(), tag: try reader.readInt(), both: try reader.readString(),
      causalOnly: try reader.readString())
  }
}
