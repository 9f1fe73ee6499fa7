import Testing

@testable import Documents

@Suite struct MessageLayoutTests {
  private func read(_ text: String) throws -> Document {
    try DocumentReader().read(Array(text.utf8), named: "mail.eml")
  }

  @Test("a message gives its plain part, its subject, day and sender")
  func multipart() throws {
    let document = try read(
      """
      From: =?utf-8?Q?Zo=C3=AB_M=C3=BCller?= <zoe@example.org>
      To: desk@example.org
      Subject: =?ISO-8859-1?B?VGhlIEJyaWRnZSBhdCBN/G5zdGVy?= =?utf-8?q?_falls?=
      Date: Tue, 4 Jun 2024 10:15:00 +0200
      Message-ID: <1@example.org>
      MIME-Version: 1.0
      Content-Type: multipart/alternative; boundary="=_part; 1"

      This is a multi-part message.
      --=_part; 1
      Content-Type: text/html; charset=utf-8

      <p>Not this one.</p>
      --=_part; 1
      Content-Type: text/plain; charset="iso-8859-1"
      Content-Transfer-Encoding: quoted-printable

      The mayor of M=FCnster said the bridge fell on Monday and that nobo=
      dy was hurt.
      --=_part; 1--
      """)
    #expect(document.text.hasPrefix("The mayor of Münster said the bridge fell on Monday and that nobody was hurt."))
    #expect(document.title == "The Bridge at Münster falls")
    #expect(document.author == "Zoë Müller")
    #expect(document.date.map { CivilDay($0).iso } == "2024-06-04")
    #expect(document.identifier == "1@example.org")
  }

  @Test("without a plain part the HTML part is read; an attachment is another document")
  func hypertext() throws {
    let document = try read(
      """
      Subject: Report
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain
      Content-Disposition: attachment; filename=a.txt

      Attached words.
      --b
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: base64

      PHA+VGhlIG1pbmlzdGVyIG1ldCBab8OrIGluIFJpZ2EuPC9wPg==
      --b--
      """)
    #expect(document.text == "The minister met Zoë in Riga.")
  }

  @Test("what is quoted of another message, and the signature, are not read")
  func quotation() throws {
    let document = try read(
      """
      From: a@example.org
      Subject: Re: bridge

      The bridge is open again.

      On Monday, Ana Ruiz wrote:
      > The bridge is shut.
      > Nobody may pass.

      Traffic moves slowly.
      --\u{20}
      Ana's office
      """)
    let read = document.blocks.map { document[$0.span] }
    #expect(read == ["The bridge is open again.", "Traffic moves slowly."])
  }

  @Test("a file without a header is refused, and a message without text")
  func refused() {
    #expect(throws: DocumentError.self) { _ = try read("Just a text without any header.\n\nMore.") }
    #expect(throws: DocumentError.self) {
      _ = try read("Subject: x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n")
    }
  }

  @Test(
    "attachments have names of their own, in whatever way they are written",
    arguments: [
      ("Content-Disposition: attachment; filename=\"a b.txt\"", "a b.txt"),
      ("Content-Disposition: attachment; filename*=utf-8''Bericht%20M%C3%BCnster.md", "Bericht Münster.md"),
      ("Content-Disposition: attachment; filename=\"=?utf-8?Q?Zo=C3=AB.txt?=\"", "Zoë.txt"),
      ("Content-Type: text/plain; name=c.txt\nContent-Disposition: attachment", "c.txt"),
      ("Content-Type: text/html\nContent-Disposition: attachment", "attachment.html"),
      ("Content-Type: message/rfc822", "message.eml"),
      ("Content-Disposition: attachment; filename=\"..\\\\up\\\\d.txt\"", "d.txt"),
    ])
  func attachments(header: String, name: String) {
    let part = "--b\n\(header)\n\nSubject: x\n\nWords.\n"
    let mail = "Subject: Report\nDate: 4 Jun 2024\nContent-Type: multipart/mixed; boundary=b\n\n\(part)\(part)--b--\n"
    let found = DocumentReader.attachments(of: Array(mail.utf8))
    #expect(found.map(\.name) == [name, "2-\(name)"])
    #expect(found.allSatisfy { String(decoding: $0.bytes, as: UTF8.self).hasPrefix("Subject: x\n\nWords.") && $0.date != nil })
  }
}
