package io.tiktoktoe.forecast;

/** Front door of forecasting. */
public final class PredictiveAnalyticsEngine {}
