import Testing

@testable import Documents

@Suite struct MainContentTests {
  private func read(_ text: String) throws -> Document {
    try DocumentReader().read(Array(text.utf8), named: "page.html")
  }

  private static let sentence =
    "The mayor of Riga said on Monday that the old bridge over the river would stay shut until the year's end."

  @Test("a page without an article element gives its long paragraphs, not its menus, sidebars and comments")
  func unmarked() throws {
    let document = try read(
      """
      <html><body><div class="top"><a href="/">Home</a> <a href="/n">News</a> <a href="/s">Sport</a></div>
      <div id="cookie-banner">We use cookies to give you the best experience on our site and to show you advertisements
      that fit.</div>
      <h1>Bridge stays shut</h1><p>\(Self.sentence)</p><p>\(Self.sentence)</p><p>\(Self.sentence)</p>
      <div class="sidebar"><p>Sign up for our morning letter and never miss what happens in the city and
      around it again, ever.</p></div>
      <ul><li><a href="/1">Ten things to do</a></li><li><a href="/2">What to eat tonight</a></li></ul>
      <div class="comments"><div><p>I have always said that the bridge would fall down one day and nobody
      ever listened to me here.</p></div></div>
      <div>Terms of use</div></body></html>
      """)
    #expect(document.blocks.count == 4)
    #expect(document.text.hasPrefix("Bridge stays shut\n\n" + Self.sentence))
    for word in ["cookies", "Sign up", "eat tonight", "always said", "Terms"] { #expect(!document.text.contains(word)) }
  }

  @Test("of several articles on a page the longest is the text")
  func teasers() throws {
    let document = try read(
      """
      <body><main><article><header><h1>Bridge stays shut</h1></header><p>\(Self.sentence)</p><p>\(Self.sentence)</p></article>
      <section><article><h3>Another story</h3><p>A ferry sank.</p></article>
      <article><h3>More</h3><p>It rained.</p></article></section>
      </main></body>
      """)
    #expect(document.text.contains("old bridge") && !document.text.contains("ferry") && !document.text.contains("rained"))
    #expect(document.title == "Bridge stays shut")
  }

  @Test("the name of the site does not belong to the title")
  func title() throws {
    let head = "<html><head><title>Bridge stays shut | The Example</title></head><body>"
    #expect(try read("\(head)<h1>Bridge stays shut</h1><p>\(Self.sentence)</p></body></html>").title == "Bridge stays shut")
    #expect(try read("\(head)<p>\(Self.sentence)</p></body></html>").title == "Bridge stays shut | The Example")
  }

  @Test("an element whose name only speaks of furniture keeps its text")
  func names() throws {
    let document = try read("<body><div class=\"content-with-sidebar\"><p>\(Self.sentence)</p></div></body>")
    #expect(document.text == Self.sentence)
  }

  @Test("linked data tells title, day, author and publisher")
  func linkedData() throws {
    let document = try read(
      """
      <html><head><title>x | Site</title><script type="application/ld+json">{"@graph":
      [{"@type": "WebSite"}, {"headline": "Bridge shut",
      "datePublished": "2024-06-03", "author": [{"name": "Ana Ruiz"}], "publisher": {"name": "The Example"}}]}</script></head>
      <body><p>\(Self.sentence)</p></body></html>
      """)
    #expect(document.title == "Bridge shut")
    #expect(document.author == "Ana Ruiz")
    #expect(document.publisher == "The Example")
    #expect(document.date.map { CivilDay($0).iso } == "2024-06-03")
  }

  @Test("the encoding that a page declares is used")
  func encoding() throws {
    let head = "<html><head><meta charset=\"iso-8859-15\"></head><body><p>It cost 5 "
    let document = try DocumentReader().read(
      Array(head.utf8) + [0xA4] + Array(" to cross.</p></body></html>".utf8), named: "p.html")
    #expect(document.text == "It cost 5 € to cross.")
  }
}
