@include full_tables@
@include full_helpers@
@include full_functions@
@include full_guard@
@include full_orders@
@include full_success@
