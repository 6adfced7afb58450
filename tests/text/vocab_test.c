#include "text/vocab.h"

#define sm_strings      sm_vocab
#define sm_strings_init sm_vocab_init
#define sm_strings_add  sm_vocab_add
#define sm_strings_find sm_vocab_find
#define SM_STRINGS_NONE SM_VOCAB_NONE

#include "numbered_strings.h"
