/**
 * What stands at this address now, asked politely?
 *
 * <p>In: web addresses. Out: WARC files, one an address, for {@code index} to read, and a {@link
 * wellhead.indexer.fetch.CaptureOutcome} for each address. What must stay true: a site's robots.txt
 * and its wish to be left alone are obeyed, a host is asked one thing at a time; only addresses of
 * the public network are connected to unless the user says otherwise; a file is there whole or not
 * at all.
 */
@NullMarked
package wellhead.indexer.fetch;

import org.jspecify.annotations.NullMarked;
