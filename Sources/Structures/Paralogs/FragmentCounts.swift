/// What all fragments together show: counts by site and state, and whose sequence they are.
struct FragmentCounts {
  /// Fragments by site and state.
  private(set) var all: [[Int]]
  /// Those that the differences show to be the paralog's.
  private(set) var paralog: [[Int]]
  /// Those that no difference shows to be the paralog's.
  private(set) var notParalog: [[Int]]
  /// What a group's count weighs: fragments that run through many groups are not as many witnesses.
  private(set) var groupWeight: Double
  /// By group of differences: fragments that show the gene's bases and the paralog's.
  private(set) var groups: [(sites: ClosedRange<Int>, gene: Int, paralog: Int)]

  init(_ fragments: [Fragment], table: SiteTable) {
    let empty = table.sites.map { [Int](repeating: 0, count: $0.states.count) }
    (all, paralog, notParalog) = (empty, empty, empty)
    groups = Self.groups(table)
    groupWeight = 0.6
    var (voters, votesCast) = (0, 0)
    var groupOfSite = [Int](repeating: -1, count: table.sites.count)
    for (index, group) in groups.enumerated() {
      for site in group.sites { groupOfSite[site] = index }
    }
    for fragment in fragments {
      var (geneCount, paralogCount) = (0, 0)
      var votes: [(group: Int, gene: Int, paralog: Int)] = []
      for (site, state) in fragment.states where table.sites[site].isDifference {
        let isParalog = state == table.sites[site].paralogState
        guard isParalog || state == table.sites[site].geneState else { continue }
        if isParalog { paralogCount += 1 } else { geneCount += 1 }
        let group = groupOfSite[site]
        if votes.last?.group != group { votes.append((group, 0, 0)) }
        if isParalog {
          votes[votes.count - 1].paralog += 1
        } else {
          votes[votes.count - 1].gene += 1
        }
      }
      if !votes.isEmpty { voters += 1 }
      votesCast += votes.count
      for vote in votes where vote.gene != vote.paralog {
        if vote.gene > vote.paralog {
          groups[vote.group].gene += 1
        } else {
          groups[vote.group].paralog += 1
        }
      }
      let isParalog = paralogCount >= 2 && paralogCount > 9 * geneCount
      for (site, state) in fragment.states {
        all[site][state] += 1
        if isParalog { paralog[site][state] += 1 }
        if paralogCount == 0 || geneCount > paralogCount { notParalog[site][state] += 1 }
      }
    }
    if votesCast > 0 { groupWeight = min(0.6, 1.5 * Double(voters) / Double(votesCast)) }
  }

  /// Differences that lie close together, as ranges of sites.
  static func groups(_ table: SiteTable) -> [(sites: ClosedRange<Int>, gene: Int, paralog: Int)] {
    var ranges: [ClosedRange<Int>] = []
    for site in table.sites.indices where table.sites[site].isDifference {
      if let last = ranges.last,
        table.sites[site].position - table.sites[last.upperBound].position < 25,
        table.sites[site].position - table.sites[last.lowerBound].position < 250
      {
        ranges[ranges.count - 1] = last.lowerBound...site
      } else {
        ranges.append(site...site)
      }
    }
    return ranges.map { ($0, 0, 0) }
  }
}
