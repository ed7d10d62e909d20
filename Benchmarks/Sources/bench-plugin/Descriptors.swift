/// The descriptor sets of services whose methods all take and return a
/// `google.protobuf.BytesValue`. They are written in wire format, since the benchmarks generate no
/// code.
enum Descriptors {
  static func set(of service: String, methods: [String], streams: [String] = []) -> [UInt8] {
    let definition =
      field(1, service.utf8) + methods.flatMap { field(2, method($0)) }
      + streams.flatMap { field(2, method($0) + number(6, 1)) }  // server_streaming
    let file =
      field(1, "bench/v1/\(service).proto".utf8) + field(2, "bench.v1".utf8)
      + field(3, "google/protobuf/wrappers.proto".utf8) + field(6, definition)
      + field(12, "proto3".utf8)
    return field(1, wrappers) + field(1, file)
  }

  private static func method(_ name: String) -> [UInt8] {
    let rules = field(1, "bench.use".utf8) + number(2, 1)  // A permission; IDEMPOTENCY_SAFE.
    return field(1, name.utf8) + field(2, ".google.protobuf.BytesValue".utf8)
      + field(3, ".google.protobuf.BytesValue".utf8) + field(4, field(50400, rules))
  }

  /// The part of google/protobuf/wrappers.proto that is needed.
  private static var wrappers: [UInt8] {
    let value = field(1, "value".utf8) + number(3, 1) + number(4, 1) + number(5, 12)  // bytes
    let message = field(1, "BytesValue".utf8) + field(2, value)
    return field(1, "google/protobuf/wrappers.proto".utf8) + field(2, "google.protobuf".utf8)
      + field(4, message) + field(12, "proto3".utf8)
  }

  private static func field(_ number: Int, _ payload: some Collection<UInt8>) -> [UInt8] {
    varint(number << 3 | 2) + varint(payload.count) + payload
  }

  private static func number(_ number: Int, _ value: Int) -> [UInt8] {
    varint(number << 3) + varint(value)
  }

  private static func varint(_ value: Int) -> [UInt8] {
    value < 0x80 ? [UInt8(value)] : [UInt8(value & 0x7F) | 0x80] + varint(value >> 7)
  }
}
