import CLanguageModels
import Linguistics

/// The models that the program carries, opened when they are first asked for. Nothing is copied: only the pages that a text needs
/// are read.
enum LanguageModels {
  static let syntax: SyntaxModels = {
    let bytes = UnsafeRawBufferPointer(start: language_models(), count: language_models_byte_count())
    guard let archive = ModelArchive(bytes), let models = SyntaxModels(archive) else {
      preconditionFailure("the archive of models that was built into the program can be read by it")
    }
    return models
  }()
}
