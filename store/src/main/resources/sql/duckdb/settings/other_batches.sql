-- How many batches do not bear this name.
SELECT count(*) AS others FROM batches WHERE batch <> ?
