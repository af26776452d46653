import DriftCore
import Foundation

/// Looks at everything that reading an org rests on: the region, the token, each permission, the clock, the proxy.
public struct Doctor: Sendable {
    /// The environment's variables; only those on proxies are looked at.
    public var variables: [String: String]

    /// Makes a client for an org; one that gives up early spares those who wait.
    public var connect: @Sendable (Access) -> PlatformClient

    /// Makes a doctor.
    public init(variables: [String: String], connect: @escaping @Sendable (Access) -> PlatformClient) {
        self.variables = variables
        self.connect = connect
    }

    /// Looks at everything, and asks no more once the token is refused.
    ///
    /// - Parameter access: How to reach the org, or why that is not known.
    /// - Returns: What was looked at, in that order.
    public func lines(for access: Result<Access, AccessError>) async -> [DoctorLine] {
        let found: Access
        do { found = try access.get() } catch {
            return [DoctorLine("access", isOK: false, error.problem, wayOut: error.wayOut)]
        }
        let client = connect(found)
        var lines = [DoctorLine.ok("host", found.host.apiURL), proxyLine(found.host)]
        do throws(PlatformError) {
            try await client.token()
            lines.append(.ok("token", found.credentials.phrase))
        } catch {
            return lines + [.problem("token", error)]
        }
        var headers: [String: String] = [:]
        for check in Self.checks {
            do throws(PlatformError) {
                let answer = try await client.answer(check.resource)
                headers = answer.headers
                try client.checkIsJSON(answer, at: client.place(check.resource))
                lines.append(check.line(answer.body, client.place(check.resource)))
            } catch {
                if check.isOptional, error.kind == .notFound {
                    lines.append(.ok(check.name, "the host does not know of them"))
                    continue
                }
                lines.append(.problem(check.name, error))
                if error.kind.isFinal { return lines }
            }
        }
        return lines + [clockLine(headers["date"], client.clock.date())]
    }
}
