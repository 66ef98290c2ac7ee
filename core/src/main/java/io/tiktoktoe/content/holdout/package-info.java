/**
 * Randomised holdouts of contents: what those from whom a content was kept by chance tell of its
 * effect.
 *
 * <p>Question: is what attribution says true? The difference of both arms' means with the fans'
 * earlier payments taken out, beside the direct value of the same payments; a factor for each type
 * that draws attribution to it by what each knows.
 */
package io.tiktoktoe.content.holdout;
