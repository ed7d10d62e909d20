internal import CYAML

/// A writer of one YAML document, event by event, through libyaml.
///
/// The events follow the order of the document, so libyaml can refuse none. It fails only when
/// there is no memory left. The emitter then ends the process, as Swift's own allocations do.
@safe struct YAMLEmitter: ~Copyable {
  /// libyaml keeps pointers into its emitter and to the output, so both must stay at their
  /// addresses.
  private let emitter: UnsafeMutablePointer<yaml_emitter_t>
  private let output: UnsafeMutablePointer<[UInt8]>

  init() {
    unsafe emitter = .allocate(capacity: 1)
    unsafe output = .allocate(capacity: 1)
    unsafe output.initialize(to: [])
    unsafe succeed(yaml_emitter_initialize(emitter))
    unsafe yaml_emitter_set_output(
      emitter,
      { output, bytes, count in
        let bytes = unsafe UnsafeBufferPointer(start: bytes, count: count)
        unsafe output?.assumingMemoryBound(to: [UInt8].self).pointee.append(contentsOf: bytes)
        return 1
      }, output)
    unsafe yaml_emitter_set_unicode(emitter, 1)
    unsafe yaml_emitter_set_width(emitter, -1)
    unsafe emit { unsafe yaml_stream_start_event_initialize($0, YAML_UTF8_ENCODING) }
    unsafe emit { unsafe yaml_document_start_event_initialize($0, nil, nil, nil, 1) }
  }

  deinit {
    unsafe yaml_emitter_delete(emitter)
    unsafe emitter.deallocate()
    unsafe output.deinitialize(count: 1)
    unsafe output.deallocate()
  }

  /// Writes a scalar. Without `isQuoted`, libyaml leaves out the quotes where the characters allow
  /// that.
  mutating func scalar(_ text: String, isQuoted: Bool = false) {
    let style = isQuoted ? YAML_DOUBLE_QUOTED_SCALAR_STYLE : YAML_ANY_SCALAR_STYLE
    var text = text
    text.withUTF8 { bytes in
      unsafe emit { event in
        unsafe yaml_scalar_event_initialize(
          event, nil, nil, bytes.baseAddress, Int32(bytes.count), 1, 1, style)
      }
    }
  }

  mutating func startSequence(isEmpty: Bool) {
    let style = isEmpty ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE
    unsafe emit { unsafe yaml_sequence_start_event_initialize($0, nil, nil, 1, style) }
  }

  mutating func endSequence() {
    unsafe emit { unsafe yaml_sequence_end_event_initialize($0) }
  }

  mutating func startMapping(isEmpty: Bool) {
    let style = isEmpty ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE
    unsafe emit { unsafe yaml_mapping_start_event_initialize($0, nil, nil, 1, style) }
  }

  mutating func endMapping() {
    unsafe emit { unsafe yaml_mapping_end_event_initialize($0) }
  }

  /// Ends the document and returns its text.
  consuming func finish() -> String {
    unsafe emit { unsafe yaml_document_end_event_initialize($0, 1) }
    unsafe emit { unsafe yaml_stream_end_event_initialize($0) }
    return unsafe String(decoding: output.pointee, as: UTF8.self)
  }

  private func emit(_ initialize: (UnsafeMutablePointer<yaml_event_t>) -> Int32) {
    var event = unsafe yaml_event_t()
    unsafe succeed(initialize(&event))
    unsafe succeed(yaml_emitter_emit(emitter, &event))
  }
}

private func succeed(_ status: Int32) {
  precondition(status == 1, "libyaml is out of memory")
}
