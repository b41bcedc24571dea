# Builds the checkout that this port is in, with the Cargo of the machine:
# vcpkg install token04 --overlay-ports=bindings/c/packaging/vcpkg
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../../../../.." ABSOLUTE)

# Rust has no debug library to offer here.
set(VCPKG_BUILD_TYPE release)
# The CMake package finds its files relative to lib/cmake/token04, and stays there.
set(VCPKG_POLICY_SKIP_MISPLACED_CMAKE_FILES_CHECK enabled)
set(VCPKG_POLICY_SKIP_LIB_CMAKE_MERGE_CHECK enabled)

vcpkg_cmake_configure(SOURCE_PATH "${SOURCE_PATH}/bindings/c")
vcpkg_cmake_install()
vcpkg_fixup_pkgconfig()

# Without the shared library, the target token04::token04 is the static one.
if(VCPKG_LIBRARY_LINKAGE STREQUAL "static")
    file(GLOB shared_libraries "${CURRENT_PACKAGES_DIR}/lib/libtoken04.so*")
    file(REMOVE ${shared_libraries})
endif()

vcpkg_install_copyright(FILE_LIST
    "${SOURCE_PATH}/LICENSE"
    "${SOURCE_PATH}/LICENSE-MIT"
    "${SOURCE_PATH}/LICENSE-APACHE"
    "${SOURCE_PATH}/THIRD-PARTY-NOTICES.md")
