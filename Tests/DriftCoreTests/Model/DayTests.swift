import Testing

@testable import DriftCore

struct DayTests {
    @Test(arguments: ["2026-11-20", "2028-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
    func readsADayAndWritesItBack(_ text: String) {
        #expect(Day(text)?.description == text)
    }

    @Test(arguments: [
        "", "2026-11", "2026-11-20-1", "26-11-20", "2026-1-2", "2026-13-01", "2026-00-10", "2026-04-31", "2027-02-29",
        "1900-02-29", "2026-11-00", "2026-11-2a", "2026/11/20", "+026-11-20", "２０２６-11-20",
    ])
    func readsNothingElse(_ text: String) {
        #expect(Day(text) == nil)
    }

    @Test(arguments: [
        (0, "1970-01-01"), (86_399, "1970-01-01"), (86_400, "1970-01-02"), (-1, "1969-12-31"),
        (951_782_400, "2000-02-29"), (1_795_176_000, "2026-11-20"), (4_107_542_400, "2100-03-01"),
    ])
    func tellsTheDayOfAMoment(_ seconds: Int, _ day: String) {
        #expect(Day(secondsSince1970: seconds).description == day)
    }

    @Test(arguments: [("2026-11-20", "2027-11-20"), ("2028-02-29", "2029-02-28"), ("2027-02-28", "2028-02-28")])
    func goesAYearAhead(_ from: String, _ to: String) {
        #expect(Day(from)?.yearLater.description == to)
    }

    @Test func ordersDaysAsTheyFollowEachOther() throws {
        let days = try ["2027-01-01", "2026-12-31", "2026-02-10", "2026-02-09"].map { try #require(Day($0)) }
        #expect(days.sorted().map(\.description) == ["2026-02-09", "2026-02-10", "2026-12-31", "2027-01-01"])
    }
}
