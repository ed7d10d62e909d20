import HTTPTypes
import Status

/// Why the gateway shows a page of its own instead of a plugin's.
enum PageFault: Error, Hashable, Sendable {
  /// The query or the form can't be read, or makes no sense to the plugin.
  case malformed
  /// The form took too long to arrive.
  case tooSlow
  case unauthenticated
  case denied
  /// Another site may have caused the browser to send a form.
  case forged
  case notFound
  /// No plugin draws pages.
  case noPlugin
  case wrongMethod
  case tooLong
  case notAForm
  case wrongHost
  case tooMany
  case unavailable
  case failed
  /// The plugin's page breaks the contract in this part.
  case badPage(String)

  /// Creates the fault that shows any thrown error to a person.
  init(describing error: any Error) {
    if let fault = error as? PageFault {
      self = fault
    } else if let status = error as? Status, status.code == .unimplemented {
      // A plugin on which the gateway itself relies is missing, such as auth.
      self = .unavailable
    } else if let status = error as? Status, status.code == .failedPrecondition {
      // The host refuses the plugin, for example because others can change its files.
      self = .failed
    } else {
      self = Self.fault(of: APIError(describing: error).status)
    }
  }

  var status: HTTPResponse.Status {
    switch self {
    case .malformed: .badRequest
    case .tooSlow: .requestTimeout
    case .unauthenticated: .unauthorized
    case .denied, .forged: .forbidden
    case .notFound, .noPlugin: .notFound
    case .wrongMethod: .methodNotAllowed
    case .tooLong: .contentTooLarge
    case .notAForm: .unsupportedMediaType
    case .wrongHost: .misdirectedRequest
    case .tooMany: .tooManyRequests
    case .unavailable: .serviceUnavailable
    case .failed: .internalServerError
    case .badPage: .badGateway
    }
  }

  private static func fault(of status: HTTPResponse.Status) -> PageFault {
    switch status.code {
    case 401: .unauthenticated
    case 403: .denied
    case 404: .notFound
    case 405: .wrongMethod
    case 408: .tooSlow
    case 413: .tooLong
    case 415: .notAForm
    case 421: .wrongHost
    case 429: .tooMany
    case 503, 504, 529: .unavailable
    case 400..<500: .malformed
    default: .failed
    }
  }
}
