# find_package(libsumm) gives the targets libsumm::libsumm, the shared library, and libsumm::static.
get_filename_component(_summ_libdir "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
set(_summ_includes "${_summ_libdir}/@INCLUDES@")

if(NOT TARGET libsumm::libsumm)
  add_library(libsumm::libsumm SHARED IMPORTED)
  set_target_properties(libsumm::libsumm PROPERTIES
    IMPORTED_LOCATION "${_summ_libdir}/libsumm.so.@VERSION@"
    IMPORTED_SONAME "libsumm.so.@SOVERSION@"
    INTERFACE_INCLUDE_DIRECTORIES "${_summ_includes}")

  add_library(libsumm::static STATIC IMPORTED)
  set_target_properties(libsumm::static PROPERTIES
    IMPORTED_LOCATION "${_summ_libdir}/libsumm.a"
    INTERFACE_INCLUDE_DIRECTORIES "${_summ_includes}"
    INTERFACE_LINK_LIBRARIES "@LIBS@")
endif()

unset(_summ_libdir)
unset(_summ_includes)
