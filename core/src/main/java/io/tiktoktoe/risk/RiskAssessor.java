package io.tiktoktoe.risk;

/** Front door of risk assessment. */
public final class RiskAssessor {}
