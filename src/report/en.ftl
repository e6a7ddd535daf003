# What Kompass says of a fault. The message says what is wrong, `label` what
# stands at the place, `hint` how to mend it, `hint-nearest` the same when a
# near miss can be suggested.

record-unknown-sub-area = unknown sub-area { $found } in edition { $edition }
    .label = not in edition { $edition }
    .hint = the area has { $known }
