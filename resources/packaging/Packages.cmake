# SPDX-License-Identifier: MIT
# Debian packages by cpack: libelector1, libelector-dev, elector and elector-monitor. scripts/packages makes and examines them.
set(ELECTOR_PACKAGER "The Elector authors <elector@example.org>" CACHE STRING "Who answers for the packages that cpack makes")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME elector)
set(CPACK_PACKAGE_CONTACT "${ELECTOR_PACKAGER}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_COMPONENTS_ALL library development command)
if(ELECTOR_BUILD_MONITOR)
    list(APPEND CPACK_COMPONENTS_ALL monitor)
endif()
set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_CURRENT_LIST_DIR}/documents.cmake")

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SOURCE elector)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Where the programs find our own library, of which no package is known yet.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS "${CMAKE_LIBRARY_OUTPUT_DIRECTORY}")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libelector${PROJECT_VERSION_MAJOR})
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_RECOMMENDS libqt6sql6-psql)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA "${CMAKE_CURRENT_LIST_DIR}/triggers")
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "leader election for Qt on plain PostgreSQL - library
Of all copies of a service, exactly one leads and does what must be done
once. Leases are kept in a table of a PostgreSQL database; a leader that
cannot renew its lease stops believing in it before another node may lead.
.
This package contains the shared library.")

set(CPACK_COMPONENT_DEVELOPMENT_DEPENDS library)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libelector-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "qt6-base-dev (>= 6.4)")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "leader election for Qt on plain PostgreSQL - development files
Of all copies of a service, exactly one leads and does what must be done
once. Leases are kept in a table of a PostgreSQL database; a leader that
cannot renew its lease stops believing in it before another node may lead.
.
This package contains the headers, and what CMake and pkg-config need to find
the library.")

set(CPACK_COMPONENT_COMMAND_DEPENDS library)
set(CPACK_DEBIAN_COMMAND_PACKAGE_NAME elector)
set(CPACK_DEBIAN_COMMAND_PACKAGE_SECTION database)
# Which are loaded while they run: by the guardian, and by "elector migrate".
set(CPACK_DEBIAN_COMMAND_PACKAGE_DEPENDS "libpq5, libqt6sql6-psql")
set(CPACK_COMPONENT_COMMAND_DESCRIPTION "leader election on plain PostgreSQL - command
Runs a program on one of many nodes only, and ends it and everything that it
started before another node may lead; also if the database hangs or the
command itself is killed. Shows who leads, hands locks over, takes them back,
pauses them, and prepares and examines the database.")

set(CPACK_COMPONENT_MONITOR_DEPENDS library)
set(CPACK_DEBIAN_MONITOR_PACKAGE_NAME elector-monitor)
set(CPACK_DEBIAN_MONITOR_PACKAGE_SECTION database)
set(CPACK_DEBIAN_MONITOR_PACKAGE_RECOMMENDS "qt6-translations-l10n")
set(CPACK_DEBIAN_MONITOR_PACKAGE_SUGGESTS "elector")
set(CPACK_COMPONENT_MONITOR_DESCRIPTION "leader election on plain PostgreSQL - operator's window
Shows the locks of programs that elect a leader on a table of a PostgreSQL
database: who holds which, for how long by the server's clock, who waits, and
who led when and why it ended. Takes locks back safely, hands them over, and
pauses them.")

include(CPack)
