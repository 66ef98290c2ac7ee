-- Notes how many sorted rows one chunk added to the revenue rollup.
INSERT INTO store_info VALUES ('sorted_run', '${cells}')
