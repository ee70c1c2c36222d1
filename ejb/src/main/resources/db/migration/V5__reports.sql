-- Who the called phone was shown as the caller; null for legs that came in.
alter table leg add column shown_number varchar(64);
alter table leg add column shown_name varchar(128);

-- The supervisor who took the call back; null when nobody did.
alter table transfer add column retrieved_by varchar(64);

-- Calls are looked up by their party, and the newest come first.
create index phone_call_party on phone_call (party_number);
create index phone_call_began on phone_call (began_at);
