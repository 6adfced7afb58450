#include "text/registry.h"

#define sm_strings      sm_registry
#define sm_strings_init sm_registry_init
#define sm_strings_add  sm_registry_add
#define sm_strings_find sm_registry_find
#define SM_STRINGS_NONE SM_REGISTRY_NONE

#include "numbered_strings.h"
