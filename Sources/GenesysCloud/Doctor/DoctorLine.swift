import DriftCore

/// One thing that was looked at, and whether it is as it should be.
public struct DoctorLine: Hashable, Sendable {
    /// What was looked at: `token`.
    public var name: String

    /// Whether it is as it should be.
    public var isOK: Bool

    /// What was found, as one phrase; never with a secret in it.
    public var detail: String

    /// What to do about it; nil where it is as it should be, or where there is nothing to do.
    public var wayOut: String?

    /// Makes a line.
    init(_ name: String, isOK: Bool, _ detail: String, wayOut: String? = nil) {
        self.name = name
        self.isOK = isOK
        self.detail = detail
        self.wayOut = wayOut
    }

    /// A line on something that is as it should be.
    static func ok(_ name: String, _ detail: String) -> DoctorLine { DoctorLine(name, isOK: true, detail) }

    /// A line on something that an org refused.
    static func problem(_ name: String, _ error: PlatformError) -> DoctorLine {
        let problem = error.readingError
        return DoctorLine(name, isOK: false, "\(problem.place): \(problem.problem)", wayOut: problem.wayOut)
    }
}
