-- Whether an event e stands for a whole day: one microsecond after noon says so.
epoch_us(e.time) % 86400000000 = 43200000001
