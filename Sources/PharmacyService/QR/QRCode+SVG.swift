import Reports

extension QRCode {
  /// The code as an SVG with its quiet zone of four modules; each run of dark modules is one rectangle.
  ///
  /// - Parameter title: What it is, for those who can't see it.
  func svg(title: String) -> Markup {
    let full = modules.count + 8
    var path = ""
    for (row, line) in modules.enumerated() {
      var column = 0
      while column < line.count {
        guard line[column] else {
          column += 1
          continue
        }
        let start = column
        while column < line.count, line[column] { column += 1 }
        path += "M\(start + 4) \(row + 4)h\(column - start)v1h-\(column - start)z"
      }
    }
    return """
      <svg class="qr" role="img" viewBox="0 0 \(full) \(full)" shape-rendering="crispEdges" \
      xmlns="http://www.w3.org/2000/svg"><title>\(title)</title>\
      <path d="M0 0h\(full)v\(full)h-\(full)z" fill="#fff"/><path d="\(path)" fill="#000"/></svg>
      """
  }
}
