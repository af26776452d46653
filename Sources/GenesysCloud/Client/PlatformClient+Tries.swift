extension PlatformClient {
    /// The final answer to a request, of any status; temporary failures are retried.
    ///
    /// A missing answer, 429, and 5xx except 501 are retried with growing pauses until the request's budget is used up.
    /// Waits for the rate limit don't count.
    func answer(_ request: PlatformRequest) async throws(PlatformError) -> PlatformAnswer {
        var tries = Tries()
        while true {
            do { try await gate.admit() } catch { throw .cancelled(at: request.line(at: host)) }
            let isFirstContact = await !contact.isMade
            let whole = isFirstContact ? min(policy.budget, policy.firstContactBudget) : policy.budget
            let limit = min(policy.tryLimit, whole - tries.spent)
            let (result, time) = await clock.exchanging { await outcome(of: request, within: limit) }
            tries.spent += time
            switch result {
            case .success(let answer):
                await contact.make()
                // The `Retry-After` of a 429 already says how long to wait, so its counts aren't needed.
                if answer.status != 429 { await gate.learn(from: answer.headers) }
                if answer.status == 429, try await wait(after: answer, to: request, &tries) { continue }
                guard (500...599).contains(answer.status), answer.status != 501 else { return answer }
                let reason = "status \(answer.status)"
                guard try await pause(&tries, request, reason, within: policy.budget, atLeast: answer.retryAfter) else {
                    return answer
                }
            case .failure(let failure):
                // Another request may have made the contact in the meantime.
                let isFirst = await !contact.isMade
                let budget = isFirst ? min(policy.budget, policy.firstContactBudget) : policy.budget
                guard failure.kind.mayPass,
                    try await pause(&tries, request, failure.detail, within: budget, isFirstContact: isFirst)
                else {
                    throw PlatformError(failure, to: request, at: host, within: budget, isFirstContact: isFirst)
                }
            }
        }
    }

    /// The tries of a request so far.
    struct Tries {
        /// The time that the tries and the pauses took, without waits for the rate limit.
        var spent = Duration.zero

        var failures = 0

        /// How often the org refused the request because of the rate limit.
        var refusals = 0
    }

    private func outcome(
        of request: PlatformRequest,
        within limit: Duration
    ) async -> Result<PlatformAnswer, TransportFailure> {
        do throws(TransportFailure) {
            return .success(try await transport.answer(to: request, within: limit))
        } catch {
            return .failure(error)
        }
    }

    /// Waits as long as a refusal asks, or returns `false` if there were too many refusals or the wait is too long.
    private func wait(
        after answer: PlatformAnswer,
        to request: PlatformRequest,
        _ tries: inout Tries
    ) async throws(PlatformError) -> Bool {
        tries.refusals += 1
        let pause = max(.seconds(1), answer.retryAfter ?? policy.pause(after: tries.refusals + 2))
        guard tries.refusals <= policy.refusalLimit, pause <= max(policy.budget, .seconds(60)) else { return false }
        await gate.pause(for: pause)
        return true
    }

    /// Pauses before the next try, or returns `false` if the budget doesn't allow it.
    private func pause(
        _ tries: inout Tries,
        _ request: PlatformRequest,
        _ reason: String,
        within budget: Duration,
        atLeast least: Duration? = nil,
        isFirstContact: Bool = false
    ) async throws(PlatformError) -> Bool {
        tries.failures += 1
        let pause = max(policy.pause(after: tries.failures), least ?? .zero)
        guard tries.spent + pause < budget else { return false }
        progress(
            .retrying(request: request.line, reason: reason, pause: pause, isFirstContact: isFirstContact)
        )
        do { try await clock.sleep(clock.now() + pause) } catch { throw .cancelled(at: request.line(at: host)) }
        tries.spent += pause
        return true
    }
}

extension PlatformAnswer {
    /// The whole seconds for which the org asks us to wait, or `nil` if it doesn't.
    var retryAfter: Duration? {
        headers["retry-after"].flatMap { Int($0.trimming(" ")) }.flatMap { $0 >= 0 ? .seconds($0) : nil }
    }
}
