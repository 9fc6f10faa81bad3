@NullMarked
package cn.bishui.complaints.citizen;

import org.jspecify.annotations.NullMarked;
