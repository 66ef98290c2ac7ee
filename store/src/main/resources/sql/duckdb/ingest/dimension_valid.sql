-- Names of rejected rows stay out, and of duplicates whose person was erased: nothing would refer to them.
AND came.hashed IN (SELECT ${column} FROM stage WHERE fault IN (0, 102))
