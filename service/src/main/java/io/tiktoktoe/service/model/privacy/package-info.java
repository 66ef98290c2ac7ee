/**
 * Words of the platform's use cases: how a release about a platform is asked, and what it answers.
 *
 * <p>Question: which period, at which cost, for whom, and what may be said?
 */
package io.tiktoktoe.service.model.privacy;
