/**
 * The use cases: each is one call with a request and an answer.
 *
 * <p>Question: for whom, when, in which zone and currency, under which calendar, from which
 * snapshot, and where is the answer kept? Command line and server only translate to and from these
 * calls, so that the same question has one answer everywhere. Front doors: {@link
 * io.tiktoktoe.service.RevenueService}, {@link io.tiktoktoe.service.ForecastService}, {@link
 * io.tiktoktoe.service.SeriesService}, {@link io.tiktoktoe.service.IngestService}, {@link
 * io.tiktoktoe.service.ExportService}, {@link io.tiktoktoe.service.UpkeepService}, {@link
 * io.tiktoktoe.service.DoctorService}, {@link io.tiktoktoe.service.SimulationService} and {@link
 * io.tiktoktoe.service.DemoService}. Their words are in {@code service.model}.
 */
package io.tiktoktoe.service;
