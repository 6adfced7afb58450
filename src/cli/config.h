/* config.h - options that hold for every call: a file of them, and the variable SUMM_OPTIONS.
 *
 * The file is $SUMM_CONFIG_PATH, which has to be there, or if that is empty none; where it is not set,
 * $XDG_CONFIG_HOME/summ/config (if that path is absolute), else $HOME/.config/summ/config, which may be absent.
 *
 * A line is the name of an option and, behind white space or '=' or both, its value to the end of the line:
 *
 *     # a comment
 *     words = 80
 *     --lang en
 *     scores
 *     query = " from here to there "
 *
 * White space around a name or a value does not count; a value in double quotes is what stands between them; no
 * character has another meaning. Dashes before the name may be left out. Names of files are relative to the folder of
 * the file they stand in.
 *
 * SUMM_OPTIONS holds options as on the command line, parted into words as words.h says. Names of files are relative to
 * the working directory.
 */
#ifndef SUMM_CLI_CONFIG_H
#define SUMM_CLI_CONFIG_H

#include "choices.h"

/* Both read what there is; strings belong to `owner`. False after a message, with file and line if it has one. */
bool config_read_file(choices *to, settings *owner);
bool config_read_environment(choices *to, settings *owner);

#endif
