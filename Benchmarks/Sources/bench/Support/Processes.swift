import Foundation

/// Reads what the system knows about a process.
enum Processes {
  /// Returns the processor time that a process has used, in seconds.
  static func processorTime(of pid: Int32) throws -> Double {
    var clock = clockid_t()
    var time = timespec()
    guard clock_getcpuclockid(pid, &clock) == 0, clock_gettime(clock, &time) == 0 else {
      throw BenchError("the processor time of \(pid) can't be read")
    }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Returns the resident memory of a process, in MB of 1,048,576 bytes.
  static func residentMemory(of pid: Int32) throws -> Double {
    let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    let kilobytes = line.flatMap { Double($0.split(separator: " ")[1]) }
    guard let kilobytes else { throw BenchError("the memory of \(pid) can't be read") }
    return kilobytes / 1024
  }

  /// Returns the processes that `parent` has started.
  static func children(of parent: Int32) throws -> [Int32] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap(Int32.init).filter {
      let stat = try? String(contentsOfFile: "/proc/\($0)/stat", encoding: .utf8)
      // The name may contain anything. After it come the state and the parent.
      let rest = stat?.split(separator: ")").last?.split(separator: " ")
      return rest.map { $0.count > 1 && Int32($0[1]) == parent } ?? false
    }
  }
}
