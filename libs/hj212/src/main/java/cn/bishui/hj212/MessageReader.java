package cn.bishui.hj212;

/** Reads messages; IllegalArgumentException tells what is missing or wrong. */
final class MessageReader {

    private MessageReader() {}

    /** Reads a device's packet that is no answer. */
    static Message.FromDevice upload(Values values) {
        Packet packet = values.packet();
        Upload.Measured.Kind kind = Upload.Measured.Kind.of(packet.cn());
        if (kind != null) {
            return new Upload.Measured(kind, values.moment("DataTime"), packet.pollutants());
        }
        return switch (packet.cn()) {
            case Cn.HARDWARE -> new Upload.Hardware(values.bySuffix("Info"));
            case Cn.TIME -> new Upload.DeviceTime(values.textOrNull("PolId"), values.moment("SystemTime"));
            case Cn.TIME_REQUEST -> new Upload.TimeRequest(values.textOrNull("PolId"));
            case Cn.KEY -> new Upload.KeyRequest(values.textOrNull("SKCreateTime"));
            case Cn.ALARM_LIMITS -> new Upload.AlarmLimits(packet.pollutants());
            case Cn.ALARM_TARGET -> new Upload.AlarmTarget(values.text("AlarmTarget"));
            case Cn.REPORT_TIME -> new Upload.ReportTime(values.text("ReportTime"));
            case Cn.REALTIME_INTERVAL -> new Upload.RealtimeInterval(values.number("RtdInterval"));
            case Cn.MINUTE_INTERVAL -> new Upload.MinuteInterval(values.number("MinInterval"));
            case Cn.FACILITY_STATES ->
                new Upload.FacilityStates(values.moment("DataTime"), values.integersBySuffix("RS"));
            case Cn.FACILITY_HOURS ->
                new Upload.FacilityHours(values.moment("DataTime"), values.decimalsBySuffix("RT"));
            case Cn.ALARM_EVENT ->
                new Upload.AlarmEvent(values.moment("AlarmTime"), Upload.AlarmEvent.alarms(packet.items()));
            case Cn.RESTART -> new Upload.Restart(values.moment("DataTime"), values.moment("RestartTime"));
            case Cn.RETAIN_SAMPLE -> new Upload.RetainedSample(values.moment("DataTime"), values.number("VaseNo"));
            case Cn.SAMPLING_CYCLE ->
                new Upload.SamplingCycle(
                        values.textOrNull("PolId"), values.timeOfDay("CstartTime"), values.number("Ctime", "CTime"));
            case Cn.SAMPLING_DURATION ->
                new Upload.SamplingDuration(values.textOrNull("PolId"), values.number("Stime"));
            case Cn.INSTRUMENT_NUMBER ->
                new Upload.InstrumentNumbers(values.momentOrNull("DataTime"), values.bySuffix("SN"));
            case Cn.DEVICE_INFO ->
                new Upload.DeviceInfo(values.moment("DataTime"), values.textOrNull("PolId"), values.bySuffix("Info"));
            case Cn.HEARTBEAT -> new Upload.Heartbeat();
            default -> new Message.Unknown(packet.cn(), packet.items());
        };
    }

    /** Reads a centre's packet that is no answer. */
    static Message.FromCentre command(Values values) {
        Packet packet = values.packet();
        Command.Order.What order = Command.Order.What.of(packet.cn());
        Command.InstrumentOrder.Task instrumentOrder = Command.InstrumentOrder.Task.of(packet.cn());
        Command.History.Of history = Command.History.Of.of(packet.cn());
        if (order != null) {
            return new Command.Order(order);
        }
        if (instrumentOrder != null) {
            return new Command.InstrumentOrder(instrumentOrder, values.textOrNull("PolId"));
        }
        if (history != null) {
            return new Command.History(history, values.moment("BeginTime"), values.moment("EndTime"));
        }
        return switch (packet.cn()) {
            case Cn.SET_TIMEOUT ->
                new Command.SetTimeout(values.number("OverTime", "Overtime"), values.number("ReCount"));
            case Cn.SET_WARN_TIME -> new Command.SetWarnTime(values.number("WarnTime"));
            case Cn.SET_MN -> new Command.SetMn(values.bySuffix("Info"));
            case Cn.SET_TIME -> new Command.SetTime(values.textOrNull("PolId"), values.moment("SystemTime"));
            case Cn.KEY -> new Command.SetKey(values.textOrNull("SKCreateTime"), values.text("NewSK"));
            case Cn.ALARM_LIMITS -> new Command.AskAlarmLimits(values.all("PolId"));
            case Cn.SET_ALARM_LIMITS -> new Command.SetAlarmLimits(packet.pollutants());
            case Cn.SET_ALARM_TARGET -> new Command.SetAlarmTarget(values.text("AlarmTarget"));
            case Cn.SET_REPORT_TIME -> new Command.SetReportTime(values.text("ReportTime"));
            case Cn.SET_REALTIME_INTERVAL -> new Command.SetRealtimeInterval(values.number("RtdInterval"));
            case Cn.SET_MINUTE_INTERVAL -> new Command.SetMinuteInterval(values.number("MinInterval"));
            case Cn.SET_PASSWORD -> new Command.SetPassword(values.text("NewPW"));
            case Cn.SET_SAMPLING_CYCLE ->
                new Command.SetSamplingCycle(
                        values.textOrNull("PolId"), values.timeOfDay("CstartTime"), values.number("Ctime", "CTime"));
            case Cn.DEVICE_INFO ->
                new Command.AskDeviceInfo(
                        values.textOrNull("PolId"),
                        values.text("InfoId"),
                        values.momentOrNull("BeginTime"),
                        values.momentOrNull("EndTime"));
            case Cn.SET_PARAMETER -> {
                String code = values.text("InfoId");
                yield new Command.SetParameter(values.textOrNull("PolId"), code, values.text(code + "-Info"));
            }
            default -> new Message.Unknown(packet.cn(), packet.items());
        };
    }

    /** Reads an answer. */
    static Reply reply(Values values) {
        Packet packet = values.packet();
        String qn = packet.qn() == null ? values.textOrNull("QN") : packet.qn();
        return switch (packet.cn()) {
            case Cn.REQUEST_ANSWER -> new Reply.RequestAnswered(qn, values.number("QnRtn"));
            case Cn.EXECUTION_RESULT -> new Reply.Executed(qn, values.number("ExeRtn"));
            case Cn.NOTICE_ANSWER -> new Reply.NoticeReceived(qn);
            case Cn.DATA_ANSWER -> new Reply.DataReceived(qn);
            default -> throw new IllegalArgumentException("This is no answer");
        };
    }
}
