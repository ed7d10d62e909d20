import Foundation

/// What the system knows of a process.
enum Processes {
  /// The seconds of processor time that a process has used.
  static func processorTime(of pid: Int32) throws -> Double {
    var clock = clockid_t()
    var time = timespec()
    guard clock_getcpuclockid(pid, &clock) == 0, clock_gettime(clock, &time) == 0 else {
      throw BenchError("the processor time of \(pid) can't be read")
    }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// A process's resident memory in MB.
  static func residentMemory(of pid: Int32) throws -> Double {
    let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    let kilobytes = line.flatMap { Double($0.split(separator: " ")[1]) }
    guard let kilobytes else { throw BenchError("the memory of \(pid) can't be read") }
    return kilobytes / 1024
  }

  /// The processes that `parent` has started.
  static func children(of parent: Int32) throws -> [Int32] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap(Int32.init).filter {
      let stat = try? String(contentsOfFile: "/proc/\($0)/stat", encoding: .utf8)
      // After the name, which may hold anything: the state, then the parent.
      let rest = stat?.split(separator: ")").last?.split(separator: " ")
      return rest.map { $0.count > 1 && Int32($0[1]) == parent } ?? false
    }
  }
}
