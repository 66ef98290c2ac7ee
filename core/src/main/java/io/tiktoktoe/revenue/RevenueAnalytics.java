package io.tiktoktoe.revenue;

/** Front door of revenue stream analysis. */
public final class RevenueAnalytics {}
