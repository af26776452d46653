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
        FaultCase("reset*1", "repeats the request after a pause"),
        FaultCase("reset", "repeats the request, with growing pauses, until its time is up"),
        FaultCase("reset@/configuration", "the same; then names the flow"),
        FaultCase("no-answer*1", "repeats the request after a pause"),
        FaultCase("no-answer", "repeats the request, with growing pauses, until its time is up"),
        FaultCase("truncated*1", "repeats the request after a pause"),
        FaultCase("truncated", "never uses part of an answer; repeats the request until its time is up"),
        FaultCase("slow:200", "waits for the answer"),
        FaultCase("slow:20000", "ends the request when its time is up"),
        FaultCase("slow:20000@/configuration", "the same; then names the flow"),
        FaultCase("dripping:200", "ends the request when its time is up, although bytes still arrive"),
        FaultCase("server-error*1", "repeats the request after a pause"),
        FaultCase("server-error", "repeats the request, with growing pauses, until its time is up"),
        FaultCase("server-error:503*1@/oauth", "repeats the request after a pause"),
        FaultCase("server-error:501", "doesn't repeat the request, because that wouldn't help"),
        FaultCase("server-error:500@/configuration", "repeats the request until its time is up; then names the flow"),
        FaultCase(
            "server-error:500@/processautomation/triggers",
            "repeats the request until its time is up; still reads the flows, and keeps the triggers in the snapshots"
        ),
    ]

    private static let limits = [
        FaultCase(
            "too-many-requests:1*1",
            "waits as long as `Retry-After` says; that wait doesn't count towards the request's time"
        ),
        FaultCase("too-many-requests:0*2@/configuration", "waits at least a second, and repeats the request"),
        FaultCase("too-many-requests:90", "doesn't wait that long, because a rate limit only lasts a minute"),
    ]

    private static let access = [
        FaultCase("expired-token:2*1", "requests a new token once, and continues"),
        FaultCase("expired-token:0", "requests a new token once, and then sends no more requests"),
        FaultCase("missing-permission:architect:flow:view", "names the permission, and the role to change"),
        FaultCase(
            "missing-permission:processautomation:trigger:view",
            "the same; still reads the flows, and keeps the triggers in the snapshots"
        ),
        FaultCase("missing-permission@/configuration", "names the permission and the flow"),
        FaultCase("redirect", "doesn't follow the redirect, so no other host gets the token"),
        FaultCase("redirect@/oauth", "doesn't follow the redirect, so no other host gets the secret"),
    ]

    private static let answers = [
        FaultCase("wrong-content-type", "says that the answer isn't JSON, and who may have sent it"),
        FaultCase("wrong-content-type@/oauth", "the same"),
        FaultCase("garbage", "says what is wrong with the JSON"),
        FaultCase("garbage@/configuration", "the same; names the flow"),
        FaultCase("garbage@/oauth", "says that the answer has no token"),
    ]

    private static let pages = [
        FaultCase(
            "half-page@/flows?",
            "reads the list again; then says that it is incomplete each time",
            hasPages: true
        ),
        FaultCase("half-page*1@/flows?", "reads the list again", hasPages: true),
        FaultCase("shrinking@/flows?", "reads the list again; then says that it changes each time", hasPages: true),
        FaultCase("repeated@/flows?", "counts each flow once", hasPages: true),
        FaultCase(
            "half-page@/triggers?",
            "requests the missing trigger by its id; the trigger exists, so the triggers in the snapshots stay",
            hasPages: true
        ),
        FaultCase("repeated@/triggers?", "counts each trigger once", hasPages: true),
        FaultCase(
            "foreign-next@/triggers?",
            "sends nothing to the other host; still reads the flows, and keeps the triggers in the snapshots",
            hasPages: true
        ),
        FaultCase(
            "circular-next@/triggers?",
            "doesn't follow the loop; still reads the flows, and keeps the triggers in the snapshots",
            hasPages: true
        ),
    ]
}
