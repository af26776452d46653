import DriftCore

/// The result of one check.
public struct DoctorLine: Hashable, Sendable {
    /// The name of the check: `token`.
    public var name: String

    /// Whether the check passed.
    public var isOK: Bool

    /// The finding, as one phrase; never contains a secret.
    public var detail: String

    /// What to do about it, or `nil` if the check passed or nothing can be done.
    public var fix: String?

    init(_ name: String, isOK: Bool, _ detail: String, fix: String? = nil) {
        self.name = name
        self.isOK = isOK
        self.detail = detail
        self.fix = fix
    }

    static func ok(_ name: String, _ detail: String) -> DoctorLine { DoctorLine(name, isOK: true, detail) }

    /// A line for a request that failed.
    static func problem(_ name: String, _ error: PlatformError) -> DoctorLine {
        let problem = error.readingError
        return DoctorLine(name, isOK: false, "\(problem.place): \(problem.problem)", fix: problem.fix)
    }
}
