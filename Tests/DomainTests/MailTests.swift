/// Messages on their way: what a delivery makes of them, and how a letter is written.
import Foundation
import JalonDomain
import JalonExchange
import Testing

@Suite struct MailTests {
    private let start = Instant(seconds: 1_780_000_000)

    private func mail() -> Mail {
        Mail(
            id: 1, kind: .convocation, account: 7, about: "meeting 1/1/1", messageID: "a@b", queuedAt: start, dueAt: start, changedAt: start
        )
    }

    @Test func aServerThatIsAwayIsTriedLessAndLessOften() {
        var one = mail()
        for pause in Mail.pauses {
            one.begin(at: one.dueAt)
            one.settle(.later("away"), at: one.dueAt)
            #expect(one.state == .waiting && one.dueAt == one.changedAt + pause && one.error == "away")
        }
        one.begin(at: one.dueAt)
        one.settle(.later("away"), at: one.dueAt)
        #expect(one.state == .failed && one.attempts == Mail.pauses.count + 1)
    }

    @Test func whatMayHaveLeftIsNotSentAgainByItself() throws {
        var one = mail()
        one.begin(at: start)
        one.settle(.uncertain("cut"), at: start)
        one.settle(.accepted, at: start)
        #expect(one.state == .uncertain)
        try one.sendAgain(at: start + 60)
        #expect(one.state == .waiting && one.attempts == 0 && one.dueAt == start + 60 && one.messageID == "a@b")
    }

    @Test func whatLeftStaysSo() {
        var one = mail()
        one.begin(at: start)
        #expect(throws: DomainError.invalid(.state, .mailIs(.sending))) { try one.markSent(at: start) }
        one.settle(.accepted, at: start)
        #expect(throws: DomainError.invalid(.state, .mailIs(.sent))) { try one.sendAgain(at: start) }
    }

    @Test func aLetterIsPlainASCIIWhoseHeadersNobodyCanAddTo() throws {
        let letter = Letter(
            id: "abc@ville.jalon", date: Instant(seconds: 1_780_000_000),
            to: Letter.Address(name: "Zoé\r\nBcc: x@y.z, \"q\"", email: "zoe@example.org\r\nBcc: x"),
            subject: "Séance n° 3\r\nX: y – " + String(repeating: "été ", count: 40),
            text: "Bonjour\n" + String(repeating: "é", count: 2000),
            html: "<p>é</p>", calendar: Array("BEGIN:VCALENDAR\r\n".utf8), language: .fr)
        let bytes = letter.written(from: Letter.Address(name: "Jalon", email: "jalon@example.org"))
        #expect(bytes.allSatisfy { $0 < 128 })
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 78 && !$0.contains("\n") })
        #expect(!lines.contains { $0.hasPrefix("Bcc") || $0.hasPrefix("X:") })
        #expect(lines.contains("Message-ID: <abc@ville.jalon>") && lines.contains("From: Jalon <jalon@example.org>"))
        #expect(lines.first == "Date: Thu, 28 May 2026 20:26:40 +0000")
        #expect(text.contains("multipart/alternative") && text.contains("filename=\"jalon.ics\""))
    }
}
