import JSONCalls
import NIOCore
import ProtobufRuntime
import Synchronization

/// The description as it is sent. It is made once for the services that it describes.
struct RenderedDocument: Sendable {
  let text: ByteBuffer
  /// The tag of this text and no other, as long as this process lives.
  let etag: EntityTag
  private let services: [ServiceDefinition]

  init(_ document: JSONValue, of services: [ServiceDefinition]) {
    let text = document.description
    self.text = ByteBuffer(string: text)
    self.services = services
    var hasher = Hasher()
    hasher.combine(text)
    etag = EntityTag(opaque: String(UInt(bitPattern: hasher.finalize()), radix: 16))
  }

  func describes(_ others: [ServiceDefinition]) -> Bool {
    services.elementsEqual(others) {
      $0.service.fullName == $1.service.fullName && $0.descriptorSet == $1.descriptorSet
    }
  }
}

/// A cache of the description. It is valid as long as the plugins are the ones that it describes.
final class DocumentCache: Sendable {
  private let kept = Mutex<RenderedDocument?>(nil)

  /// Returns the description of the given services. If it doesn't exist yet, `render` creates it.
  func document(
    of services: [ServiceDefinition], _ render: () -> OpenAPIDocument
  ) -> RenderedDocument {
    if let kept = kept.withLock({ $0 }), kept.describes(services) { return kept }
    let document = RenderedDocument(render().json, of: services)
    kept.withLock { $0 = document }
    return document
  }
}
