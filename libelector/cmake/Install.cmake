# SPDX-License-Identifier: MIT
# The library as others find it: find_package(Elector 1.0) and pkg-config.
include(CMakePackageConfigHelpers)

install(TARGETS Elector EXPORT ElectorTargets
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT development)
install(DIRECTORY include/Elector "${CMAKE_CURRENT_BINARY_DIR}/include/Elector"
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)

set(package "${CMAKE_INSTALL_LIBDIR}/cmake/Elector")
install(EXPORT ElectorTargets NAMESPACE Elector:: DESTINATION ${package} COMPONENT development)
configure_package_config_file(cmake/ElectorConfig.cmake.in "${CMAKE_CURRENT_BINARY_DIR}/ElectorConfig.cmake"
    INSTALL_DESTINATION ${package})
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/ElectorConfigVersion.cmake"
    COMPATIBILITY SameMajorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/ElectorConfig.cmake" "${CMAKE_CURRENT_BINARY_DIR}/ElectorConfigVersion.cmake"
    DESTINATION ${package} COMPONENT development)

# Relative to the file itself, so that an installation can be moved, and staged with DESTDIR or --prefix.
file(RELATIVE_PATH ELECTOR_PC_UP "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
set(ELECTOR_PC_LIBDIR "\${prefix}/${CMAKE_INSTALL_LIBDIR}")
set(ELECTOR_PC_INCLUDEDIR "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
configure_file(cmake/elector.pc.in elector.pc @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/elector.pc" DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
