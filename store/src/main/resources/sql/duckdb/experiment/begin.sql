-- Fans that are named by what comes now.
CREATE OR REPLACE TEMP TABLE experiment_fan (fan BIGINT, name VARCHAR)
