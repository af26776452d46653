import PastedRequests

extension Evidence {
    /// The evidence without credentials; an edit that would write one is removed.
    func redacted(by redaction: Redaction) -> Evidence {
        var evidence = self
        evidence.message = redaction.redacted(message)
        evidence.subject = subject.map(redaction.redacted)
        for index in causes.indices { evidence.causes[index].subject = causes[index].subject.map(redaction.redacted) }
        let isSafe = fix.edit.map { redaction.redacted($0.replacement) == $0.replacement } ?? true
        evidence.fix = Fix(redaction.redacted(fix.summary), edit: isSafe ? fix.edit : nil)
        evidence.contrast = contrast.map { sides in
            Contrast(sides.expected.map(redaction.redacted), sides.found.map(redaction.redacted))
        }
        return evidence
    }
}

extension Evidence {
    /// The evidence with shortened quotations from the file.
    var clipped: Evidence {
        var evidence = self
        evidence.message = Excerpt.clipped(message, "\"")
        evidence.fix = Fix(Excerpt.clipped(fix.summary, "\""), edit: fix.edit)
        evidence.contrast = contrast.map { sides in
            Contrast(sides.expected, sides.found.map { Excerpt.clipped($0, "\"") })
        }
        return evidence
    }
}
