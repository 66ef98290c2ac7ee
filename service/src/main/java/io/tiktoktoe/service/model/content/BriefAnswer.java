package io.tiktoktoe.service.model.content;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.ForCreator;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.content.brief.BriefScore;
import io.tiktoktoe.content.brief.ContentBrief;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a creator should make next.
 *
 * @param creator for whom
 * @param through the last day that counts
 * @param contents how many contents there are in all
 * @param brief what to make; absent where too few contents brought anything to learn from
 * @param past what came of the briefs that were kept before, the newest first
 * @param recorded whether it was kept as a decision that was taken
 * @param provenance how to make this answer again
 */
public record BriefAnswer(
    CreatorProfile creator,
    LocalDate through,
    int contents,
    Optional<ContentBrief> brief,
    List<BriefScore> past,
    boolean recorded,
    Provenance provenance)
    implements ForCreator {

  public BriefAnswer {
    past = List.copyOf(past);
  }
}
