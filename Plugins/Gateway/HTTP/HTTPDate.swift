import Glibc
import Synchronization

/// The time of a response in HTTP's format. (RFC 9110, section 5.6.7)
enum HTTPDate {
  /// The latest time and its text, which is formatted once a second.
  private static let last = Mutex((second: 0, text: ""))

  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The current time, such as `Sun, 06 Nov 1994 08:49:37 GMT`.
  static var now: String {
    let second = time(nil)
    return last.withLock { last in
      if last.second != second { last = (second, text(of: second)) }
      return last.text
    }
  }

  /// - Parameter second: Seconds since 1970.
  static func text(of second: Int) -> String {
    var (second, parts) = (second, tm())
    gmtime_r(&second, &parts)
    let day = "\(days[Int(parts.tm_wday)]), \(padded(parts.tm_mday)) \(months[Int(parts.tm_mon)])"
    let hour = [parts.tm_hour, parts.tm_min, parts.tm_sec].map(padded).joined(separator: ":")
    return "\(day) \(1900 + parts.tm_year) \(hour) GMT"
  }

  private static func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
