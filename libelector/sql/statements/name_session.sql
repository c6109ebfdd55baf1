-- SPDX-License-Identifier: MIT
SELECT set_config('application_name', $1::text, false)
