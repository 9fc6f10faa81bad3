-- device: keys by which devices encrypt what they send (HJ 212-2025), sealed under the service's own key

create table device_key (
    id           bigint generated always as identity primary key,
    device       int not null references device,
    sealed       bytea not null, -- AES-256-GCM: nonce, cipher text, tag; opens with the device's MN only
    sealed_under text not null,  -- names the service's key
    set_at       timestamptz not null,
    set_by       text not null
);
create index device_key_device on device_key (device, id);
