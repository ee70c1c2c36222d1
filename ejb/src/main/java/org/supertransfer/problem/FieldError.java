package org.supertransfer.problem;

import java.io.Serializable;

/**
 * What is wrong with one field of a request.
 *
 * @param field its name, or its place in a file, for example {@code agents[3].extension} or {@code line 7}
 * @param code stable, for programs and for the page's words
 * @param detail one English sentence
 */
public record FieldError(String field, String code, String detail) implements Serializable {}
