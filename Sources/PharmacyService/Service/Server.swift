internal import Foundation
internal import Hummingbird
internal import HummingbirdTLS
public import Knowledge
public import Logging
internal import PatientStore

/// The pharmacist's service: pages, JSON API and decision support on one address.
public struct Server: Sendable {
  let settings: ServiceSettings
  let handlers: Handlers
  let gate: Gate
  private let reader: CallReader
  private let logger: Logger
  private let store: EncryptedStore
  /// The folder of a demonstration's store, taken away at the end; nil for a real store.
  private let passingFolder: String?

  /// Opens the store and lays the knowledge base out.
  ///
  /// - Parameters:
  ///   - engine: The program and its edition, as it is printed.
  ///   - demonstrationPatients: The made-up patients of a demonstration, as patient documents.
  /// - Throws: ``ServiceError``, or the store's or the knowledge base's error.
  public init(
    _ settings: ServiceSettings, knowledge: KnowledgeBase, engine: String,
    demonstrationPatients: [String] = [], clock: Clock = .system, chance: Chance = .system,
    logger: Logger
  ) async throws {
    try settings.check()
    let opened = try StoreOpening(settings, clock: clock)
    self.settings = settings
    self.logger = logger
    store = opened.store
    passingFolder = opened.passingFolder
    for remark in store.remarks { logger.warning("\(remark)") }
    let sessions = SessionBook(rules: settings.sessions, chance: chance)
    let standIn =
      settings.patients == .demonstration
      ? SignedInUser(name: Demonstration.standIn, role: .pharmacist) : nil
    let tokens = try await Self.clientTokens(settings)
    handlers = Handlers(
      pharmacy: try Pharmacy(knowledge, engine: engine), store: store, sessions: sessions,
      clock: clock, chance: chance, settings: settings, engine: engine,
      storeFolder: opened.folder, standIn: standIn)
    gate = Gate(
      store: store, sessions: sessions, tokens: tokens, clock: clock, standIn: standIn,
      publicAddress: settings.publicAddress, isTLS: settings.certificate != nil)
    reader = CallReader(
      largestBody: settings.largestBody, deepestJSON: settings.deepestJSON,
      seconds: settings.requestSeconds)
    if settings.patients == .demonstration {
      try Demonstration.prepare(handlers, patients: demonstrationPatients)
    }
  }

  private static func clientTokens(_ settings: ServiceSettings) async throws -> ClientTokens? {
    guard let path = settings.clientKeys else { return nil }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw ServiceError("\(path): the clients' keys can't be read; check the path", isUsage: true)
    }
    return ClientTokens(try await ClientKeys(text, file: path))
  }

  /// Closes the store; a demonstration's is taken away.
  public func close() {
    store.close()
    if let passingFolder { try? FileManager.default.removeItem(atPath: passingFolder) }
  }

  /// Serves until the process is told to stop (SIGTERM, SIGINT); running requests are finished.
  ///
  /// - Parameter onStart: Told the address once the service listens.
  public func run(onStart: @escaping @Sendable (_ address: String) -> Void) async throws {
    defer { close() }
    try await application(onStart: onStart).runService()
  }

  /// The application, to run or to test.
  func application(
    onStart: @escaping @Sendable (_ address: String) -> Void = { _ in }
  ) throws -> some ApplicationProtocol {
    let scheme = settings.certificate == nil ? "http" : "https"
    let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
    let seconds = Int64(settings.connectionSeconds)
    let transport = try settings.certificate.map(Self.transport)
    return Application(
      router: router(),
      server: try transport.map { configuration in
        try .tls(
          .http1(configuration: .init(idleTimeout: .seconds(seconds))),
          tlsConfiguration: configuration)
      } ?? .http1(configuration: .init(idleTimeout: .seconds(seconds))),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port), serverName: nil),
      onServerRunning: { channel in
        onStart("\(scheme)://\(host):\(channel.localAddress?.port ?? 0)")
      },
      logger: logger)
  }

  private static func transport(
    _ certificate: ServiceSettings.Certificate
  ) throws(ServiceError) -> TLSConfiguration {
    do {
      let chain = try NIOSSLCertificate.fromPEMFile(certificate.chain)
      let key = try NIOSSLPrivateKey(file: certificate.key, format: .pem)
      var configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
      configuration.minimumTLSVersion = .tlsv12
      return configuration
    } catch {
      throw ServiceError(
        "\(certificate.chain), \(certificate.key): no certificate chain and key in PEM that fit; "
          + "check both files", isUsage: true)
    }
  }

  /// The routes: exactly those of ``Route``.
  func router() -> Router<BasicRequestContext> {
    let router = Router(options: .autoGenerateHeadEndpoints)
    router.add(
      middleware: GuardMiddleware(hosts: HostCheck(settings), handlers: handlers, logger: logger))
    for route in Route.allCases {
      router.on(RouterPath(route.path), method: route.method) { request, context in
        try await respond(to: request, context, route)
      }
    }
    return router
  }

  private func respond(
    to request: Request, _ context: BasicRequestContext, _ route: Route
  ) async throws -> Response {
    var caller = Caller.nobody
    var read: Call?
    do {
      var parameters: [String: String] = [:]
      for name in route.parameterNames { parameters[name] = context.parameters.get(name) }
      let call = try await reader.call(request, parameters: parameters, route: route)
      read = call
      caller = try await gate.admit(call, to: route)
      var answer = try await handlers.answer(route, call, caller)
      if case .user(_, let token?) = caller, gate.isNew(token, call) {
        answer.cookies.append(handlers.sessionCookie(token))
      }
      return Self.response(answer)
    } catch {
      guard let problem = Problem(error) else { throw error }
      guard !route.isForPrograms else { return Self.response(problem.answer) }
      return Self.response(handlers.page(of: problem, route, read, caller))
    }
  }

  /// An answer as the library sends it.
  static func response(_ answer: Answer) -> Response {
    var headers = HTTPFields()
    if !answer.type.isEmpty { headers[Field.contentType] = answer.type }
    for (name, value) in answer.headers.sorted(by: { $0.key < $1.key }) {
      headers[Field.name(name)] = value
    }
    for cookie in answer.cookies {
      headers.append(HTTPFields.Element(name: Field.setCookie, value: cookie))
    }
    if answer.status == .unauthorized { headers[Field.name("WWW-Authenticate")] = "Bearer" }
    return Response(
      status: answer.status, headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(string: answer.body)))
  }
}
