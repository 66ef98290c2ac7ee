/**
 * The words of the use cases: requests, answers, errors, and what a call is made under.
 *
 * <p>Question: what must be said to ask, and what is answered? Records without behaviour of their
 * own but their defaults and checks; every door translates its own language into them.
 */
package io.tiktoktoe.service.model;
