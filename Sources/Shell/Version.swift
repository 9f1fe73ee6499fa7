/// The version of the program, as the banner, `:version` and `--version` say it.
public enum Version {
  public static let text = "0.1"
}
