package io.tiktoktoe.risk.exposure;

/**
 * What one content brought in the days that stand for the present.
 *
 * @param content its name
 * @param views how often it was watched
 * @param income gross of the sales and advertising that name it, minor units of the reporting
 *     currency
 */
public record ContentIncome(String content, long views, long income) {}
