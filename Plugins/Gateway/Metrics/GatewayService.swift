import GoogleProtos
import IPC
import Platform
import WebProtos
import WebServices

/// What the gateway tells other plugins of its work.
struct GatewayService: GatewayServiceProtocol {
  let history: ResponseHistory

  func stats(_ request: GatewayStatsRequest, context: CallContext) async throws -> GatewayStats {
    let (from, counts) = history.points(at: WallClock.seconds)
    return GatewayStats(
      step: GoogleDuration(seconds: Int64(ResponseHistory.step)),
      from: GoogleTimestamp(seconds: from), points: counts)
  }
}
