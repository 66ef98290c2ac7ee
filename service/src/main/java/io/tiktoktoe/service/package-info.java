/**
 * The use cases: each is one call with a request and an answer.
 *
 * <p>Question: for whom, when, in which zone and currency, under which calendar, from which
 * snapshot, and where is the answer kept? Command line and server only translate to and from these
 * calls, so that the same question has one answer everywhere. Front doors: {@link
 * io.tiktoktoe.service.RevenueService}, {@link io.tiktoktoe.service.ForecastService} and {@link
 * io.tiktoktoe.service.SeriesService}.
 */
package io.tiktoktoe.service;
