internal import CYAML

/// A parser that splits a YAML text into events, through libyaml.
@safe struct YAMLParser: ~Copyable {
  /// One event of a text.
  struct Event {
    enum Kind {
      case scalar(String, isPlain: Bool)
      case sequenceStart
      case mappingStart
      /// The end of a sequence or a mapping.
      case end
      case alias
      /// The start or end of a document, or the start of the text.
      case boundary
      case streamEnd
    }

    let kind: Kind
    /// The anchor that names this node, or the anchor that an alias refers to. Empty if there is
    /// none.
    let anchor: String
    let line: Int
  }

  /// libyaml keeps pointers into its parser and to the input, so both must stay at their addresses.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  init(_ text: String) {
    let bytes = Array(text.utf8)
    unsafe parser = .allocate(capacity: 1)
    unsafe input = .allocate(capacity: bytes.count)
    _ = unsafe input.initialize(fromContentsOf: bytes)
    precondition(unsafe yaml_parser_initialize(parser) == 1, "libyaml is out of memory")
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// Returns the next event. Don't call this after the end of the stream.
  mutating func next() throws(YAMLProblem) -> Event {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw problem }
    defer { unsafe yaml_event_delete(&event) }
    let line = unsafe Int(event.start_mark.line) + 1
    return Event(kind: unsafe Self.kind(event), anchor: unsafe Self.anchor(event), line: line)
  }

  private static func kind(_ event: yaml_event_t) -> Event.Kind {
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return .scalar(
        unsafe String(decoding: bytes, as: UTF8.self),
        isPlain: unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE)
    case YAML_SEQUENCE_START_EVENT: return .sequenceStart
    case YAML_MAPPING_START_EVENT: return .mappingStart
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
    case YAML_ALIAS_EVENT: return .alias
    case YAML_STREAM_END_EVENT: return .streamEnd
    default: return .boundary
    }
  }

  private static func anchor(_ event: yaml_event_t) -> String {
    let name: UnsafeMutablePointer<yaml_char_t>? =
      switch unsafe event.type {
      case YAML_SCALAR_EVENT: unsafe event.data.scalar.anchor
      case YAML_SEQUENCE_START_EVENT: unsafe event.data.sequence_start.anchor
      case YAML_MAPPING_START_EVENT: unsafe event.data.mapping_start.anchor
      case YAML_ALIAS_EVENT: unsafe event.data.alias.anchor
      default: nil
      }
    return unsafe name.map { unsafe String(cString: $0) } ?? ""
  }

  private var problem: YAMLProblem {
    let parser = unsafe parser.pointee
    let message = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "it can't be read"
    // An error in the bytes themselves has an offset, but no line.
    let hasLine = unsafe parser.error != YAML_READER_ERROR && parser.error != YAML_MEMORY_ERROR
    return YAMLProblem(
      message: message, line: hasLine ? unsafe Int(parser.problem_mark.line) + 1 : 0)
  }
}
