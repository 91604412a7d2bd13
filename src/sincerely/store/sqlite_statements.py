"""The statements as SQLite takes them. Written by `compiling`; do not edit."""

from __future__ import annotations

STATEMENTS = {
    "account_all": """
SELECT account.address, account.login, account.imap, account.smtp, account.auth, account.oauth, account.client_id,
account.read_only, account.folders, account.since_days, account.ca FROM account WHERE account.tenant = :tenant AND
account.candidate = :candidate ORDER BY account.address
""",
    "account_remove": """
DELETE FROM account WHERE account.tenant = :tenant AND account.candidate = :candidate AND account.address = :address
""",
    "account_save": """
INSERT INTO account (tenant, candidate, address, login, imap, smtp, auth, oauth, client_id, read_only, folders,
since_days, ca, changed_at) VALUES (:tenant, :candidate, :address, :login, :imap, :smtp, :auth, :oauth, :client_id,
:read_only, :folders, :since_days, :ca, :changed_at) ON CONFLICT (tenant, candidate, address) DO UPDATE SET login =
excluded.login, imap = excluded.imap, smtp = excluded.smtp, auth = excluded.auth, oauth = excluded.oauth, client_id
= excluded.client_id, read_only = excluded.read_only, folders = excluded.folders, since_days = excluded.since_days,
ca = excluded.ca, changed_at = excluded.changed_at
""",
    "answered_add": """
INSERT INTO answered (tenant, candidate, "key", request, status, body, at) VALUES (:tenant, :candidate, :key,
:request, :status, :body, :at)
""",
    "answered_bodies": """
SELECT answered."key", answered.body FROM answered WHERE answered.tenant = :tenant AND answered.candidate =
:candidate
""",
    "answered_erase": """
DELETE FROM answered WHERE answered.tenant = :tenant AND answered.candidate = :candidate AND answered."key" = :key
""",
    "answered_forget": """
DELETE FROM answered WHERE answered.tenant = :tenant AND answered.candidate = :candidate AND answered.at < :before
""",
    "answered_one": """
SELECT answered."key", answered.request, answered.status, answered.body, answered.at FROM answered WHERE
answered.tenant = :tenant AND answered.candidate = :candidate AND answered."key" = :key
""",
    "count_event": """
SELECT count(*) AS count_1 FROM event WHERE event.tenant = :tenant AND event.candidate = :candidate
""",
    "count_process": """
SELECT count(*) AS count_1 FROM process WHERE process.tenant = :tenant AND process.candidate = :candidate
""",
    "count_source_message": """
SELECT count(*) AS count_1 FROM source_message WHERE source_message.tenant = :tenant AND source_message.candidate =
:candidate
""",
    "draft_add": """
INSERT INTO draft (tenant, candidate, number, version, process, code, purpose, who, "to", cc, subject, body,
in_reply_to, "references", "attach", sentences, language, made_at, made_by) VALUES (:tenant, :candidate, :number,
:version, :process, :code, :purpose, :who, :to, :cc, :subject, :body, :in_reply_to, :references, :attach,
:sentences, :language, :made_at, :made_by)
""",
    "draft_all": """
SELECT draft.number, draft.version, draft.process, draft.code, draft.purpose, draft.who, draft."to", draft.cc,
draft.subject, draft.body, draft.in_reply_to, draft."references", draft."attach", draft.sentences, draft.language,
draft.made_at, draft.made_by FROM draft WHERE draft.tenant = :tenant AND draft.candidate = :candidate AND
draft.version = (SELECT max(newest.version) AS max_1 FROM draft AS newest WHERE newest.tenant = draft.tenant AND
newest.candidate = draft.candidate AND newest.number = draft.number) ORDER BY draft.number DESC
""",
    "draft_erase": """
DELETE FROM draft WHERE draft.tenant = :tenant AND draft.candidate = :candidate AND draft.process IN (SELECT value
FROM json_each(:processes))
""",
    "draft_last": """
SELECT max(draft.number) AS max_1 FROM draft WHERE draft.tenant = :tenant AND draft.candidate = :candidate
""",
    "draft_last_version": """
SELECT max(draft.version) AS max_1 FROM draft WHERE draft.tenant = :tenant AND draft.candidate = :candidate AND
draft.number = :number
""",
    "draft_versions": """
SELECT draft.number, draft.version, draft.process, draft.code, draft.purpose, draft.who, draft."to", draft.cc,
draft.subject, draft.body, draft.in_reply_to, draft."references", draft."attach", draft.sentences, draft.language,
draft.made_at, draft.made_by FROM draft WHERE draft.tenant = :tenant AND draft.candidate = :candidate AND
draft.number = :number ORDER BY draft.version
""",
    "due": """
SELECT process.tenant, process.candidate FROM process WHERE process.wake_at <= :now ORDER BY process.wake_at LIMIT
:most OFFSET 0
""",
    "event_add": """
INSERT INTO event (tenant, candidate, process, event_id, at, verb, body, source, source_hash, confidence, quote,
added_at) VALUES (:tenant, :candidate, :process, :event_id, :at, :verb, :body, :source, :source_hash, :confidence,
:quote, :added_at) ON CONFLICT DO NOTHING
""",
    "event_among": """
SELECT event.candidate, event.process, event.event_id, event.at, event.verb, event.body, event.source,
event.confidence, event.quote FROM event WHERE event.tenant = :tenant AND (event.candidate, event.process) IN
(SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(:pairs)) ORDER BY event.at,
event.seq
""",
    "event_bearing": """
SELECT event.candidate, process.employer, event.process, event.event_id, event.at, event.verb, event.body,
event.source, event.confidence, event.quote FROM event JOIN process ON event.tenant = process.tenant AND
event.candidate = process.candidate AND event.process = process.id WHERE event.tenant = :tenant AND event.candidate
IN (SELECT value FROM json_each(:candidates)) AND event.verb IN (SELECT value FROM json_each(:verbs)) ORDER BY
event.at, event.seq
""",
    "event_erase": """
DELETE FROM event WHERE event.tenant = :tenant AND event.candidate = :candidate AND event.process IN (SELECT value
FROM json_each(:processes))
""",
    "event_erase_one": """
DELETE FROM event WHERE event.tenant = :tenant AND event.candidate = :candidate AND event.process = :process AND
event.event_id = :event_id
""",
    "event_last": """
SELECT max(event.seq) AS max_1 FROM event WHERE event.tenant = :tenant AND event.candidate = :candidate AND
event.process = :process
""",
    "event_newest": """
SELECT max(event.seq) AS max_1 FROM event WHERE event.tenant = :tenant AND event.candidate = :candidate
""",
    "event_one": """
SELECT event.process, event.event_id, event.at, event.verb, event.body, event.source, event.confidence, event.quote
FROM event WHERE event.tenant = :tenant AND event.candidate = :candidate AND event.process = :process AND
event.event_id = :event_id ORDER BY event.confidence DESC
""",
    "event_since": """
SELECT event.process, event.event_id, event.at, event.verb, event.body, event.source, event.confidence, event.quote
FROM event WHERE event.tenant = :tenant AND event.candidate = :candidate AND event.process = :process AND event.seq
> :seen ORDER BY event.seq
""",
    "ground_erase": """
DELETE FROM ground WHERE ground.tenant = :tenant AND ground.candidate = :candidate AND ground.process IN (SELECT
value FROM json_each(:processes))
""",
    "handed_erase": """
DELETE FROM handed WHERE handed.tenant = :tenant AND handed.candidate = :candidate AND (handed.draft IN (SELECT
draft.number FROM draft WHERE draft.tenant = :tenant AND draft.candidate = :candidate AND draft.process IN (SELECT
value FROM json_each(:processes))) OR handed.outgoing IN (SELECT outgoing.number FROM outgoing WHERE outgoing.tenant
= :tenant AND outgoing.candidate = :candidate AND outgoing.process IN (SELECT value FROM json_each(:processes))))
""",
    "handed_in": """
SELECT handed.place, handed.message_id, handed.draft, handed.outgoing, handed.account, handed.digest, handed.at,
handed.done FROM handed WHERE handed.tenant = :tenant AND handed.candidate = :candidate AND handed.place = :place
ORDER BY handed.at, handed.message_id
""",
    "handed_save": """
INSERT INTO handed (tenant, candidate, place, message_id, draft, outgoing, account, digest, at, done) VALUES
(:tenant, :candidate, :place, :message_id, :draft, :outgoing, :account, :digest, :at, :done) ON CONFLICT (tenant,
candidate, place, message_id) DO UPDATE SET draft = excluded.draft, outgoing = excluded.outgoing, account =
excluded.account, digest = excluded.digest, at = excluded.at, done = excluded.done
""",
    "message_add": """
INSERT INTO source_message (tenant, candidate, source, "key", digest, place, "where", message_id, message_id_hash,
date, sender, subject, sent, kind, confidence, process) VALUES (:tenant, :candidate, :source, :key, :digest, :place,
:where, :message_id, :message_id_hash, :date, :sender, :subject, :sent, :kind, :confidence, :process) ON CONFLICT DO
NOTHING
""",
    "message_digests": """
SELECT source_message.digest FROM source_message WHERE source_message.tenant = :tenant AND source_message.candidate
= :candidate
""",
    "message_erase": """
UPDATE source_message SET message_id='', message_id_hash=NULL, date=NULL, sender='', subject='', kind='other',
process=NULL WHERE source_message.tenant = :its_tenant AND source_message.candidate = :its_candidate AND
source_message.process IN (SELECT value FROM json_each(:processes))
""",
    "message_keys": """
SELECT source_message."key" FROM source_message WHERE source_message.tenant = :tenant AND source_message.candidate =
:candidate AND source_message.source = :source
""",
    "message_of_process": """
SELECT source_message.source, source_message."key", source_message.digest, source_message.place,
source_message."where", source_message.message_id, source_message.date, source_message.sender,
source_message.subject, source_message.sent, source_message.kind, source_message.confidence, source_message.process
FROM source_message WHERE source_message.tenant = :tenant AND source_message.candidate = :candidate AND
source_message.process = :process ORDER BY source_message.date NULLS FIRST, source_message.source,
source_message."key"
""",
    "message_one": """
SELECT source_message.source, source_message."key", source_message.digest, source_message.place,
source_message."where", source_message.message_id, source_message.date, source_message.sender,
source_message.subject, source_message.sent, source_message.kind, source_message.confidence, source_message.process
FROM source_message WHERE source_message.tenant = :tenant AND source_message.candidate = :candidate AND
source_message.source = :source AND source_message."key" = :key
""",
    "message_place": """
UPDATE source_message SET message_id=:new_message_id, message_id_hash=:new_message_id_hash, date=:new_date,
sender=:new_sender, subject=:new_subject, sent=:new_sent, kind=:new_kind, confidence=:new_confidence,
process=:new_process WHERE source_message.tenant = :its_tenant AND source_message.candidate = :its_candidate AND
source_message.source = :its_source AND source_message."key" = :its_key AND source_message.process IS NULL
""",
    "message_sent": """
SELECT source_message.source, source_message."key", source_message.digest, source_message.place,
source_message."where", source_message.message_id, source_message.date, source_message.sender,
source_message.subject, source_message.sent, source_message.kind, source_message.confidence, source_message.process
FROM source_message WHERE source_message.tenant = :tenant AND source_message.candidate = :candidate AND
source_message.process IS NOT NULL AND source_message.sent = 1 ORDER BY source_message.date DESC NULLS LAST,
source_message.source, source_message."key" LIMIT :most OFFSET 0
""",
    "message_threads": """
SELECT source_message.message_id, source_message.process FROM source_message WHERE source_message.tenant = :tenant
AND source_message.candidate = :candidate AND source_message.process IS NOT NULL AND source_message.message_id != ''
""",
    "message_with_digest": """
SELECT source_message.source, source_message."key", source_message.digest, source_message.place,
source_message."where", source_message.message_id, source_message.date, source_message.sender,
source_message.subject, source_message.sent, source_message.kind, source_message.confidence, source_message.process
FROM source_message WHERE source_message.tenant = :tenant AND source_message.candidate = :candidate AND
source_message.digest = :digest
""",
    "message_with_id": """
SELECT source_message.source, source_message."key", source_message.digest, source_message.place,
source_message."where", source_message.message_id, source_message.date, source_message.sender,
source_message.subject, source_message.sent, source_message.kind, source_message.confidence, source_message.process
FROM source_message WHERE source_message.tenant = :tenant AND source_message.candidate = :candidate AND
source_message.message_id_hash = :message_id_hash AND source_message.message_id = :message_id
""",
    "outgoing_add": """
INSERT INTO outgoing (tenant, candidate, number, process, draft, version, purpose, who, "to", cc, subject, body,
in_reply_to, "references", "attach", digest, sender, message_id, state, profile, not_before, approved_at, seen,
overruled, advised, why, events, changed_at) VALUES (:tenant, :candidate, :number, :process, :draft, :version,
:purpose, :who, :to, :cc, :subject, :body, :in_reply_to, :references, :attach, :digest, :sender, :message_id,
:state, :profile, :not_before, :approved_at, :seen, :overruled, :advised, :why, :events, :changed_at)
""",
    "outgoing_all": """
SELECT outgoing.number, outgoing.process, outgoing.draft, outgoing.version, outgoing.purpose, outgoing.who,
outgoing."to", outgoing.cc, outgoing.subject, outgoing.body, outgoing.in_reply_to, outgoing."references",
outgoing."attach", outgoing.digest, outgoing.sender, outgoing.message_id, outgoing.state, outgoing.profile,
outgoing.not_before, outgoing.approved_at, outgoing.seen, outgoing.overruled, outgoing.advised, outgoing.why,
outgoing.events, outgoing.changed_at FROM outgoing WHERE outgoing.tenant = :tenant AND outgoing.candidate =
:candidate ORDER BY outgoing.number DESC
""",
    "outgoing_erase": """
DELETE FROM outgoing WHERE outgoing.tenant = :tenant AND outgoing.candidate = :candidate AND outgoing.process IN
(SELECT value FROM json_each(:processes))
""",
    "outgoing_last": """
SELECT max(outgoing.number) AS max_1 FROM outgoing WHERE outgoing.tenant = :tenant AND outgoing.candidate =
:candidate
""",
    "outgoing_one": """
SELECT outgoing.number, outgoing.process, outgoing.draft, outgoing.version, outgoing.purpose, outgoing.who,
outgoing."to", outgoing.cc, outgoing.subject, outgoing.body, outgoing.in_reply_to, outgoing."references",
outgoing."attach", outgoing.digest, outgoing.sender, outgoing.message_id, outgoing.state, outgoing.profile,
outgoing.not_before, outgoing.approved_at, outgoing.seen, outgoing.overruled, outgoing.advised, outgoing.why,
outgoing.events, outgoing.changed_at FROM outgoing WHERE outgoing.tenant = :tenant AND outgoing.candidate =
:candidate AND outgoing.number = :number
""",
    "outgoing_states": """
SELECT outgoing.state FROM outgoing WHERE outgoing.tenant = :tenant AND outgoing.candidate = :candidate AND
outgoing.process IN (SELECT value FROM json_each(:processes))
""",
    "outgoing_step": """
UPDATE outgoing SET state=:new_state, not_before=:new_not_before, approved_at=:new_approved_at, seen=:new_seen,
overruled=:new_overruled, advised=:new_advised, why=:new_why, events=:new_events, changed_at=:new_changed_at WHERE
outgoing.tenant = :its_tenant AND outgoing.candidate = :its_candidate AND outgoing.number = :its_number AND
outgoing.state = :its_state AND outgoing.digest = :its_digest
""",
    "paper_add": """
INSERT INTO ground (tenant, candidate, id, kind, process, name, form, digest, lines, added_at, removed_at) VALUES
(:tenant, :candidate, :id, :kind, :process, :name, :form, :digest, :lines, :added_at, :removed_at) ON CONFLICT DO
NOTHING
""",
    "paper_all": """
SELECT ground.id, ground.kind, ground.process, ground.name, ground.form, ground.digest, ground.lines,
ground.added_at, ground.removed_at FROM ground WHERE ground.tenant = :tenant AND ground.candidate = :candidate ORDER
BY ground.added_at, ground.id
""",
    "paper_forget": """
DELETE FROM ground WHERE ground.tenant = :tenant AND ground.candidate = :candidate AND ground.id = :id
""",
    "paper_one": """
SELECT ground.id, ground.kind, ground.process, ground.name, ground.form, ground.digest, ground.lines,
ground.added_at, ground.removed_at FROM ground WHERE ground.tenant = :tenant AND ground.candidate = :candidate AND
ground.id = :id
""",
    "paper_set_removed": """
UPDATE ground SET removed_at=:new_removed_at WHERE ground.tenant = :its_tenant AND ground.candidate = :its_candidate
AND ground.id = :its_id
""",
    "process_add": """
INSERT INTO process (tenant, candidate, id, employer, role, zone, country, via, consultant, state, holds, wake_at,
first_at, last_at, events) VALUES (:tenant, :candidate, :id, :employer, :role, :zone, :country, :via, :consultant,
:state, :holds, :wake_at, :first_at, :last_at, :events) ON CONFLICT DO NOTHING
""",
    "process_due": """
SELECT process.candidate, process.id, process.employer, process.role, process.zone, process.country, process.via,
process.consultant, process.state, process.holds, process.wake_at, process.first_at, process.last_at, process.events
FROM process WHERE process.tenant = :tenant AND process.candidate IN (SELECT value FROM json_each(:candidates)) AND
process.wake_at <= :now ORDER BY process.wake_at LIMIT :most OFFSET 0
""",
    "process_erase": """
DELETE FROM process WHERE process.tenant = :tenant AND process.candidate = :candidate AND process.id IN (SELECT
value FROM json_each(:processes))
""",
    "process_header": """
SELECT process.id, process.employer, process.role, process.zone, process.country, process.via, process.consultant
FROM process WHERE process.tenant = :tenant AND process.candidate = :candidate AND process.id = :id
""",
    "process_headers": """
SELECT process.id, process.employer, process.role, process.zone, process.country, process.via, process.consultant
FROM process WHERE process.tenant = :tenant AND process.candidate = :candidate
""",
    "process_lively": """
SELECT process.id, process.employer, process.role, process.zone, process.country, process.via, process.consultant
FROM process WHERE process.tenant = :tenant AND process.candidate = :candidate AND process.id IN (SELECT process.id
FROM process WHERE process.tenant = :tenant AND process.candidate = :candidate AND process.holds = 1 UNION ALL
SELECT process.id FROM process WHERE process.tenant = :tenant AND process.candidate = :candidate AND process.wake_at
<= :now) ORDER BY process.id
""",
    "process_next_wake": """
SELECT process.wake_at FROM process WHERE process.tenant = :tenant AND process.candidate = :candidate AND
process.wake_at IS NOT NULL ORDER BY process.wake_at LIMIT 1 OFFSET 0
""",
    "process_set_header": """
UPDATE process SET employer=:new_employer, role=:new_role, zone=:new_zone, country=:new_country, via=:new_via,
consultant=:new_consultant WHERE process.tenant = :its_tenant AND process.candidate = :its_candidate AND process.id
= :its_id
""",
    "process_set_judged": """
UPDATE process SET state=:new_state, holds=:new_holds, wake_at=:new_wake_at, first_at=:new_first_at,
last_at=:new_last_at, events=:new_events WHERE process.tenant = :its_tenant AND process.candidate = :its_candidate
AND process.id = :its_id
""",
    "process_summaries": """
SELECT process.id, process.employer, process.role, process.zone, process.country, process.via, process.consultant,
process.state, process.holds, process.wake_at, process.first_at, process.last_at, process.events FROM process WHERE
process.tenant = :tenant AND process.candidate = :candidate ORDER BY process.last_at DESC NULLS LAST, process.id
""",
    "reminder_add": """
INSERT INTO reminder (tenant, candidate, "key", stage, at, kind) VALUES (:tenant, :candidate, :key, :stage, :at,
:kind) ON CONFLICT DO NOTHING
""",
    "reminder_among": """
SELECT reminder."key", reminder.stage, reminder.at, reminder.kind FROM reminder WHERE reminder.tenant = :tenant AND
reminder.candidate = :candidate AND reminder."key" IN (SELECT value FROM json_each(:keys))
""",
    "reminder_remove": """
DELETE FROM reminder WHERE reminder.tenant = :its_tenant AND reminder.candidate = :its_candidate AND reminder."key"
= :its_key AND reminder.stage = :its_stage AND reminder.at = :its_at
""",
    "reminder_since": """
SELECT reminder."key", reminder.stage, reminder.at, reminder.kind FROM reminder WHERE reminder.tenant = :tenant AND
reminder.candidate = :candidate AND reminder.at >= :since
""",
    "search_events": """
SELECT event.process, event.event_id, event.at, event.verb, event.body, event.source, event.confidence, event.quote
FROM event WHERE event.tenant = :tenant AND event.candidate = :candidate AND (event.quote LIKE :quoted_0 ESCAPE '!'
OR event.body LIKE :written_0 ESCAPE '!') AND (event.quote LIKE :quoted_1 ESCAPE '!' OR event.body LIKE :written_1
ESCAPE '!') AND (event.quote LIKE :quoted_2 ESCAPE '!' OR event.body LIKE :written_2 ESCAPE '!') ORDER BY event.at
DESC, event.seq DESC LIMIT :most OFFSET 0
""",
    "search_messages": """
SELECT source_message.source, source_message."key", source_message.digest, source_message.place,
source_message."where", source_message.message_id, source_message.date, source_message.sender,
source_message.subject, source_message.sent, source_message.kind, source_message.confidence, source_message.process
FROM source_message WHERE source_message.tenant = :tenant AND source_message.candidate = :candidate AND
source_message.process IS NOT NULL AND (source_message.subject LIKE :word_0 ESCAPE '!' OR source_message.sender LIKE
:word_0 ESCAPE '!') AND (source_message.subject LIKE :word_1 ESCAPE '!' OR source_message.sender LIKE :word_1 ESCAPE
'!') AND (source_message.subject LIKE :word_2 ESCAPE '!' OR source_message.sender LIKE :word_2 ESCAPE '!') ORDER BY
source_message.date DESC NULLS LAST, source_message.source, source_message."key" LIMIT :most OFFSET 0
""",
    "setting_erase": """
DELETE FROM setting WHERE setting.tenant = :tenant AND setting.candidate = :candidate AND setting.name = :name
""",
    "setting_names": """
SELECT setting.name FROM setting WHERE setting.tenant = :tenant AND setting.candidate = :candidate ORDER BY
setting.name
""",
    "setting_one": """
SELECT setting.value FROM setting WHERE setting.tenant = :tenant AND setting.candidate = :candidate AND setting.name
= :name
""",
    "setting_save": """
INSERT INTO setting (tenant, candidate, name, value) VALUES (:tenant, :candidate, :name, :value) ON CONFLICT
(tenant, candidate, name) DO UPDATE SET value = excluded.value
""",
    "source_all": """
SELECT source.name, source.read_at FROM source WHERE source.tenant = :tenant AND source.candidate = :candidate ORDER
BY source.name
""",
    "source_save": """
INSERT INTO source (tenant, candidate, name, state, read_at) VALUES (:tenant, :candidate, :name, :state, :read_at)
ON CONFLICT (tenant, candidate, name) DO UPDATE SET state = excluded.state, read_at = excluded.read_at
""",
    "source_state": """
SELECT source.state FROM source WHERE source.tenant = :tenant AND source.candidate = :candidate AND source.name =
:name
""",
}
