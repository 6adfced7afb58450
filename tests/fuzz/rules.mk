# Fuzzing: tests/fuzz/README.md says what there is, targets.def lists the targets.

FUZZ     := $(shell sed -n 's/^X.\([a-z0-9_]*\),.*/\1/p' tests/fuzz/targets.def)
FUZZ_OBJ := $(FUZZ:%=$(OUT)/tests/fuzz/%.o) $(OUT)/tests/fuzz/streams.o

# All targets stand in one program too: each has its function under a name of its own.
$(OUT)/tests/fuzz/%.o: ALL_CFLAGS += -Itests -DLLVMFuzzerTestOneInput=fuzz_$(notdir $*)

# What the command reads and says is in memory then (streams.h), and it has another main.
FUZZ_LINK := $(OUT)/tests/fuzz/streams.o $(filter-out %/main.o,$(CLI_OBJ)) $(STATIC)
FUZZ_LIBS  = -Wl,--wrap=read,--wrap=write,--wrap=open,--wrap=fstat $(CLI_LIBS) -lcmocka

$(OUT)/tests/fuzz/replay_test: private LIB_LIBS = $(FUZZ_LIBS)
$(OUT)/tests/fuzz/replay_test: $(FUZZ_OBJ) $(FUZZ_LINK)

# As libFuzzer runs them: CONFIG=fuzz CC=clang.
FUZZERS  := $(FUZZ:%=$(OUT)/fuzz/%)
$(FUZZERS): $(OUT)/fuzz/%: $(OUT)/tests/fuzz/%.o $(FUZZ_LINK)
	@mkdir -p $(@D)
	$(call say,LINK,$@)
	$(Q)$(CC) $(CFLAGS) -fsanitize=fuzzer -Wl,--defsym=LLVMFuzzerTestOneInput=fuzz_$* $(LDFLAGS) -o $@ \
	  $(filter %.o,$^) $(STATIC) $(FUZZ_LIBS)

fuzzers: $(FUZZERS)

# It compares letters and nothing else, which is no use to know and takes half of the time.
ifeq ($(CONFIG),fuzz)
$(OUT)/src/cli/suggest.o: ALL_CFLAGS += -fno-sanitize-coverage=trace-cmp
endif

.PHONY: fuzzers fuzz fuzz-coverage afl

## make fuzz SECONDS=60   libFuzzer on each target for that long, or on TARGET=html alone: see tests/fuzz/README.md
fuzz:
	@CC='$(CC)' sh tests/tools/deps.sh fuzz
	@$(MAKE) --no-print-directory CONFIG=fuzz CC=clang fuzzers
	@sh tests/fuzz/fuzz.sh $(BUILD)/fuzz '$(or $(SECONDS),60)' $(TARGET)

## make fuzz-coverage     lines of its modules that the inputs of each target reach, or of TARGET=html alone
fuzz-coverage: deps
	@$(MAKE) --no-print-directory CONFIG=reach $(BUILD)/reach/tests/fuzz/replay_test
	@sh tests/fuzz/coverage.sh $(BUILD)/reach $(BUILD)/fuzz/corpus $(TARGET)

## make afl SECONDS=60    AFL++ on the command, for that long for each kind of input
afl:
	@CC='$(CC)' sh tests/tools/deps.sh afl
	@AFL_USE_ASAN=1 AFL_USE_UBSAN=1 AFL_QUIET=1 $(MAKE) --no-print-directory CONFIG=afl CC=afl-clang-fast $(BUILD)/afl/summ
	@sh tests/fuzz/afl.sh $(BUILD)/afl '$(or $(SECONDS),60)' $(TARGET)
