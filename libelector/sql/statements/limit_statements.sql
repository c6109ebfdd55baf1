-- SPDX-License-Identifier: MIT
SELECT current_setting('statement_timeout'), set_config('statement_timeout', $1::text, false)
