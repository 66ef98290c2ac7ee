-- Until when each creator's platforms had data before the batch.
CREATE OR REPLACE TEMP TABLE watermark AS
SELECT creator, source, max(newest) AS newest FROM coverage GROUP BY ALL;
