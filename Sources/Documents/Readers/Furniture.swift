/// Lines of a page that are no part of its text: sharing buttons, picture credits, "read more" links, copyright lines.
enum Furniture {
  private static let whole: Set<String> = [
    "share", "read later", "print", "email", "e-mail", "subscribe", "sign up", "sign in", "log in", "tweet", "comments",
    "comment",
    "advertisement", "advertising", "follow us", "follow", "related", "related articles", "related stories", "related content",
    "read more", "more", "share this", "share this article", "save", "copy link", "facebook", "twitter", "whatsapp", "linkedin",
    "reddit", "pinterest", "google+", "newsletter", "menu", "search", "home", "back to top", "skip to content", "most read",
    "most popular", "trending", "listen", "play", "loading", "continue reading", "story continues below advertisement",
    "send", "report an error", "photo", "video", "gallery", "contents", "next", "previous", "recommended", "view comments",
  ]

  private static let openings = [
    "(more:", "(read:", "(read more", "(photos:", "(photo:", "(video:", "(watch:", "(see:", "more:", "read more:", "read also:",
    "see also:", "related:", "watch:", "photos:", "copyright ", "©", "(c) ", "all rights reserved", "photo:", "photograph:",
    "image:", "picture:", "credit:", "image credit", "photo credit", "follow us on", "sign up for", "subscribe to",
    "click here", "get the latest", "this article was", "this story was originally", "[more", "most read",
  ]

  private static let agencies: Set<String> = [
    "reuters", "afp", "ap", "epa", "getty images", "getty", "afp/getty images", "epa-efe", "associated press", "bloomberg",
    "shutterstock", "alamy", "anadolu", "anadolu agency", "xinhua", "pa", "pa wire", "magnum", "corbis", "zuma press", "sipa",
    "rex", "file photo", "handout", "ap photo",
  ]

  static func isFurniture(_ line: String) -> Bool {
    var text = line.lowercased()
    while let first = text.first, first == "•" || first == "*" || first == "-" || first == "·" || first == " " || first == "|" {
      text.removeFirst()
    }
    while text.last == ":" || text.last == "…" || text.last == " " { text.removeLast() }
    if text.isEmpty || whole.contains(text) || openings.contains(where: { text.hasPrefix($0) }) { return true }
    return isCredit(text)
  }

  /// `Jane Doe / Reuters`, `AFP via Getty Images`: short, and an agency after a slash, a dash or "via".
  private static func isCredit(_ text: String) -> Bool {
    guard text.utf8.count <= 80, text.last != "." else { return false }
    for separator in ["/", "|", " – ", " — ", " via ", ", "] {
      guard let tail = text.split(separator: separator, omittingEmptySubsequences: true).last else { continue }
      var name = tail
      while name.first == " " { name.removeFirst() }
      while name.last == " " { name.removeLast() }
      if name.utf8.count < text.utf8.count, agencies.contains(String(name)) { return true }
    }
    return agencies.contains(text)
  }
}
