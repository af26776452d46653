import DriftCore
import Foundation

extension Doctor {
    /// A request that shows whether something is permitted, and what is visible.
    struct Check {
        let name: String
        let resource: PlatformResource

        /// Whether a host may lack the resource.
        var isOptional = false

        /// Whether flowdrift works without the permission.
        var mayBeForbidden = false

        /// Makes the report's line from an answer.
        let line: @Sendable (_ body: [UInt8], _ place: String) -> DoctorLine
    }

    static var checks: [Check] {
        [
            Check(name: "flows", resource: .flows(page: 1, size: 1), line: flowLine),
            Check(name: "triggers", resource: .triggers(size: 1)) { triggerLine("triggers", $0, $1) },
            Check(name: "scheduled triggers", resource: .scheduledTriggers(size: 1), isOptional: true) {
                triggerLine("scheduled triggers", $0, $1)
            },
            Check(
                name: "data actions",
                resource: .actions(size: 1),
                isOptional: true,
                mayBeForbidden: true,
                line: actionLine
            ),
            Check(name: "topics", resource: .topics, line: topicLine),
        ]
    }

    private static func flowLine(_ body: [UInt8], _ place: String) -> DoctorLine {
        do throws(ReadingError) {
            let page = try PlatformPageReader(source: place).flows(body)
            let count = page.total ?? page.elements.count
            guard count > 0 else {
                return DoctorLine(
                    "flows",
                    isOK: false,
                    "no flow is visible",
                    fix: "check that the role covers the divisions of the flows"
                )
            }
            return .ok("flows", "\(count) visible, with architect:flow:view")
        } catch {
            return .problem("flows", PlatformError(error))
        }
    }

    private static func triggerLine(_ name: String, _ body: [UInt8], _ place: String) -> DoctorLine {
        do throws(ReadingError) {
            let page = try PlatformPageReader(source: place).triggers(body)
            // The listing gives no total; a next page only shows that there are more.
            let count = page.nextURI == nil ? "\(page.elements.count)" : "more than \(page.elements.count)"
            return .ok(name, "\(count) visible, with processautomation:trigger:view")
        } catch {
            return .problem(name, PlatformError(error))
        }
    }

    private static func actionLine(_ body: [UInt8], _ place: String) -> DoctorLine {
        do throws(ReadingError) {
            let page = try PlatformPageReader(source: place).actions(body)
            let count = page.nextURI == nil ? "\(page.elements.count)" : "more than \(page.elements.count)"
            return .ok("data actions", "\(count) visible, with integrations:action:view")
        } catch {
            return .problem("data actions", PlatformError(error))
        }
    }

    private static func topicLine(_ body: [UInt8], _ place: String) -> DoctorLine {
        struct Listing: Decodable {
            struct Topic: Decodable {}
            var entities: [Topic]
        }
        guard let listing = try? JSONDecoder().decode(Listing.self, from: Data(body)) else {
            return DoctorLine("topics", isOK: false, "\(place): the answer is not a listing", fix: "check the host")
        }
        return .ok("topics", "\(listing.entities.count) visible; no permission is needed")
    }

    /// Compares the machine's clock with the org's, because certificates depend on it.
    func clockLine(_ header: String?, _ now: Date) -> DoctorLine {
        guard let header, let date = HTTPDate(header)?.date else {
            return .ok("clock", "the org's answer has no valid date")
        }
        let skew = Int(now.timeIntervalSince(date).rounded())
        guard abs(skew) > 300 else { return .ok("clock", "within 5 minutes of the org's clock") }
        let phrase = "\(Duration.seconds(abs(skew)).phrase) \(skew > 0 ? "ahead of" : "behind") the org's clock"
        return DoctorLine(
            "clock",
            isOK: false,
            "this machine's clock is \(phrase)",
            fix: "set this machine's clock, because the check of certificates depends on it"
        )
    }

    func proxyLine(_ host: PlatformHost) -> DoctorLine {
        if host.isLoopback { return .ok("proxy", "none, because the host is this machine") }
        guard let proxy = ProxySettings.proxy(variables) else {
            return .ok("proxy", "none, because HTTPS_PROXY is not set")
        }
        guard !ProxySettings.isException(host.name, variables) else {
            return .ok("proxy", "none, because NO_PROXY names the host")
        }
        return .ok("proxy", "\(proxy), from HTTPS_PROXY")
    }
}

extension Credentials {
    /// The kind of credentials and whether they were accepted.
    var phrase: String {
        switch self {
        case .accessToken: "an access token is set; the lines below show whether it is accepted"
        case .client: "the OAuth client got a token"
        }
    }
}

/// A date in HTTP's format: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
struct HTTPDate {
    let date: Date

    /// Reads a header's text, or returns `nil` if it has another format.
    init?(_ text: String) {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard
            let match = text.firstMatch(of: /(\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT/),
            let month = months.firstIndex(of: String(match.2)),
            let zone = TimeZone(secondsFromGMT: 0)
        else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = DateComponents(
            year: Int(match.3),
            month: month + 1,
            day: Int(match.1),
            hour: Int(match.4),
            minute: Int(match.5),
            second: Int(match.6)
        )
        guard let date = calendar.date(from: parts) else { return nil }
        self.date = date
    }
}
