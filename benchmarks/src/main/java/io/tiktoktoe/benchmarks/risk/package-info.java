/** How far told risks can be trusted: backtests of value at risk, shortfall, churn and shocks. */
package io.tiktoktoe.benchmarks.risk;
