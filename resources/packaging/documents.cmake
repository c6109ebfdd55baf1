# SPDX-License-Identifier: MIT
# Run by cpack on what is staged, before it is packed: what Debian wants of each package besides what is installed.
cmake_minimum_required(VERSION 3.25)

function(compress file)
    execute_process(COMMAND gzip -9n "${file}" COMMAND_ERROR_IS_FATAL ANY)
endfunction()

foreach(component IN LISTS CPACK_COMPONENTS_ALL)
    set(staged "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/${component}${CPACK_PACKAGING_INSTALL_PREFIX}")
    string(TOUPPER "${component}" upper)
    set(documents "${staged}/share/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME}")
    configure_file("${CMAKE_CURRENT_LIST_DIR}/copyright" "${documents}/copyright" COPYONLY)
    configure_file("${CMAKE_CURRENT_LIST_DIR}/changelog" "${documents}/changelog.Debian" COPYONLY)
    configure_file("${CMAKE_CURRENT_LIST_DIR}/../../CHANGELOG.md" "${documents}/changelog" COPYONLY)
    file(CHMOD "${documents}/copyright" "${documents}/changelog.Debian" "${documents}/changelog"
        PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
    compress("${documents}/changelog.Debian")
    compress("${documents}/changelog")
    file(GLOB pages "${staged}/share/man/man*/*.[1-9]")
    foreach(page IN LISTS pages)
        compress("${page}")
    endforeach()
endforeach()
