internal import Glibc

/// How many descriptors the process may have open: each connection takes one.
public enum DescriptorLimit {
  /// For everything that is no connection being served.
  private static let reserve: rlim_t = 192

  /// Returns how many connections can be served at once, at most `wanted`. Raises the process's limit
  /// for that as far as it may.
  public static func connections(upTo wanted: Int) -> Int {
    let needed = rlim_t(wanted) + reserve
    raise(to: needed)
    guard let available = current?.rlim_cur, available < needed else { return wanted }
    return available > reserve ? Int(available - reserve) : 1
  }

  /// Raises the limit, as far as it may be raised. The usual one is low for the sake of programs that use
  /// `select(2)`, which nothing here does.
  public static func raise(to wanted: UInt) {
    guard var limit = current, limit.rlim_cur < wanted else { return }
    limit.rlim_cur = min(wanted, limit.rlim_max)
    setrlimit(resource, &limit)
  }

  private static var resource: __rlimit_resource_t {
    __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  }

  private static var current: rlimit? {
    var limit = rlimit()
    return getrlimit(resource, &limit) == 0 ? limit : nil
  }
}
