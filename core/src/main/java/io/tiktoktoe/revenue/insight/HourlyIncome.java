package io.tiktoktoe.revenue.insight;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * Net income in one local hour of the creator's zone. Clock changes make some pieces shorter (30
 * minutes at Lord Howe) and give one hour of the day twice; every instant is in exactly one piece.
 *
 * @param start when it starts
 * @param local its start on the creator's clock
 * @param minutes its length, a multiple of 15 up to 60
 * @param net what reached the creator, by stream
 * @param finished whether it is over and delivered
 */
public record HourlyIncome(
    Instant start, LocalDateTime local, int minutes, StreamAmounts net, boolean finished) {}
