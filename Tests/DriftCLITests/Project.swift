import TestSupport

/// A repository for one test: a workflow's export and a contract that agrees with it.
struct Project {
    let folder: TemporaryFolder

    /// The workflow `Order Status` with two inputs and an output, as Archy exports it.
    static let export = """
        workflow:
          name: Order Status
          division: Home
          variables:
            - stringVariable: { name: Flow.orderNumber, initialValue: { noValue: true }, isInput: true, isOutput: false }
            - booleanVariable: { name: Flow.isUrgent, initialValue: { lit: false }, isInput: true, isOutput: false }
            - stringVariable: { name: Flow.answer, initialValue: { noValue: true }, isInput: false, isOutput: true }
          states:
            - state:
                name: Look up
                actions:
                  - callData:
                      inputs: { number: { exp: Flow.orderNumber }, urgent: { exp: Flow.isUrgent } }

        """

    /// A contract that agrees with ``export``.
    static let contract = """
        flowdrift: 1
        contract: order-status
        owner: team-orders
        flow: workflow/Order Status
        launch:
          inputs:
            Flow.orderNumber: string
            Flow.isUrgent: boolean
          outputs: { Flow.answer: string }

        """

    /// Makes a repository with an export, a contract, and the snapshot of `prod`.
    static func inSync() async throws -> Project {
        let project = Project(folder: try TemporaryFolder())
        try project.folder.write(export, to: "exports/order-status.yaml")
        try project.folder.write(contract, to: "specs/order-status.yaml")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        precondition(run.status == 0, run.transcript)
        return project
    }

    func run(_ arguments: String...) async -> CommandRun {
        await CommandRun(arguments, in: folder.path)
    }

    /// Replaces a text in a file.
    func edit(_ file: String, _ old: String, _ new: String) throws {
        let text = folder.read(file) ?? ""
        precondition(text.contains(old), "'\(old)' is not in \(file)")
        try folder.write(text.replacing(old, with: new), to: file)
    }
}
