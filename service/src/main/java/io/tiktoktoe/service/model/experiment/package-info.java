/** Requests and answers about price tests. */
package io.tiktoktoe.service.model.experiment;
