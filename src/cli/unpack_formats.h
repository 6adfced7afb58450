/* unpack_formats.h - the rows of unpack.c's table, each in a file of its own. */
#ifndef SUMM_CLI_UNPACK_FORMATS_H
#define SUMM_CLI_UNPACK_FORMATS_H

#include "unpack.h"

extern const unpack_format unpack_gzip, unpack_zstd, unpack_xz;

#endif
