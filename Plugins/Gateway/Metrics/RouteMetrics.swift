import Hummingbird

/// The metrics of one route. There are as many as routes, and nothing that a client sends adds
/// another.
final class RouteMetrics: Sendable {
  static let classes = 1...5

  let method: String
  /// The label of the route. It is its pattern, such as `/v1/organizations/users/{user_id}`, unless
  /// the route has another.
  let path: String
  let inFlight = Gauge()
  let duration = Histogram()
  let received = Counter()
  let sent = Counter()
  private let responses = classes.map { _ in Counter() }

  init(method: String, path: String) {
    (self.method, self.path) = (method, path)
  }

  /// Returns how many responses had a status of a class, such as 4 for 404.
  func responses(ofClass number: Int) -> UInt64 { responses[number - 1].value }

  /// Handles a request with `handle`, and counts it.
  func measure(
    _ request: Request, _ handle: () async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    inFlight.rise()
    defer {
      inFlight.fall()
      duration.add(.now - start)
    }
    received.add(request.headers[.contentLength].flatMap(UInt64.init) ?? 0)
    do {
      var response = try await handle()
      count(response.status.code)
      count(&response)
      return response
    } catch {
      count(APIError(describing: error).status.code)
      throw error
    }
  }

  private func count(_ status: Int) {
    if Self.classes.contains(status / 100) { responses[status / 100 - 1].add(1) }
  }

  /// Counts the bytes of a response: at once if the length is known, otherwise as they are sent.
  private func count(_ response: inout Response) {
    if let length = response.body.contentLength {
      sent.add(UInt64(length))
    } else {
      response.body = response.body.map { [sent] chunk in
        sent.add(UInt64(chunk.readableBytes))
        return chunk
      }
    }
  }
}
