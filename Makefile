# summ: make demo and make check install what is missing; make builds; the rest is listed by make help.

# That of the header; binaries work as long as its first part stays (summ.h says what that means).
VERSION   := $(shell sed -n 's/^\#define SUMM_VERSION "\(.*\)"/\1/p' include/summ.h)
SOVERSION := $(firstword $(subst ., ,$(VERSION)))
PREFIX    ?= /usr/local
BINDIR    ?= $(PREFIX)/bin
LIBDIR    ?= $(PREFIX)/lib
INCDIR    ?= $(PREFIX)/include
SHAREDIR  ?= $(PREFIX)/share
BUILD     ?= build

# ---- Flags ----

# A configuration is a set of flags with a folder of its own below build/: make CONFIG=asan.
CONFIG   ?= release
# Nothing unwinds through C here, so that no table for it is loaded; debuggers have theirs in the debug information.
CFLAGS_release  := -O2 -g -fno-asynchronous-unwind-tables
CFLAGS_asan     := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
CFLAGS_fuzz     := -O2 -gline-tables-only -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all \
                   -fno-omit-frame-pointer
CFLAGS_afl      := -O2 -g -fno-sanitize-recover=all -fno-omit-frame-pointer
# Counts that threads raise at once are lost unless they are atomic.
CFLAGS_coverage := -O0 -g --coverage -fprofile-update=atomic
CFLAGS_reach    := $(CFLAGS_coverage)
# Every block of an arena is an allocation, which fails in turn, and which is watched at its ends.
CFLAGS_blocks   := $(CFLAGS_asan) -DSM_ARENA_LARGE_BYTES=1
CFLAGS_tsan     := -O1 -g -fsanitize=thread
CFLAGS_msan     := -O1 -g -fsanitize=memory -fsanitize-memory-track-origins -fno-omit-frame-pointer
# Counts basic blocks, and bytes that the C library passes: tests/pathological/work.h.
CFLAGS_work     := -O0 -fno-builtin -fsanitize-coverage=trace-pc
OUT      := $(BUILD)/$(CONFIG)

CFLAGS   ?= $(CFLAGS_$(CONFIG))
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla \
            -Wwrite-strings -Wcast-qual -Werror
# What is built does not tell where.
REPRODUCIBLE := -ffile-prefix-map='$(CURDIR)'=. -ffile-prefix-map='$(BUILD)'=build
ALL_CFLAGS := -std=c11 $(WARNINGS) -ffp-contract=off -fPIC -fvisibility=hidden -DSUMM_BUILD -Iinclude -Isrc \
              $(REPRODUCIBLE) $(CPPFLAGS) $(CFLAGS)
# Tables of pointers take a twentieth of the room where linker and loader know this form; asked for when the command is
# linked.
PACKED    = $(shell dir=$$(mktemp -d) && echo 'int x, *p = &x; int main(void) { return *p; }' >$$dir/a.c && \
              $(CC) -fPIE -pie -Wl,-z,pack-relative-relocs -o $$dir/a $$dir/a.c 2>/dev/null && $$dir/a && \
              echo -Wl,-z,pack-relative-relocs; rm -rf $$dir)

# make V=1 shows the commands.
Q        := $(if $(V),,@)
say       = $(if $(V),,@printf '  %-6s %s\n' '$(1)' '$(2)')

# ---- Libraries ----

# How a library is linked, by its name for pkg-config or else by these flags; where its archive is, if there is one.
pkg       = $(shell pkg-config --libs $(1) 2>/dev/null || echo $(2))
archive   = $(filter /%,$(shell $(CC) -print-file-name=lib$(1).a))

# The version of a library that is used where its header is found; make NO_UCHARDET=1 and the like build without.
header    = $(shell $(CC) $(CPPFLAGS) -include $(1) -x c -E /dev/null >/dev/null 2>&1 && echo yes)
version   = $(shell pkg-config --modversion $(1) 2>/dev/null || echo present)
found     = $(if $(NO_$(1)),,$(if $(call header,$(2)),$(call version,$(3))))
UCHARDET := $(call found,UCHARDET,uchardet/uchardet.h,uchardet)
GUMBO    := $(call found,GUMBO,gumbo.h,gumbo)
CMARK    := $(call found,CMARK,cmark.h,libcmark)
ZLIB     := $(call found,ZLIB,zlib.h,zlib)
ZSTD     := $(call found,ZSTD,zstd.h,libzstd)
LZMA     := $(call found,LZMA,lzma.h,liblzma)

# uchardet guesses character sets. Archives, where there are any, spare the command the loading of the C++ library, a
# third of its start.
ifneq ($(UCHARDET),)
UCHARDET_LIBS := $(call pkg,uchardet,-luchardet)
UCHARDET_STATIC := -lstdc++
UCHARDET_CLI := $(or $(and $(call archive,uchardet),$(call archive,stdc++),$(call archive,uchardet) \
                $(call archive,stdc++)),$(UCHARDET_LIBS))
endif
# gumbo reads web pages, cmark Markdown.
ifneq ($(GUMBO),)
GUMBO_LIBS := $(call pkg,gumbo,-lgumbo)
GUMBO_CLI := $(or $(call archive,gumbo),$(GUMBO_LIBS))
endif
ifneq ($(CMARK),)
CMARK_LIBS := $(call pkg,libcmark,-lcmark)
CMARK_CLI := $(or $(call archive,cmark),$(CMARK_LIBS))
endif
# The command unpacks compressed files. libzstd would add 220 KB to it, or 3 % to the time of a short run: it and
# liblzma are loaded where they are needed.
ifneq ($(ZLIB),)
ZLIB_CLI := $(or $(call archive,z),$(call pkg,zlib,-lz))
endif
# iconv is a library of its own on some systems.
ICONV    := $(if $(filter Darwin,$(shell uname -s)),-liconv)
JANSSON  := $(call pkg,jansson,-ljansson)
JANSSON_CLI := $(or $(call archive,jansson),$(JANSSON))

CORE_LIBS := -lstemmer $(call pkg,libutf8proc,-lutf8proc) $(ICONV) -lm
LIB_LIBS := $(UCHARDET_LIBS) $(GUMBO_LIBS) $(CMARK_LIBS) $(CORE_LIBS)
CLI_LIBS := $(UCHARDET_CLI) $(GUMBO_CLI) $(CMARK_CLI) $(ZLIB_CLI) $(CORE_LIBS) $(JANSSON_CLI) -lpthread -ldl

# ---- Files ----

LIB_SRC  := $(filter-out src/cli/%,$(wildcard src/*/*.c))
CLI_SRC  := $(wildcard src/cli/*.c)
LIB_OBJ  := $(LIB_SRC:%.c=$(OUT)/%.o) $(OUT)/chars_data.o $(OUT)/lexicon_data.o $(OUT)/page_data.o
CLI_OBJ  := $(CLI_SRC:%.c=$(OUT)/%.o)
STATIC   := $(OUT)/libsumm.a
SHARED   := $(OUT)/libsumm.so.$(VERSION)
SUMM     := $(OUT)/summ

# Manual pages and completions, under the names they are installed by.
DOCS     := man/man1/summ.1 man/man3/libsumm.3 bash-completion/completions/summ zsh/site-functions/_summ \
            fish/vendor_completions.d/summ.fish

# tests/io knows the calls of Linux.
TEST_SRC := $(filter-out $(if $(filter Linux,$(shell uname -s)),,tests/io/%),$(wildcard tests/*/*_test.c))
TESTS    := $(TEST_SRC:%.c=$(OUT)/%)

.PHONY: all demo check check-docs check-browser check-io check-limits check-work check-differential deps test install \
        uninstall reproducible bench fit quality asan tsan coverage lint format clean help
.DELETE_ON_ERROR:

all: $(SUMM) summ $(STATIC) $(SHARED) $(DOCS:%=$(OUT)/share/%)

help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)

## make demo       install what is missing, build, summarise a sample article
demo: deps
	@$(MAKE) --no-print-directory summ
	./summ -n 3 -k 10 tests/samples/lighthouse.txt

## make check      install what is missing, build, run all tests (under 5 minutes)
check:
	@CC='$(CC)' sh tests/tools/deps.sh --try sqlite pytest
	@$(MAKE) --no-print-directory all test

## make deps       install the libraries on Debian and Ubuntu; say what is missing elsewhere
deps:
	@CC='$(CC)' sh tests/tools/deps.sh

# ---- Command and library ----

summ: $(SUMM)
	@cp $(SUMM) summ

$(SUMM): $(CLI_OBJ) $(STATIC)
	$(call say,LINK,$@)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $(PACKED) -static-libgcc -o $@ $(CLI_OBJ) $(STATIC) $(CLI_LIBS)

$(STATIC): $(LIB_OBJ)
	$(call say,AR,$@)
	@rm -f $@
	$(Q)ar qcsD $@ $^

$(SHARED): $(LIB_OBJ) src/libsumm.map
	$(call say,LINK,$@)
	$(Q)$(CC) -shared $(CFLAGS) $(LDFLAGS) -Wl,-soname,libsumm.so.$(SOVERSION) -Wl,-z,defs \
	  -Wl,--version-script,src/libsumm.map -o $@ $(LIB_OBJ) $(LIB_LIBS)
	@ln -sf $(@F) $(OUT)/libsumm.so.$(SOVERSION)
	@ln -sf $(@F) $(OUT)/libsumm.so

# What was found at build time, in the names of files: objects that depend on it are built anew when it changes.
FOUND    := $(OUT)/found-uchardet-$(or $(UCHARDET),no) $(OUT)/found-gumbo-$(or $(GUMBO),no) \
            $(OUT)/found-cmark-$(or $(CMARK),no) $(OUT)/found-zlib-$(or $(ZLIB),no) \
            $(OUT)/found-zstd-$(or $(ZSTD),no) $(OUT)/found-lzma-$(or $(LZMA),no)
$(FOUND):
	@mkdir -p $(@D)
	@rm -f $(OUT)/$(word 1,$(subst -, ,$(@F)))-$(word 2,$(subst -, ,$(@F)))-*
	@touch $@

$(OUT)/src/input/charset.o $(OUT)/src/input/html.o $(OUT)/src/input/markdown.o: $(FOUND)
$(OUT)/src/cli/unpack_gzip.o $(OUT)/src/cli/unpack_zstd.o $(OUT)/src/cli/unpack_xz.o: $(FOUND)
$(OUT)/src/input/charset.o: ALL_CFLAGS += $(if $(UCHARDET),-DHAVE_UCHARDET='"$(UCHARDET)"')
$(OUT)/src/input/html.o: ALL_CFLAGS += $(if $(GUMBO),-DHAVE_GUMBO='"$(GUMBO)"')
$(OUT)/src/input/markdown.o: ALL_CFLAGS += $(if $(CMARK),-DHAVE_CMARK='"$(CMARK)"')
$(OUT)/src/cli/unpack_gzip.o: ALL_CFLAGS += $(if $(ZLIB),-DHAVE_ZLIB='"$(ZLIB)"')
$(OUT)/src/cli/unpack_zstd.o: ALL_CFLAGS += $(if $(ZSTD),-DHAVE_ZSTD='"$(ZSTD)"')
$(OUT)/src/cli/unpack_xz.o: ALL_CFLAGS += $(if $(LZMA),-DHAVE_LZMA='"$(LZMA)"')

$(OUT)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# ---- What is made from other things than C ----

# The word lists become one C table; the program that does it folds words with the library's own code.
EMBED_OBJ := $(patsubst %,$(OUT)/%.o,stopwords/embed stopwords/spelling src/text/fold src/base/utf8 src/base/hash)
$(OUT)/embed: $(EMBED_OBJ)
	$(call say,LINK,$@)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIB_LIBS)

$(OUT)/lexicon_data.c: $(OUT)/embed $(wildcard stopwords/*.txt stopwords/ranks/*.txt)
	$(call say,EMBED,stopwords)
	$(Q)$(OUT)/embed stopwords >$@

# So do what kind each character is,
$(OUT)/chars_data.c: $(OUT)/src/base/embed/chars
	$(call say,EMBED,src/base/embed/chars.c)
	$(Q)$< >$@

$(OUT)/src/base/embed/chars: $(OUT)/src/base/embed/chars.o
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(CORE_LIBS)

# and the style sheet and the script of the page that -t html writes.
$(OUT)/page_data.c: $(OUT)/src/output/embed/page src/output/page.css src/output/page.js
	$(call say,EMBED,src/output/page.css page.js)
	$(Q)$^ >$@

$(OUT)/src/output/embed/page: $(OUT)/src/output/embed/page.o
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^

$(OUT)/chars_data.o $(OUT)/lexicon_data.o $(OUT)/page_data.o: %.o: %.c
	$(Q)$(CC) $(ALL_CFLAGS) -c -o $@ $<

# Manual pages and completions come from the table of options, libsumm(3) from summ.h.
$(OUT)/share/man/man1/summ.1: GENERATE := --generate=man
$(OUT)/share/bash-completion/completions/summ: GENERATE := --generate=bash
$(OUT)/share/zsh/site-functions/_summ: GENERATE := --generate=zsh
$(OUT)/share/fish/vendor_completions.d/summ.fish: GENERATE := --generate=fish
$(OUT)/share/%: $(SUMM)
	@mkdir -p $(@D)
	$(Q)$(SUMM) $(GENERATE) >$@

# The date is that of summ(1).
$(OUT)/share/man/man3/libsumm.3: include/manual.awk include/summ.h $(OUT)/share/man/man1/summ.1
	@mkdir -p $(@D)
	$(Q)awk -v date="$$(awk '$$1 == ".TH" { print $$4 }' $(OUT)/share/man/man1/summ.1)" \
	  -f include/manual.awk include/summ.h >$@

# ---- Tests ----

$(OUT)/tests/%: tests/%.c $(STATIC) $(wildcard tests/support/*.h) Makefile
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(ALL_CFLAGS) -Itests -MMD -MP -o $@ $< $(filter %.o,$^) $(STATIC) $(LIB_LIBS) -lcmocka -lpthread

# It reads with cmark what was written.
$(OUT)/tests/output/markdown_test $(OUT)/tests/output/whole_markdown_test: \
    private ALL_CFLAGS += $(if $(CMARK),-DHAVE_CMARK)

# What tests the command's own code is linked as the command is.
$(filter $(OUT)/tests/cli/%,$(TESTS)): LIB_LIBS = $(CLI_LIBS)
$(filter $(OUT)/tests/cli/%,$(TESTS)): $(filter-out %/main.o,$(CLI_OBJ))

# What lets the calls of the command fail is preloaded into it.
$(OUT)/tests/io/io_test: $(OUT)/tests/io/fail.so $(OUT)/tests/io/run.o $(OUT)/tests/io/scenario.o
$(OUT)/tests/io/fail.so: tests/io/fail.c tests/io/fail.h tests/io/calls.def Makefile
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) -std=gnu11 $(WARNINGS) -O2 -g -fPIC -shared -o $@ $< -ldl

# These read and write JSON.
$(patsubst %,$(OUT)/tests/%,contract/schema_test property/formats_test property/records_test bench/report_test \
  quality/fit quality/quality): LIB_LIBS += $(JANSSON)

# It runs the command with an allocator before the C library's.
$(OUT)/tests/oom/command_test: $(OUT)/tests/oom/failing_malloc.so $(SUMM)
$(OUT)/tests/oom/failing_malloc.so: tests/oom/failing_malloc.c tests/oom/failing_malloc.h Makefile
	@mkdir -p $(@D)
	$(call say,LINK,$@)
	$(Q)$(CC) -std=c11 $(WARNINGS) -O2 -g -fPIC -shared -o $@ $<

SCORING_OBJ := $(patsubst %,$(OUT)/tests/quality/%.o,figures keyscore porter rouge tokens)
$(OUT)/tests/quality/quality $(filter $(OUT)/tests/quality/%_test,$(TESTS)): $(SCORING_OBJ)

# Work on hard texts, counted: only in CONFIG=work, where all that is linked counts.
ifeq ($(CONFIG),work)
WRAPPED  := memcpy memmove memset memcmp memchr strlen strchr strrchr strstr strspn strcspn strcmp strncmp
LDFLAGS  += $(OUT)/tests/pathological/work.o $(WRAPPED:%=-Wl,--wrap=%)
$(SUMM) $(SHARED) $(OUT)/embed $(OUT)/src/base/embed/chars $(OUT)/src/output/embed/page: | $(OUT)/tests/pathological/work.o
endif
MEASURE_OBJ := $(patsubst %,$(OUT)/tests/pathological/%.o,measure modes texts made memory work)
WRITE_OBJ := $(patsubst %,$(OUT)/tests/pathological/%.o,write texts made)
LARGE_OBJ := $(patsubst %,$(OUT)/tests/pathological/%.o,large texts made memory)
$(MEASURE_OBJ) $(WRITE_OBJ) $(LARGE_OBJ): ALL_CFLAGS := $(filter-out -fsanitize-coverage=%,$(ALL_CFLAGS)) -Itests
$(OUT)/tests/pathological/measure: $(MEASURE_OBJ) $(STATIC)
	$(call say,LINK,$@)
	$(Q)$(CC) $(CFLAGS) $(filter-out %.o,$(LDFLAGS)) -o $@ $^ $(LIB_LIBS)
$(OUT)/tests/pathological/large: $(LARGE_OBJ) $(STATIC)
	$(call say,LINK,$@)
	$(Q)$(CC) $(CFLAGS) -o $@ $^ $(LIB_LIBS)
$(OUT)/tests/pathological/write: $(WRITE_OBJ)
	$(call say,LINK,$@)
	$(Q)$(CC) $(filter-out -fsanitize-coverage=%,$(CFLAGS)) -o $@ $^

test: all $(TESTS)
	@OUT=$(OUT) CC='$(CC)' LIBS='$(LIB_LIBS)' sh tests/tools/run.sh $(TESTS)

## make check-docs the manual pages, completions and examples, with all tools that judge them (installed if missing)
check-docs: deps
	@CC='$(CC)' sh tests/tools/deps.sh docs
	@$(MAKE) --no-print-directory all
	@OUT=$(OUT) CC='$(CC)' LIBS='$(LIB_LIBS)' NEED_ALL=1 sh tests/checks/docs.sh
	@OUT=$(OUT) CC='$(CC)' LIBS='$(LIB_LIBS)' sh tests/checks/examples.sh

## make asan       the tests under AddressSanitizer and UndefinedBehaviorSanitizer
asan: deps
	@$(MAKE) --no-print-directory CONFIG=asan all test

# Its runtime writes a file before the command begins, and has files open: what limits either is left out.
## make tsan       the tests under ThreadSanitizer
tsan: deps
	@TEST_SHARE=$${TEST_SHARE:-4} GOLDEN_WITHOUT=output-full.case,io-limits.case $(MAKE) --no-print-directory CONFIG=tsan all test

## make check-io   every call that can fail fails, and what needs a mount or another user; 1 minute
check-io: $(SUMM) $(OUT)/tests/io/io_test
	@OUT=$(OUT) IO_ALL=1 $(OUT)/tests/io/io_test
	@OUT=$(OUT) sh tests/io/real.sh

## make check-limits   texts of 4 GiB and a million files; 10 minutes, 6 GB of memory
check-limits: $(SUMM)
	@OUT=$(OUT) sh tests/io/limits.sh

## make coverage   lines and branches the tests reach
coverage: deps
	@$(MAKE) --no-print-directory CONFIG=coverage all
	-@$(MAKE) --no-print-directory CONFIG=coverage test >/dev/null 2>&1
	@sh tests/tools/coverage.sh $(BUILD)/coverage

## make check-work   twice the bytes are at most 2.2 times the work, counted, on hundreds of hard texts; 20 minutes
check-work: deps
	-@CC='$(CC)' sh tests/tools/deps.sh valgrind
	@sh tests/pathological/check.sh $(BUILD)

## make check-differential   what is printed by builds with gcc -O0, -O2, -O3 and clang -O2 is the same, byte by byte
check-differential: deps
	-@CC='$(CC)' sh tests/tools/deps.sh clang
	@$(MAKE) --no-print-directory $(OUT)/tests/pathological/write
	@sh tests/differential/check.sh $(BUILD)/differential $(OUT)/tests/pathological/write

## make reproducible   build twice, in two places, and compare
reproducible: deps
	@sh tests/tools/reproducible.sh

## make check-browser   the page of -t html in a headless Chromium, which is installed if it is missing
check-browser: $(SUMM)
	@sh tests/browser/check.sh $(SUMM) $(PICTURES)

## make bench [FILE=...] [QUICK=1] [MARKDOWN=1]   speed and memory beside wc -w, with ceilings; also build/bench.json
BENCH     := $(OUT)/tests/bench/bench $(OUT)/tests/bench/stages $(OUT)/tests/bench/make_text \
             $(OUT)/tests/bench/measure
bench: all $(BENCH)
	@$(OUT)/tests/bench/bench $(OUT) $(BUILD)/bench.json $(if $(FILE),'$(FILE)') $(if $(QUICK),quick) \
	  $(if $(MARKDOWN),markdown)

BENCH_OBJ := $(patsubst %,$(OUT)/tests/bench/%.o,figures letters machine prose pseudo report rows run sample)
$(BENCH_OBJ): ALL_CFLAGS += -Itests
$(BENCH) $(filter $(OUT)/tests/bench/%_test,$(TESTS)): $(BENCH_OBJ)

## make fit DATA=... KIND=...   weights for one kind of text, fitted to labelled texts: see tests/quality/README.md
fit: $(OUT)/tests/quality/fit
	@$(OUT)/tests/quality/fit $(OPTIONS) $(KIND) $(DATA)

## make quality QUALITY_DATA=DIR   ROUGE and F1 on labelled texts: see tests/quality/README.md
quality: $(OUT)/tests/quality/quality
	@test -n '$(QUALITY_DATA)' || { echo 'quality: give QUALITY_DATA=DIR, see tests/quality/README.md' >&2; exit 2; }
	@$(OUT)/tests/quality/quality '$(QUALITY_DATA)' tests/quality/figures.tsv $(if $(UPDATE),--update) \
	  $(if $(ALGORITHM),--algorithm=$(ALGORITHM))

## make format     lay out the code with clang-format
format:
	clang-format -i $(wildcard src/*/*.[ch] src/*/embed/*.c stopwords/*.[ch] tests/*/*.[ch])

## make lint       layout, clang-tidy, cppcheck and the layering
lint: all
	@sh tests/tools/lint.sh

# ---- Installation ----

# Names of folders may have spaces in DESTDIR. libsumm.pc says where things are by ${prefix}, as far as they are there.
below     = $(patsubst $(PREFIX)/%,$${prefix}/%,$(1))
TO       := "$(DESTDIR)"
LEGAL    := LICENSE README.md SECURITY.md
# Where libraries were put or taken away, the loader is told, if we may.
LDCONFIG  = @test -n "$(DESTDIR)" || ldconfig 2>/dev/null || :

## make install    DESTDIR= PREFIX=/usr/local LIBDIR= BINDIR= INCDIR= SHAREDIR=
install: all
	install -d $(TO)$(BINDIR) $(TO)$(LIBDIR)/pkgconfig $(TO)$(INCDIR) $(TO)$(SHAREDIR)/doc/summ $(TO)$(SHAREDIR)/summ
	install -m 755 $(SUMM) $(TO)$(BINDIR)/summ
	install -m 644 include/summ.h $(TO)$(INCDIR)/summ.h
	install -m 644 $(STATIC) $(TO)$(LIBDIR)/libsumm.a
	install -m 755 $(SHARED) $(TO)$(LIBDIR)/libsumm.so.$(VERSION)
	ln -sf libsumm.so.$(VERSION) $(TO)$(LIBDIR)/libsumm.so.$(SOVERSION)
	ln -sf libsumm.so.$(SOVERSION) $(TO)$(LIBDIR)/libsumm.so
	printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$(call below,$(LIBDIR))' 'includedir=$(call below,$(INCDIR))' '' \
	  'Name: libsumm' 'Description: extractive summaries and key phrases' 'Version: $(VERSION)' \
	  'Libs: -L$${libdir} -lsumm' 'Libs.private: $(LIB_LIBS) $(UCHARDET_STATIC)' 'Cflags: -I$${includedir}' \
	  >$(TO)$(LIBDIR)/pkgconfig/libsumm.pc
	install -m 644 $(LEGAL) $(TO)$(SHAREDIR)/doc/summ/
	install -m 644 include/summ.schema.json $(TO)$(SHAREDIR)/summ/
	for file in $(DOCS); do \
	  install -d $(TO)$(SHAREDIR)/"$${file%/*}" && \
	  install -m 644 "$(OUT)/share/$$file" $(TO)$(SHAREDIR)/"$$file" || exit 1; done
	$(LDCONFIG)

## make uninstall  remove what make install put there, and of folders those that are summ's own, unless others use them
uninstall:
	rm -f $(TO)$(BINDIR)/summ $(TO)$(INCDIR)/summ.h $(TO)$(LIBDIR)/libsumm.a $(TO)$(LIBDIR)/libsumm.so \
	  $(TO)$(LIBDIR)/libsumm.so.$(SOVERSION) $(TO)$(LIBDIR)/libsumm.so.$(VERSION) $(TO)$(LIBDIR)/pkgconfig/libsumm.pc
	rm -f $(DOCS:%=$(TO)$(SHAREDIR)/%) $(LEGAL:%=$(TO)$(SHAREDIR)/doc/summ/%) $(TO)$(SHAREDIR)/summ/summ.schema.json
	@rmdir $(TO)$(SHAREDIR)/doc/summ $(TO)$(SHAREDIR)/summ 2>/dev/null || :
	$(LDCONFIG)

include bindings/rules.mk
# Packages of the library's sources are without these.
-include tests/fuzz/rules.mk tests/rules.mk

clean:
	rm -rf $(BUILD) summ

-include $(LIB_OBJ:.o=.d) $(CLI_OBJ:.o=.d) $(EMBED_OBJ:.o=.d) $(SCORING_OBJ:.o=.d) $(BENCH_OBJ:.o=.d) \
         $(OUT)/src/base/embed/chars.d $(OUT)/src/output/embed/page.d $(TESTS:=.d) $(MEASURE_OBJ:.o=.d) \
         $(WRITE_OBJ:.o=.d) $(LARGE_OBJ:.o=.d) $(FUZZ_OBJ:.o=.d)
