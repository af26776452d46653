/// A fault of the stub server, and the client's documented reaction.
struct FaultCase: Sendable {
    /// The fault, in the syntax of `flowdrift stub --fault`.
    let fault: String

    /// The reaction, in the words of docs/reliability.md.
    let action: String

    let hasPages: Bool

    init(_ fault: String, _ action: String, hasPages: Bool = false) {
        self.fault = fault
        self.action = action
        self.hasPages = hasPages
    }

    /// Every fault, with each request that it may hit if that makes a difference.
    static let all = again + limits + access + answers + pages

    private static let again = [
        FaultCase("reset*1", "asks again after a pause"),
        FaultCase("reset", "asks again, with growing pauses, until the request's time is up"),
        FaultCase("reset@/configuration", "the same; then names the flow"),
        FaultCase("no-answer*1", "asks again after a pause"),
        FaultCase("no-answer", "asks again, with growing pauses, until the request's time is up"),
        FaultCase("truncated*1", "asks again after a pause"),
        FaultCase("truncated", "takes no part of an answer; asks again until the request's time is up"),
        FaultCase("slow:200", "waits"),
        FaultCase("slow:20000", "gives the request up when its time is up"),
        FaultCase("slow:20000@/configuration", "the same; then names the flow"),
        FaultCase("dripping:200", "gives the request up when its time is up, however often a byte comes"),
        FaultCase("server-error*1", "asks again after a pause"),
        FaultCase("server-error", "asks again, with growing pauses, until the request's time is up"),
        FaultCase("server-error:503*1@/oauth", "asks again after a pause"),
        FaultCase("server-error:501", "does not ask again: it would not help"),
        FaultCase("server-error:500@/configuration", "asks again until the request's time is up; then names the flow"),
        FaultCase(
            "server-error:500@/processautomation/triggers",
            "asks again until its time is up; reads the flows all the same, with the triggers of their snapshots"
        ),
    ]

    private static let limits = [
        FaultCase("too-many-requests:1*1", "waits as long as `Retry-After` says, which counts for no request's time"),
        FaultCase("too-many-requests:0*2@/configuration", "waits a second at least, and asks again"),
        FaultCase("too-many-requests:90", "does not wait that long: the minute of a rate limit is shorter"),
    ]

    private static let access = [
        FaultCase("expired-token:2*1", "gets another token once, and goes on"),
        FaultCase("expired-token:0", "gets another token once, and asks for nothing more"),
        FaultCase("missing-permission:architect:flow:view", "names the permission, and the role to change"),
        FaultCase(
            "missing-permission:processautomation:trigger:view",
            "the same; reads the flows all the same, with the triggers of their snapshots"
        ),
        FaultCase("missing-permission@/configuration", "names the permission and the flow"),
        FaultCase("redirect", "does not follow: the token goes nowhere else"),
        FaultCase("redirect@/oauth", "does not follow: the secret goes nowhere else"),
    ]

    private static let answers = [
        FaultCase("wrong-content-type", "says that it is no JSON, and who may have answered"),
        FaultCase("wrong-content-type@/oauth", "the same"),
        FaultCase("garbage", "says what is wrong with the JSON"),
        FaultCase("garbage@/configuration", "the same; names the flow"),
        FaultCase("garbage@/oauth", "says that the answer holds no token"),
    ]

    private static let pages = [
        FaultCase("half-page@/flows?", "reads the list again; then says that it is never whole", hasPages: true),
        FaultCase("half-page*1@/flows?", "reads the list again", hasPages: true),
        FaultCase("shrinking@/flows?", "reads the list again; then says that it changes each time", hasPages: true),
        FaultCase("repeated@/flows?", "takes each flow once", hasPages: true),
        FaultCase(
            "half-page@/triggers?",
            "asks for a trigger that left the list by its id: it is there, so the triggers of the snapshots stay",
            hasPages: true
        ),
        FaultCase("repeated@/triggers?", "takes each trigger once", hasPages: true),
        FaultCase(
            "foreign-next@/triggers?",
            "goes to no other host; reads the flows all the same, with the triggers of their snapshots",
            hasPages: true
        ),
        FaultCase(
            "circular-next@/triggers?",
            "does not go round; reads the flows all the same, with the triggers of their snapshots",
            hasPages: true
        ),
    ]
}
