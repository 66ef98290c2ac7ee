-- Events that exist as objects, in the columns of the stage's relation.
CREATE OR REPLACE TEMP TABLE appended (${columns})
