# Bindings: each made from the header and the library alone, each with a check of its own.
PYTHON   ?= $(firstword $(wildcard /usr/bin/python3) python3)
PY       := $(OUT)/python
PY_SRC   := $(wildcard bindings/python/summ/*.py) bindings/python/summ/py.typed
PY_MADE  := $(PY_SRC:bindings/python/%=$(PY)/%) $(PY)/summ/_abi.py

$(PY)/summ/_abi.py: include/summ.h bindings/python/generate.py
	@mkdir -p $(@D)
	$(call say,MAKE,$@)
	$(Q)$(PYTHON) bindings/python/generate.py $< >$@

$(PY)/%: bindings/python/%
	@mkdir -p $(@D)
	@cp $< $@

python: $(PY_MADE) $(SHARED)

# libsumm with the libraries that it needs inside, for wheels: nothing but the C library is asked of the machine.
INSIDE   := stemmer utf8proc $(and $(UCHARDET),uchardet stdc++) $(and $(GUMBO),gumbo) $(and $(CMARK),cmark)
WHOLE    := $(OUT)/whole/libsumm.so
$(WHOLE): $(LIB_OBJ) bindings/rules.mk
	@mkdir -p $(@D)
	$(call say,LINK,$@)
	$(Q)$(CC) -shared -static-libgcc $(CFLAGS) $(LDFLAGS) -Wl,-soname,libsumm.so.$(SOVERSION) -Wl,-z,defs -o $@ \
	  $(LIB_OBJ) $(foreach lib,$(INSIDE),$(or $(call archive,$(lib)),-l$(lib))) \
	  $(ICONV) -lm -Wl,--exclude-libs,ALL -s

# The package with the sources of the library in it. What is left in the tree by the way is removed.
SDIST    := $(OUT)/sdist/summ-$(VERSION).tar.gz
$(SDIST): $(wildcard bindings/python/* bindings/python/summ/* src/*/* stopwords/*) Makefile bindings/rules.mk include/summ.h
	$(call say,MAKE,$@)
	@mkdir -p $(@D)
	$(Q)cd bindings/python && $(PYTHON) -B setup.py -q sdist --formats=gztar \
	    --dist-dir='$(abspath $(@D))' 2>'$(abspath $@).log' || \
	  { cat '$(abspath $@).log'; exit 1; }
	@rm -rf bindings/python/summ.egg-info $@.log

## make sdist      the Python package with the sources of libsumm, from which pip builds and installs it, in build/
sdist: $(SDIST)

## make wheel      a wheel of the Python package, with libsumm and what it needs inside, in build/
wheel: $(SDIST) $(WHOLE)
	$(Q)SUMM_WHEEL_LIBRARY='$(abspath $(WHOLE))' \
	  $(PYTHON) -m pip wheel -q --no-build-isolation --no-deps -w $(OUT)/wheel $(SDIST)

## make check-python   install what is missing; test the Python package, its types, its wheel and its sdist
check-python:
	@CC='$(CC)' sh tests/tools/deps.sh python
	@$(MAKE) --no-print-directory all wheel python
	@OUT=$(OUT) sh bindings/python/check.sh $(PYTHON)

SQLITE   := $(OUT)/summ_sqlite.so
SQLITE_SRC := $(wildcard bindings/sqlite/*.c)
$(SQLITE): $(SQLITE_SRC) bindings/sqlite/common.h include/summ.h $(STATIC)
	$(call say,LINK,$@)
	$(Q)$(CC) $(filter-out -DSUMM_BUILD,$(ALL_CFLAGS)) -shared $(LDFLAGS) -o $@ $(SQLITE_SRC) $(STATIC) $(LIB_LIBS) \
	  -Wl,--exclude-libs,ALL

## make sqlite     the SQLite extension, build/release/summ_sqlite.so
sqlite: $(SQLITE)

## make check-sqlite   install what is missing, build the SQLite extension and test it in sqlite3
check-sqlite:
	@CC='$(CC)' sh tests/tools/deps.sh sqlite
	@$(MAKE) --no-print-directory all sqlite
	@OUT=$(OUT) CC='$(CC)' sh tests/checks/sqlite.sh

.PHONY: python sdist wheel check-python sqlite check-sqlite

# For find_package(libsumm) of CMake. Paths are taken from where the files lie, so that the tree may be moved.
CMAKEDIR := $(LIBDIR)/cmake/libsumm
CMAKE_FILES := libsumm-config.cmake libsumm-config-version.cmake
install: install-cmake
install-cmake:
	install -d $(TO)$(CMAKEDIR)
	for file in $(CMAKE_FILES); do \
	  sed -e 's|@VERSION@|$(VERSION)|; s|@SOVERSION@|$(SOVERSION)|' \
	    -e 's|@INCLUDES@|$(shell realpath -m --relative-to='$(LIBDIR)' '$(INCDIR)')|' \
	    -e 's|@LIBS@|$(subst $() $(),;,$(strip $(LIB_LIBS) $(UCHARDET_STATIC)))|' \
	    bindings/cmake/$$file >$(TO)$(CMAKEDIR)/$$file || exit 1; \
	done

uninstall: uninstall-cmake
uninstall-cmake:
	rm -f $(CMAKE_FILES:%=$(TO)$(CMAKEDIR)/%)
	@rmdir $(TO)$(CMAKEDIR) 2>/dev/null || :

.PHONY: install-cmake uninstall-cmake
