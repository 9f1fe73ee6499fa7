/// The version of the program, as the banner, `:version`, `--version` and `dbms.components` say it.
public enum Version {
  public static let text = "0.1"
}
