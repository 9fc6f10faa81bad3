package cn.bishui.monitoring.command;

import cn.bishui.hj212.Reply;

/** Is told what devices answer. */
@FunctionalInterface
public interface AnswersOfDevices {

    /**
     * Takes an answer; one to something that was never asked is passed over.
     *
     * @param mn of a device in service that has shown its password
     */
    void heard(String mn, Reply reply);
}
