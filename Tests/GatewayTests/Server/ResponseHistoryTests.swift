import Platform
import Testing
import WebProtos

@testable import GatewayPlugin

@Suite("The responses of the last hour")
struct ResponseHistoryTests {
  private let history = ResponseHistory()

  @Test("Responses are counted by minute and by the class of their status")
  func classes() {
    for status in [100, 200, 204, 303, 401, 404, 429, 500] { history.count(status, at: 6001) }
    history.count(503, at: 6060)
    let (from, counts) = history.points(at: 6060)
    #expect(from == 6060 - 59 * 60)
    #expect(counts.count == 60)
    #expect(
      counts.suffix(2) == [
        ResponseCounts(successful: 2, redirection: 1, clientError: 3, serverError: 1),
        ResponseCounts(serverError: 1),
      ])
    #expect(counts.dropLast(2).allSatisfy { $0 == ResponseCounts() })
  }

  @Test("What is older than an hour is forgotten")
  func forgotten() {
    history.count(200, at: 0)
    #expect(history.points(at: 59 * 60).counts.first == ResponseCounts(successful: 1))
    #expect(history.points(at: 60 * 60).counts.allSatisfy { $0 == ResponseCounts() })
  }

  @Test("A request for what isn't there counts too")
  func unrouted() async {
    let table = RouteTable(routes: [])
    _ = await table.pipeline().respond(to: .forTests("/nowhere"), from: .loopback)
    #expect(
      table.metrics.history.points(at: WallClock.seconds).counts.map(\.clientError).reduce(0, +)
        == 1)
  }
}
