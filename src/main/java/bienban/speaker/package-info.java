/**
 * People who took part in meetings, and the posts they held on a day.
 *
 * <p>A person's posts are recorded with each meeting as stated; the timeline is read from them. Two people may share a name:
 * name and place decide, and an editor merges or splits.
 */
package bienban.speaker;
