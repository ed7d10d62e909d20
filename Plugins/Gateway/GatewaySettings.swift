import PluginKit
import Status

/// The settings that an operator can make, in the manifest's `config` or with `steward serve --set
/// gateway.KEY=VALUE`.
struct GatewaySettings: Hashable, Sendable {
  /// `max_connections`: the maximum number of connections at once. When it is reached, the peer
  /// that holds the most connections makes room for new ones.
  var maximumConnections = 1024
  /// `idle_timeout`, in seconds: how long a connection may be idle, and how long the head of a
  /// request may take.
  var idleTimeout = Duration.seconds(60)
  /// `request_timeout`, in seconds: how long a request may take to arrive and to be translated,
  /// from its head to the end of its body.
  var requestTimeout = Duration.seconds(30)
  /// `write_timeout`, in seconds: how long a client may take to receive the next 64 KiB of a
  /// response.
  var writeTimeout = Duration.seconds(30)
  /// `heartbeat`, in seconds: the maximum time between two signs of life that a stream's client
  /// gets.
  var heartbeat = Duration.seconds(15)
  /// `drain_grace`, in seconds: how long an idle client may still send one more request when the
  /// gateway is stopped or reloaded. Then its connection is closed.
  var drainGrace = Duration.seconds(1)
  /// `rate_limit`: how many requests each client may make per minute; 0 means any number.
  var requestsPerMinute = 6000
  /// `invite_limit`: how many invites the Admin API may create per hour in each organization; 0
  /// means any number.
  var invitesPerHour = 1200
  /// `trusted_proxies`, separated by commas: the addresses, or ranges of addresses, of the proxies
  /// that are trusted to say where a client is.
  var trustedProxies = TrustedProxies()
  /// `cors_origins`, separated by commas: the sites whose pages may use the gateway from a browser.
  var corsOrigins: Set<String> = []
  /// `public_origin`: the origin at which clients reach the gateway. nil: any origin.
  var publicOrigin: PublicOrigin?
  /// `access_log`: which requests are logged.
  var accessLog = AccessLog.Extent.all
  /// `metrics`: which clients may read the metrics.
  var metrics = MetricsRoute.Access.credential
  /// `tls_certificate` and `tls_key`: paths of files. nil: without TLS.
  var tls: TLSFiles?
}

extension GatewaySettings {
  /// The headers for browsers that every response has.
  var safety: SafetyHeaders { SafetyHeaders(isSecure: tls != nil || publicOrigin != nil) }

  /// The origin at which browsers reach the pages.
  var pageOrigin: PageOrigin { PageOrigin(publicOrigin: publicOrigin, hasTLS: tls != nil) }

  /// - Throws: ``Status`` that names an unknown setting, or a setting whose value is invalid.
  init(_ config: [String: String]) throws {
    for (key, value) in config.sorted(by: { $0.key < $1.key }) { try set(key, to: value) }
    switch (config["tls_certificate"], config["tls_key"]) {
    case (nil, nil): break
    case (let certificate?, let key?): tls = TLSFiles(certificate: certificate, key: key)
    default: throw Status.badSetting("tls_key", "must be set together with \"tls_certificate\"")
    }
  }

  private mutating func set(_ key: String, to value: String) throws {
    switch key {
    case "max_connections": maximumConnections = try Self.number(key, value, in: 1...100_000)
    case "idle_timeout": idleTimeout = .seconds(try Self.number(key, value, in: 1...3600))
    case "request_timeout": requestTimeout = .seconds(try Self.number(key, value, in: 1...3600))
    case "write_timeout": writeTimeout = .seconds(try Self.number(key, value, in: 1...3600))
    case "heartbeat": heartbeat = .seconds(try Self.number(key, value, in: 1...3600))
    case "drain_grace": drainGrace = .seconds(try Self.number(key, value, in: 0...3600))
    case "rate_limit": requestsPerMinute = try Self.number(key, value, in: 0...10_000_000)
    case "invite_limit": invitesPerHour = try Self.number(key, value, in: 0...10_000_000)
    case "trusted_proxies": trustedProxies = try Self.proxies(key, value)
    case "cors_origins": corsOrigins = try Self.origins(key, value)
    case "public_origin": publicOrigin = try Self.origin(key, value)
    case "access_log": accessLog = try Self.choice(key, value)
    case "metrics": metrics = try Self.choice(key, value)
    case "tls_certificate", "tls_key": break
    default: throw Status.unknownSetting(key)
    }
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

  private static func origins(_ key: String, _ value: String) throws -> Set<String> {
    let origins = value.split(separator: ",").map { String($0.drop { $0 == " " }) }
    guard origins.allSatisfy({ $0.hasPrefix("https://") || $0.hasPrefix("http://") }) else {
      throw Status.badSetting(key, "must be origins such as \"https://console.example.com\"")
    }
    return Set(origins)
  }

  private static func origin(_ key: String, _ value: String) throws -> PublicOrigin {
    guard let origin = PublicOrigin(value) else {
      throw Status.badSetting(key, "must be an origin such as \"https://admin.example.com\"")
    }
    return origin
  }

  private static func proxies(_ key: String, _ value: String) throws -> TrustedProxies {
    guard let proxies = TrustedProxies(value) else {
      throw Status.badSetting(
        key, "must be IP addresses or ranges such as \"127.0.0.1, 10.0.0.0/8, 2001:db8::/32\"")
    }
    return proxies
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ value: String
  ) throws -> Choice {
    guard let choice = Choice(rawValue: value) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw Status.badSetting(key, "must be one of \(known)")
    }
    return choice
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
