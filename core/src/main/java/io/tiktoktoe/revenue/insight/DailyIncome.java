package io.tiktoktoe.revenue.insight;

import java.time.LocalDate;

/**
 * Net income on one local day of the creator's zone.
 *
 * @param day the local day
 * @param minutes its length inside the period: 1,380, 1,440 or 1,500 (1,410, 1,470 at Lord Howe)
 * @param net what reached the creator, by stream
 * @param finished whether it is over and delivered
 */
public record DailyIncome(LocalDate day, int minutes, StreamAmounts net, boolean finished) {}
