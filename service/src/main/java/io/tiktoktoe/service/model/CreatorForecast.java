package io.tiktoktoe.service.model;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.ForCreator;
import io.tiktoktoe.calendar.Campaign;
import io.tiktoktoe.outlook.Predictions;
import java.util.List;

/**
 * What comes next in one creator's income, in whole currency units a day.
 *
 * @param creator for whom, with their zone and currency
 * @param predictions of daily net income by stream and in total
 * @param campaigns that were known, past, running and ahead
 * @param kept where it was kept
 */
public record CreatorForecast(
    CreatorProfile creator, Predictions predictions, List<Campaign> campaigns, Kept kept)
    implements ForCreator {}
