package cn.bishui.complaints.contact;

import java.util.UUID;

/** Says inside the service that a message waits. */
public record SmsWaiting(UUID id) {}
