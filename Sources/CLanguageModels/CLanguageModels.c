#include "CLanguageModels.h"

// #embed is C23; clang has it as an extension in every C.
#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(64) static const unsigned char archive[] = {
#embed "models.bin"
};

const void *language_models(void) { return archive; }

size_t language_models_byte_count(void) { return sizeof archive; }
