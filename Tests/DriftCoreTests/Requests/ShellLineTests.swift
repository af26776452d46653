import Testing

@testable import DriftCore

/// Commands over several lines.
@Suite struct ShellLineTests {
    @Test(arguments: [
        RequestReading(
            "curl https://x/y \\ \n  -H 'A: b' \\\r\n  -d '{}'",
            [
                "curl POST https://x/y 1:6-1:17",
                "implied application/x-www-form-urlencoded",
                "A 2:7: b 2:10-2:11",
                "1:19-1:20 brokenLineEnd",
                "body 3:7-3:9 {}",
            ]
        ),
        RequestReading(
            "curl https://x/y\n  -H 'A: b'\n  -d '{}'\nthen more text",
            [
                "curl POST https://x/y 1:6-1:17",
                "implied application/x-www-form-urlencoded",
                "A 2:7: b 2:10-2:11",
                "1:17-1:17 missingLineEnd",
                "2:12-2:12 missingLineEnd",
                "body 3:7-3:9 {}",
            ]
        ),
        RequestReading(
            "curl https://x/y \\\n> -H 'A: b' \\\n> -d '{}'",
            [
                "curl POST https://x/y 1:6-1:17",
                "implied application/x-www-form-urlencoded",
                "A 2:7: b 2:10-2:11",
                "body 3:7-3:9 {}",
            ]
        ),
        RequestReading(
            "curl -X POST https://x \\\n\\\n -d '{}'",
            [
                "curl POST https://x 1:14-1:23",
                "implied application/x-www-form-urlencoded",
                "body 3:6-3:8 {}",
            ]
        ),
        RequestReading(
            "curl https://x/y \\\n\n  -d '{}'",
            [
                "curl POST https://x/y 1:6-1:17",
                "implied application/x-www-form-urlencoded",
                "2:1-3:1 missingLineEnd",
                "body 3:7-3:9 {}",
            ]
        ),
    ])
    func readsTheLinesOfACommand(reading: RequestReading) {
        reading.expect()
    }
}
