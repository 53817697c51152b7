internal import Foundation
internal import Hummingbird
internal import Logging

/// What happens to every request, whether or not there is such an address: the host and origin are
/// checked, refusals become problem documents, every answer carries the security headers, and one
/// line without names, ids or query is logged.
struct GuardMiddleware<Context: RequestContext>: RouterMiddleware {
  let hosts: HostCheck
  let handlers: Handlers
  let logger: Logger

  @concurrent func handle(
    _ request: Request, context: Context,
    next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    var response: Response
    do {
      try check(request)
      response = try await next(request, context)
    } catch let problem as Problem {
      response = refuse(problem, request)
    } catch let error as HTTPError {
      response = refuse(Self.problem(error.status), request)
    } catch {
      logger.error("a request failed", metadata: ["kind": "\(type(of: error))"])
      response = refuse(
        Problem(.internalServerError, "The service failed at this; the log says where."), request)
    }
    for header in SecurityHeaders.all(isTLS: hosts.isTLS) {
      guard let name = HTTPFields.Element.Name(header.name), response.headers[name] == nil else {
        continue
      }
      response.headers[name] = header.value
    }
    let time = (ContinuousClock.now - start) / .milliseconds(1)
    logger.info(
      "answered",
      metadata: [
        "method": "\(request.method.rawValue)", "route": "\(context.endpointPath ?? "none")",
        "status": "\(response.status.code)", "ms": "\(Int(time.rounded()))",
      ])
    return response
  }

  private func check(_ request: Request) throws {
    try hosts.checkHost(request.head.authority)
    guard request.method != .get && request.method != .head else { return }
    try hosts.checkOrigin(
      request.headers[Field.origin], site: request.headers[Field.fetchSite],
      authority: request.head.authority)
  }

  /// The refusal, as a page where a browser asks for one.
  private func refuse(_ problem: Problem, _ request: Request) -> Response {
    let wantsPage =
      request.headers[Field.accept]?.hasPrefix("text/html") == true
      && !request.uri.path.hasPrefix("/api/")
    return Server.response(
      wantsPage ? handlers.page(of: problem, nil, nil, .nobody) : problem.answer)
  }

  private static func problem(_ status: HTTPResponse.Status) -> Problem {
    switch status {
    case .notFound:
      Problem(.notFound, "There is nothing at this address; see /api/v1/openapi.json.")
    case .methodNotAllowed:
      Problem(status, "This address does not take that method; see /api/v1/openapi.json.")
    default: Problem(status, "The request can't be answered; see /api/v1/openapi.json.")
    }
  }
}
