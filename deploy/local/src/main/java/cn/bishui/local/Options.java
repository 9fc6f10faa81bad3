package cn.bishui.local;

import java.util.List;
import java.util.Set;

/**
 * What {@code deploy/local/up} was asked for.
 *
 * @param background return when the platform is ready, and leave it running
 * @param empty no demo district and no simulator
 * @param fresh throw away all state first
 * @param supervisor set by the launcher itself: this is the process that stays
 */
record Options(boolean background, boolean empty, boolean fresh, boolean supervisor) {

    static final String USAGE = """
            Usage: deploy/local/up [--background] [--empty] [--fresh]
              --background  return when the platform is ready; deploy/local/down stops it
              --empty       without the demo district and the simulator
              --fresh       throw away the state of earlier runs first
            Environment: BISHUI_HOME      where the state is (.bishui at the top of the repository)
                         BISHUI_PORT_OFFSET  added to every port (0)
                         BISHUI_BUILD=never  start what was built last, however old""";

    static final String SUPERVISOR = "--supervisor";

    private static final Set<String> KNOWN = Set.of("--background", "--empty", "--fresh", SUPERVISOR);

    static Options parse(List<String> arguments) {
        arguments.stream()
                .filter(argument -> !KNOWN.contains(argument))
                .findFirst()
                .ifPresent(argument -> {
                    throw new Refusal("There is no option " + argument + ".\n" + USAGE);
                });
        return new Options(
                arguments.contains("--background"),
                arguments.contains("--empty"),
                arguments.contains("--fresh"),
                arguments.contains(SUPERVISOR));
    }
}
