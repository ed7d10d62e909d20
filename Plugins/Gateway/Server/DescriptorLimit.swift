import Glibc

/// How many descriptors the process may have open: each connection takes one.
enum DescriptorLimit {
  /// For everything that is no connection being served.
  private static let reserve: rlim_t = 192

  /// Returns how many connections can be served at once, at most `wanted`. Raises the process's limit
  /// for that as far as it may.
  static func connections(upTo wanted: Int) -> Int {
    let needed = rlim_t(wanted) + reserve
    guard var limit = current else { return wanted }
    if limit.rlim_cur < needed {
      limit.rlim_cur = min(needed, limit.rlim_max)
      setrlimit(resource, &limit)
    }
    guard let available = current?.rlim_cur, available < needed else { return wanted }
    return available > reserve ? Int(available - reserve) : 1
  }

  private static var resource: __rlimit_resource_t {
    __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  }

  private static var current: rlimit? {
    var limit = rlimit()
    return getrlimit(resource, &limit) == 0 ? limit : nil
  }
}
