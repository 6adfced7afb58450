# Tests that take longer than those of make check, or another compiler.

# What the C library's and our own code leaves uninitialised. The libraries were not built for it: tests/support/msan.c
# says what that means. Checks that build programs of their own, by scripts, are left out, and the test that reads JSON
# by all of jansson.
ifeq ($(CONFIG),msan)
WRAPPED  := malloc realloc free json_set_alloc_funcs json_loadb json_object_get json_string_value loaded_open \
            utf8proc_decompose_char utf8proc_map $(if $(GUMBO),gumbo_parse_with_options) \
            $(if $(CMARK),$(addprefix cmark_,parser_new_with_mem parser_feed parser_finish parse_document node_get_literal)) \
            $(if $(ZLIB),inflate inflateInit2_)
MSAN_LIBS := $(OUT)/tests/support/msan.o $(WRAPPED:%=-Wl,--wrap=%) $(LIB_LIBS) $(if $(ZLIB),$(call pkg,zlib,-lz)) \
            $(JANSSON) -lpthread -ldl
LIB_LIBS := $(MSAN_LIBS)
CLI_LIBS := $(MSAN_LIBS)
$(OUT)/tests/support/msan.o: ALL_CFLAGS += $(foreach lib,GUMBO CMARK ZLIB ZSTD LZMA,$(if $($(lib)),-DHAVE_$(lib)))
$(SUMM) $(TESTS) $(OUT)/embed: | $(OUT)/tests/support/msan.o
endif

## make msan       the tests under MemorySanitizer, by clang
msan: deps
	@sh tests/tools/deps.sh clang
	@$(MAKE) --no-print-directory CONFIG=msan CC=clang msan-programs

MSAN_TESTS := $(filter-out %/contract/schema_test,$(TESTS))
msan-programs: $(SUMM) $(MSAN_TESTS)
	@TEST_SHARE=$${TEST_SHARE:-4} MSAN_OPTIONS=poison_in_malloc=0:poison_in_free=0 OUT=$(OUT) CHECKS='' \
	  sh tests/tools/run.sh $(MSAN_TESTS)

.PHONY: msan msan-programs

## make blocks     the tests under AddressSanitizer with every block of an arena an allocation, which fails in turn
blocks: deps
	@$(MAKE) --no-print-directory CONFIG=blocks blocks-programs

# Left out are those of the arena itself, and of tables without memory, which would take hours: paths_test has the rest.
BLOCKS_TESTS := $(filter-out %/base/arena_test %/oom/oom_test,$(TESTS))
blocks-programs: $(SUMM) $(BLOCKS_TESTS)
	@TEST_SHARE=$${TEST_SHARE:-4} OUT=$(OUT) CHECKS='' sh tests/tools/run.sh $(BLOCKS_TESTS)

.PHONY: blocks blocks-programs

# Under memcheck a program takes 30 times as long: random tests of TEST_SHARE make one part in so many, and the tests of
# memory that fails, which put an allocator of their own before the C library's, are left out, and that of calls that
# fail, which are memcheck's too.
## make valgrind   the tests under memcheck
valgrind: deps
	@sh tests/tools/deps.sh valgrind
	@$(MAKE) --no-print-directory valgrind-programs

VALGRIND_TESTS := $(filter-out %/oom/command_test %/oom/oom_test %/io/io_test,$(TESTS))
valgrind-programs: $(SUMM) $(VALGRIND_TESTS)
	@OUT=$(OUT) sh tests/tools/valgrind.sh $(VALGRIND_TESTS)

## make analyze    gcc -fanalyzer over all that is built
analyze: deps
	@CC='$(CC)' sh tests/tools/analyze.sh

.PHONY: valgrind valgrind-programs analyze

## make check-full everything, part by part (under 60 minutes on two cores): PARTS='asan tsan' does those alone
check-full: deps
	@sh tests/tools/full.sh $(PARTS)

$(OUT)/tests/soak/soak: tests/soak/soak.c $(STATIC) $(wildcard tests/support/*.h)
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(ALL_CFLAGS) -Itests -o $@ $< $(STATIC) $(LIB_LIBS) -lcmocka -lpthread

## make soak HOURS=8   documents at random for hours: memory, open files, the same results; the fuzzers in turn
soak: deps
	@$(MAKE) --no-print-directory $(SUMM) $(OUT)/tests/soak/soak
	@OUT=$(OUT) BUILD='$(BUILD)' sh tests/soak/soak.sh $(or $(HOURS),8)

.PHONY: check-full soak
