internal import Glibc

/// The number of descriptors that the process may have open. Each connection takes one.
public enum DescriptorLimit {
  /// The descriptors for everything other than the connections that are served.
  private static let reserve: rlim_t = 192

  /// Returns the number of connections that can be served at once, at most `wanted`. Raises the
  /// process's limit for them as far as the system allows.
  public static func connections(upTo wanted: Int) -> Int {
    let needed = rlim_t(wanted) + reserve
    raise(to: needed)
    guard let available = current?.rlim_cur, available < needed else { return wanted }
    return available > reserve ? Int(available - reserve) : 1
  }

  /// Raises the limit as far as the system allows. The default is low for the sake of programs that
  /// use `select(2)`, which no code here uses.
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
