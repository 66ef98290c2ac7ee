# Writes decomposition-golden.csv: our own made-up series through R's stl and forecast::mstl.
# Rewrite: Rscript decomposition-golden.R > decomposition-golden.csv
suppressMessages(library(forecast))
cat(sprintf("# R %s.%s, stats::stl and forecast %s mstl on made-up series; rewrite: Rscript decomposition-golden.R > decomposition-golden.csv\n",
  R.version$major, R.version$minor, packageVersion("forecast")))
cat("case,observed,trend,seasonal,seasonal2,remainder,weight\n")
n <- 130
t <- 0:(n - 1)
y <- 50 + 0.2 * t + c(0, 4, 9, -3, -6, 1, 12)[t %% 7 + 1] * (1 + t / 200) +
  3 * sin(t * t / 17) + ifelse(t %% 31 == 30, 40, 0)
show <- function(case, y, trend, s1, s2, weight) {
  cat(sprintf("%s,%.17g,%.17g,%.17g,%.17g,%.17g,%.17g\n", case, y, trend, s1, s2, y - trend - s1 - s2, weight), sep = "")
}
one <- function(case, ...) {
  fit <- stl(ts(y, frequency = 7), ...)
  p <- fit$time.series
  show(case, y, as.vector(p[, "trend"]), as.vector(p[, "seasonal"]), 0, fit$weights)
}
one("plain7", s.window = 7)
one("robust7", s.window = 7, robust = TRUE)
one("periodic", s.window = "periodic")
one("robustPeriodic", s.window = "periodic", robust = TRUE)
one("degrees", s.window = 9, s.degree = 1, t.degree = 0, l.degree = 0)
one("jumps", s.window = 11, t.window = 21, l.window = 9, s.jump = 3, t.jump = 5, l.jump = 4, inner = 3, outer = 4)
m <- 420
t <- 0:(m - 1)
z <- 200 + 0.05 * t + 10 * sin(2 * pi * t / 12) + 25 * cos(2 * pi * t / 60) + 4 * sin(t * t / 13)
p <- mstl(msts(z, seasonal.periods = c(12, 60)))
show("mstl", z, p[, "Trend"], p[, "Seasonal12"], p[, "Seasonal60"], 1)
