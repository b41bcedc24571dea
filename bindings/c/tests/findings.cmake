# Gives a test findings.inc: the constants for ids that the installed header has, each with a comma behind it. A test
# cannot list macros itself, and a list by hand would not notice a new one.
function(token04_findings test)
    get_target_property(include token04::token04 INTERFACE_INCLUDE_DIRECTORIES)
    file(STRINGS "${include}/token04.h" constants REGEX "^#define TOKEN04_FINDING_")
    list(TRANSFORM constants REPLACE "^#define (TOKEN04_FINDING_[A-Z0-9_]+) .*" "\\1,\n")
    list(JOIN constants "" constants)
    file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/findings.inc" "${constants}")
    target_include_directories(${test} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
endfunction()
