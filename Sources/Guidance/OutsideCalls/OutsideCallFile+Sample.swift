extension OutsideCallFile {
  /// What is stated of each of some samples, in their order.
  ///
  /// A file that names no sample is about all of them. Of one that does, a sample gets the rows that
  /// bear exactly its name: a name that is merely alike may be another person's.
  ///
  /// - Throws: `OutsideCallError` if a file names samples and none of these is among them.
  public func divided(
    among samples: [String]
  ) throws(OutsideCallError) -> (calls: [[OutsideCall]], remarks: [OutsideCallRemark]) {
    var remarks: [OutsideCallRemark] = []
    for file in calls.map(\.place.file).distinct {
      let named = Set(calls.filter { $0.place.file == file }.compactMap(\.sample))
      guard !named.isEmpty else { continue }
      let place = OutsideCallPlace(file: file, line: 0)
      let absent = samples.filter { !named.contains($0) }.count
      guard absent < samples.count else {
        throw OutsideCallError(.otherSamples(count: named.count), at: place)
      }
      if absent > 0 {
        remarks.append(
          OutsideCallRemark(.samplesWithout(count: absent, of: samples.count), at: place))
      }
    }
    let divided = samples.map { sample in
      calls.filter { $0.sample == nil || $0.sample == sample }
    }
    return (divided, remarks)
  }
}
