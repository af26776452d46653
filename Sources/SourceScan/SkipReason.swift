/// Why a file isn't scanned.
package enum SkipReason: String, Hashable, CaseIterable, Sendable {
    /// The file isn't text.
    case binary

    /// A line of code has over 10,000 characters.
    case minified

    /// The file says that a program wrote it.
    case generated

    /// The file is part of the vendor's own SDK.
    case vendorSDK
}
