/**
 * The next-content brief (a prescription): what to make next, when, how long, for whom, on which
 * platform, with its expected value and spread.
 *
 * <p>Question: which kind of content does this creator's own history make worth trying next?
 * Method: a random-effects regression of what contents brought, whose shrunk effects leave no
 * winner's curse. Front door: {@link io.tiktoktoe.content.brief.ContentBriefing}.
 */
package io.tiktoktoe.content.brief;
