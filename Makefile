# summ: make demo and make check install what is missing; make builds; the rest is listed by make help.

VERSION  := 0.1.0
SOVERSION := 0
PREFIX   ?= /usr/local
BINDIR   ?= $(PREFIX)/bin
LIBDIR   ?= $(PREFIX)/lib
INCDIR   ?= $(PREFIX)/include
BUILD    ?= build

# A configuration is a set of flags with a folder of its own below build/: make CONFIG=asan.
CONFIG   ?= release
CFLAGS_release  := -O2 -g
CFLAGS_asan     := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
CFLAGS_tsan     := -O1 -g -fsanitize=thread
CFLAGS_coverage := -O0 -g --coverage
OUT      := $(BUILD)/$(CONFIG)

CFLAGS   ?= $(CFLAGS_$(CONFIG))
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla \
            -Wwrite-strings -Wcast-qual -Werror
ALL_CFLAGS := -std=c11 $(WARNINGS) -ffp-contract=off -fPIC -fvisibility=hidden -DSUMM_BUILD -Iinclude -Isrc \
              $(CPPFLAGS) $(CFLAGS)

# make V=1 shows the commands.
Q        := $(if $(V),,@)
say       = $(if $(V),,@printf '  %-6s %s\n' '$(1)' '$(2)')

pkg       = $(shell pkg-config --libs $(1) 2>/dev/null || echo $(2))
LIB_LIBS := -lstemmer $(call pkg,libutf8proc,-lutf8proc) -lm
CLI_LIBS := $(call pkg,jansson,-ljansson)

LIB_SRC  := $(filter-out src/cli/%,$(wildcard src/*/*.c))
CLI_SRC  := $(wildcard src/cli/*.c)
LIB_OBJ  := $(LIB_SRC:%.c=$(OUT)/%.o) $(OUT)/lexicon_data.o
CLI_OBJ  := $(CLI_SRC:%.c=$(OUT)/%.o)
LISTS    := $(wildcard stopwords/*.txt stopwords/ranks/*.txt)
STATIC   := $(OUT)/libsumm.a
SHARED   := $(OUT)/libsumm.so.$(VERSION)
SUMM     := $(OUT)/summ

TEST_SRC := $(wildcard tests/*/*_test.c)
TESTS    := $(TEST_SRC:%.c=$(OUT)/%)

.PHONY: all demo check deps test install uninstall bench asan tsan coverage lint format clean help
.DELETE_ON_ERROR:
.SECONDARY:

all: summ $(STATIC) $(SHARED)

help:
	@sed -n 's/^## //p' Makefile

## make demo       install what is missing, build, summarise a sample article
demo: deps
	@$(MAKE) --no-print-directory summ
	./summ -n 3 -k 10 tests/samples/lighthouse.txt

## make check      install what is missing, build, run all tests (under 5 minutes)
check: deps
	@$(MAKE) --no-print-directory all test

## make deps       install the libraries on Debian and Ubuntu; say what is missing elsewhere
deps:
	@CC='$(CC)' sh tests/tools/deps.sh

summ: $(SUMM)
	@cp $(SUMM) summ

$(SUMM): $(CLI_OBJ) $(STATIC)
	$(call say,LINK,$@)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(CLI_OBJ) $(STATIC) $(LIB_LIBS) $(CLI_LIBS)

$(STATIC): $(LIB_OBJ)
	$(call say,AR,$@)
	@rm -f $@
	$(Q)ar qcsD $@ $^

$(SHARED): $(LIB_OBJ)
	$(call say,LINK,$@)
	$(Q)$(CC) -shared $(CFLAGS) $(LDFLAGS) -Wl,-soname,libsumm.so.$(SOVERSION) -Wl,-z,defs -o $@ $^ $(LIB_LIBS)
	@ln -sf $(@F) $(OUT)/libsumm.so.$(SOVERSION)
	@ln -sf $(@F) $(OUT)/libsumm.so

$(OUT)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# The word lists become one C table; the program that does it folds words with the library's own code.
EMBED_OBJ := $(patsubst %,$(OUT)/%.o,stopwords/embed src/text/fold src/base/utf8 src/base/hash)
$(OUT)/embed: $(EMBED_OBJ)
	$(call say,LINK,$@)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIB_LIBS)

$(OUT)/lexicon_data.c: $(OUT)/embed $(LISTS)
	$(call say,EMBED,stopwords)
	$(Q)$(OUT)/embed stopwords >$@

$(OUT)/lexicon_data.o: $(OUT)/lexicon_data.c
	$(Q)$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(OUT)/tests/%: tests/%.c $(STATIC) $(wildcard tests/support/*.h) Makefile
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(ALL_CFLAGS) -Itests -MMD -MP -o $@ $< $(STATIC) $(LIB_LIBS) -lcmocka -lpthread

test: all $(TESTS)
	@OUT=$(OUT) CC='$(CC)' sh tests/tools/run.sh $(TESTS)

## make asan       the tests under AddressSanitizer and UndefinedBehaviorSanitizer
asan: deps
	@$(MAKE) --no-print-directory CONFIG=asan all test

## make tsan       the tests under ThreadSanitizer
tsan: deps
	@$(MAKE) --no-print-directory CONFIG=tsan all test

## make coverage   lines and branches the tests reach
coverage: deps
	@$(MAKE) --no-print-directory CONFIG=coverage all test
	@sh tests/tools/coverage.sh $(BUILD)/coverage

## make bench FILE=...   MB/s of each stage and of the whole, beside wc -w
bench: all $(OUT)/tests/bench/stages
	@sh tests/bench/bench.sh $(OUT) $(FILE)

## make format     lay out the code with clang-format
format:
	clang-format -i $(wildcard src/*/*.[ch] include/*.h stopwords/*.c tests/*/*.[ch])

## make lint       layout, clang-tidy, cppcheck and the layering
lint: all
	@sh tests/tools/lint.sh

## make install    DESTDIR= PREFIX=/usr/local LIBDIR= BINDIR= INCDIR=
install: all
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(LIBDIR)/pkgconfig $(DESTDIR)$(INCDIR) $(DESTDIR)$(PREFIX)/share/doc/summ
	install -m 755 $(SUMM) $(DESTDIR)$(BINDIR)/summ
	install -m 644 include/summ.h $(DESTDIR)$(INCDIR)/summ.h
	install -m 644 $(STATIC) $(DESTDIR)$(LIBDIR)/libsumm.a
	install -m 755 $(SHARED) $(DESTDIR)$(LIBDIR)/libsumm.so.$(VERSION)
	ln -sf libsumm.so.$(VERSION) $(DESTDIR)$(LIBDIR)/libsumm.so.$(SOVERSION)
	ln -sf libsumm.so.$(SOVERSION) $(DESTDIR)$(LIBDIR)/libsumm.so
	printf '%s\n' 'prefix=$(PREFIX)' 'Name: libsumm' 'Description: extractive summaries and key phrases' \
	  'Version: $(VERSION)' 'Libs: -L$(LIBDIR) -lsumm' 'Libs.private: $(LIB_LIBS)' 'Cflags: -I$(INCDIR)' \
	  >$(DESTDIR)$(LIBDIR)/pkgconfig/libsumm.pc
	install -m 644 LICENSE README.md $(DESTDIR)$(PREFIX)/share/doc/summ/

## make uninstall  remove what make install put there
uninstall:
	rm -f $(DESTDIR)$(BINDIR)/summ $(DESTDIR)$(INCDIR)/summ.h $(DESTDIR)$(LIBDIR)/libsumm.a \
	  $(DESTDIR)$(LIBDIR)/libsumm.so $(DESTDIR)$(LIBDIR)/libsumm.so.$(SOVERSION) \
	  $(DESTDIR)$(LIBDIR)/libsumm.so.$(VERSION) $(DESTDIR)$(LIBDIR)/pkgconfig/libsumm.pc
	rm -rf $(DESTDIR)$(PREFIX)/share/doc/summ

clean:
	rm -rf $(BUILD) summ

-include $(LIB_OBJ:.o=.d) $(CLI_OBJ:.o=.d) $(EMBED_OBJ:.o=.d) $(TESTS:=.d)
