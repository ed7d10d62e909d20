import PluginKit

/// What an operator may set, in the manifest's `config` or with `steward serve --set gateway.KEY=VALUE`.
struct GatewaySettings: Hashable, Sendable {
  /// So many connections at once; further ones wait to be accepted.
  var maximumConnections = 1024
  /// How long a connection may have nothing to do, and how long the head of a request may take.
  var idleTimeout = Duration.seconds(60)
  /// How long a request may take to arrive, from its head to the end of its body.
  var requestTimeout = Duration.seconds(30)
  /// `metrics`: who may ask for the figures.
  var metrics = MetricsRoute.Access.credential
}

extension GatewaySettings {
  /// - Throws: ``Status`` naming a setting that there is none of, or whose value is none.
  init(_ config: [String: String]) throws {
    for (key, value) in config.sorted(by: { $0.key < $1.key }) {
      switch key {
      case "max_connections": maximumConnections = try Self.number(key, value, in: 1...100_000)
      case "idle_timeout": idleTimeout = .seconds(try Self.number(key, value, in: 1...3600))
      case "request_timeout": requestTimeout = .seconds(try Self.number(key, value, in: 1...3600))
      case "metrics": metrics = try Self.access(key, value)
      default: throw Status.unknownSetting(key)
      }
    }
  }

  private static func access(_ key: String, _ value: String) throws -> MetricsRoute.Access {
    guard let access = MetricsRoute.Access(rawValue: value) else {
      let known = MetricsRoute.Access.allCases.map(\.rawValue).joined(separator: " or ")
      throw Status.badSetting(key, "must be \(known)")
    }
    return access
  }

  private static func number(
    _ key: String, _ value: String, in range: ClosedRange<Int>
  ) throws -> Int {
    guard let number = Int(value), range.contains(number) else {
      throw Status.badSetting(
        key, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}

extension Status {
  fileprivate static func unknownSetting(_ key: String) -> Status {
    Status(
      .invalidArgument, reason: "UNKNOWN_SETTING",
      message: "The gateway has no setting \"\(key)\"; correct its plugin.json or --set.")
  }

  fileprivate static func badSetting(_ key: String, _ rule: String) -> Status {
    Status(
      .invalidArgument, reason: "BAD_SETTING",
      message: "The gateway's setting \"\(key)\" \(rule); correct its plugin.json or --set.")
  }
}
