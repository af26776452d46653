import DriftCore
import TestSupport
import Testing

/// Slots that a bot asks for by name, in snapshots from the current reader and from older readers.
struct SlotReaderTests {
    private static let bot = """
        botFlow:
          name: Pizza Bot
          variables:
            - stringVariable: { name: Slot.Size, initialValue: { noValue: true }, isInput: true, isOutput: true }
          bots:
            - bot: { name: Order, actions: [{ askForSlot: { name: Ask, slot: { name: Size } } }] }
        """

    private static let contract = """
        flowdrift: 1
        contract: pizza
        flow: bot/Pizza Bot
        launch: { inputs: { Slot.Size: string } }
        """

    private static let snapshot = "snapshots/prod/bot/pizza-bot.yaml"

    @Test func saysThatTheBotReadsTheSlot() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.bot, to: "exports/bot.yaml")
        let run = await CommandRun("snapshot", "--from", "exports", "--environment", "prod", in: folder)
        #expect(run.status == 0)
        #expect(try folder.tree()[Self.snapshot]?.contains("Slot.Size: { type: string, read: true }") ?? false)
    }

    @Test(arguments: [(2, false), (3, true)], [[], ["--contracts", "specs/pizza.yaml"]])
    func believesThatASlotIsNotReadOnlyOfANewReader(_ row: (reader: Int, isSaid: Bool), _ more: [String]) async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.bot.replacing("name: Size }", with: "name: Crust }"), to: "exports/bot.yaml")
        try folder.write(Self.contract, to: "specs/pizza.yaml")
        let taken = await CommandRun("snapshot", "--from", "exports", "--environment", "prod", in: folder)
        #expect(taken.status == 0)
        try folder.editIndex("reader: \(SnapshotIndex.readerNumber)", "reader: \(row.reader)")
        let run = await CommandRun(["check"] + more, in: folder.path)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("never reads, 'Slot.Size'") == row.isSaid, "\(run.transcript)")
    }
}
