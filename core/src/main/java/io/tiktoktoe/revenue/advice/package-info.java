/**
 * Prescriptions: what to do about churn, reversals, settlements and the hours of strength.
 *
 * <p>Question: which action does the report suggest, and what would it bring?
 */
package io.tiktoktoe.revenue.advice;
