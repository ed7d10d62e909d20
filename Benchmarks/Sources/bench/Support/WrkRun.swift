import Foundation

/// One run of wrk, for four seconds.
struct WrkRun {
  /// The responses a second.
  let rate: Double
  /// The number of responses.
  let count: Double
  /// The latency in microseconds that these shares of the responses didn't exceed.
  let (p50, p95, p99): (Double, Double, Double)
  let failures: Int

  /// - Parameter connections: How many requests are in flight at a time.
  init(_ url: String, connections: Int, headers: RequestHeaders) throws {
    let text = try Program.run(
      URL(fileURLWithPath: "/usr/bin/wrk"),
      ["-t1", "-c\(connections)", "-d4s", "-s", headers.script.path, url])
    guard let line = text.firstMatch(of: #/figures\t([0-9.\t]+)/#)?.output.1 else {
      throw BenchError("wrk printed no figures: \(text)")
    }
    let figures = line.split(separator: "\t").compactMap { Double($0) }
    guard figures.count == 6 else { throw BenchError("wrk printed other figures: \(text)") }
    (count, rate) = (figures[0], figures[0] / figures[1] * 1e6)
    (p50, p95, p99) = (figures[2], figures[3], figures[4])
    failures = Int(figures[5])
  }
}
