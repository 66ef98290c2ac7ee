-- Every price test that was made, with its arms in order.
SELECT e.experiment, e.name, e.creator_name, e.product, e.currency, e.created, e.settings,
  a.arm, a.name AS arm_name, a.price, a.contribution, a.trial_days, a.guarantee_days, a.yearly_discount, a.tier
FROM experiment AS e
JOIN experiment_arm AS a ON a.experiment = e.experiment
ORDER BY e.experiment NULLS LAST, a.arm NULLS LAST
