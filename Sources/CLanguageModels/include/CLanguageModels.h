#pragma once
#include <stddef.h>

/// The archive of trained models that the program carries (see Sources/TrainModels): constant memory, aligned to 64, mapped with
/// the program and read from the disk page by page as it is used.
const void *language_models(void);

size_t language_models_byte_count(void);
