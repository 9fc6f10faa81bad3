package cn.bishui.checks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The instructions of deploy/images/Dockerfile by stage. */
final class Dockerfile {

    /**
     * One instruction.
     *
     * @param name {@code COPY} and the like
     * @param arguments what follows it
     */
    record Instruction(String name, String arguments) {

        /** The words that are no options. */
        List<String> words() {
            return Arrays.stream(arguments.split("\\s+", -1))
                    .filter(word -> !word.startsWith("--"))
                    .toList();
        }

        /** The strings of the form that is a JSON list. */
        List<String> strings() {
            return Node.documents(arguments).getFirst().texts();
        }
    }

    private final Map<String, List<Instruction>> stages = new LinkedHashMap<>();

    Dockerfile() {
        String text = Repository.read("deploy/images/Dockerfile")
                .replaceAll("(?m)^#.*\\n", "")
                .replace("\\\n", " ");
        List<Instruction> current = new ArrayList<>();
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            String[] parts = line.strip().split("\\s+", 2);
            var instruction = new Instruction(parts[0], parts[1]);
            if (instruction.name().equals("FROM")) {
                current = new ArrayList<>();
                stages.put(instruction.words().getLast(), current);
            }
            current.add(instruction);
        }
    }

    Map<String, List<Instruction>> stages() {
        return stages;
    }

    String base(String stage) {
        return stages.get(stage).getFirst().words().getFirst();
    }

    /** The instructions of a stage and of those it is made from, in order. */
    List<Instruction> whole(String stage) {
        var whole = new ArrayList<Instruction>();
        if (stages.containsKey(base(stage))) {
            whole.addAll(whole(base(stage)));
        }
        whole.addAll(stages.get(stage));
        return whole;
    }

    /** The last instruction of that name which holds for a stage. */
    Instruction last(String stage, String name) {
        return whole(stage).stream()
                .filter(instruction -> instruction.name().equals(name))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError(stage + " has no " + name));
    }
}
