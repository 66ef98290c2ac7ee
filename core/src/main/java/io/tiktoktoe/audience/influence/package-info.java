/**
 * Social influence: which fans bring others, and whether that brought money.
 *
 * <p>Question: through whom does the audience grow? Method: personalised PageRank over referrals
 * and shares, set against referred revenue that really came. Front door: {@link
 * io.tiktoktoe.audience.influence.Influence}. docs/methods/influence.md explains it.
 */
package io.tiktoktoe.audience.influence;
