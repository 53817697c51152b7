import Reports

extension PageSet {
  /// The way in.
  ///
  /// - Parameter next: Where to go afterwards, a path of this service.
  package func signIn(userName: String = "", next: String = "", hasFailed: Bool = false) -> String {
    let wrong: Markup =
      hasFailed
      ? """
      <p class="notice error" role="alert" id="wrong"><strong>Not signed in.</strong> The name or the \
      passphrase is wrong, or the account is locked for a while.</p>
      """ : ""
    let described: Markup = hasFailed ? " aria-invalid=\"true\" aria-describedby=\"wrong\"" : ""
    return screen(
      "Sign in",
      """
      <div class="narrow"><h1>Sign in</h1>
      \(wrong)
      <form class="panel" method="post" action="/sign-in">\(token)\
      <input type="hidden" name="next" value="\(next)">
      <div class="field"><label for="user">Name</label><input id="user" name="user" type="text" \
      value="\(userName)" autocomplete="username" required autofocus\(described)></div>
      <div class="field"><label for="passphrase">Passphrase</label><input id="passphrase" \
      name="passphrase" type="password" autocomplete="current-password" required\(described)></div>
      <p><button class="first">Sign in</button></p></form></div>
      """)
  }

  /// Nothing is shown, since it is not allowed; with the emergency door where there is one.
  ///
  /// - Parameter breakGlassFor: The patient's id, where a reason opens the page.
  package func refused(title: String, sentence: String, breakGlassFor id: String?) -> String {
    let door: Markup =
      id.map { id -> Markup in
        """
        <form class="panel" method="post" \
        action="/patients/\(Address.segment(id))/break-glass">\(token)
        <h2>In an emergency</h2>
        <p>You may look all the same. Your name, the time and your reason go into the record, and \
        someone will ask.</p>
        <div class="field"><label for="reason">Reason</label><input id="reason" name="reason" \
        type="text" required minlength="10" maxlength="300" autocomplete="off"></div>
        <p><button>Open for this reason</button></p></form>
        """
      } ?? ""
    return screen(
      title,
      """
      <div class="narrow"><h1>\(title)</h1><p class="notice error" role="alert">\(sentence)</p>
      \(door)</div>
      """)
  }

  /// Something was asked for that can't be answered.
  package func failed(title: String, sentence: String) -> String {
    screen(
      title,
      """
      <div class="narrow"><h1>\(title)</h1><p class="notice error" role="alert">\(sentence)</p>
      <p><a href="/">Back to the start</a></p></div>
      """)
  }
}
