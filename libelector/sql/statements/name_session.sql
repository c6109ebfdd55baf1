-- SPDX-License-Identifier: MIT
SELECT set_config('application_name', ?::text, false)
