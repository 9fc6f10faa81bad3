/** The file formats: how each is recognised, and how what tells of its origin is taken out of it. */
@NullMarked
package cn.bishui.complaints.evidence.media;

import org.jspecify.annotations.NullMarked;
