/** What an integration test of a service needs: real servers, tokens, a clock, and rules that all services keep. */
@NullMarked
package cn.bishui.testkit;

import org.jspecify.annotations.NullMarked;
