-- Append-only: what was recorded stays as it was recorded.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger ledger_entries_append_only before update or delete on ledger_entries
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger ledger_entries_no_truncate before truncate on ledger_entries
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger audit_records_append_only before update or delete on audit_records
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger audit_records_no_truncate before truncate on audit_records
  for each statement execute function refuse_change();
--> statement-breakpoint
-- Double entry: the entries one statement writes sum to zero for each transaction, within one environment and partner.
create function require_balanced_entries() returns trigger language plpgsql as $$
declare
  broken text;
begin
  select transaction_id into broken from new_entries
    group by transaction_id
    having sum(tokens) <> 0 or min(environment) <> max(environment) or min(partner_id) <> max(partner_id)
    limit 1;
  if broken is not null then
    raise exception 'ledger transaction % does not balance', broken using errcode = 'check_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger ledger_entries_balanced after insert on ledger_entries
  referencing new table as new_entries
  for each statement execute function require_balanced_entries();
--> statement-breakpoint
-- Caches of keys, partners and users listen here; bookkeeping columns do not wake them.
create function announce_key_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('portico_cache', 'key:' || old.id);
  return null;
end $$;
--> statement-breakpoint
create trigger api_keys_announce after update on api_keys for each row
  when (row(old.is_active, old.expires_at, old.revoked_at, old.scopes, old.ip_allowlist, old.hmac_secret_encrypted,
            old.secret_key_hash, old.legacy_hmac, old.name)
        is distinct from
        row(new.is_active, new.expires_at, new.revoked_at, new.scopes, new.ip_allowlist, new.hmac_secret_encrypted,
            new.secret_key_hash, new.legacy_hmac, new.name))
  execute function announce_key_change();
--> statement-breakpoint
create trigger api_keys_announce_delete after delete on api_keys for each row execute function announce_key_change();
--> statement-breakpoint
create function announce_partner_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('portico_cache', 'partner:' || old.id);
  return null;
end $$;
--> statement-breakpoint
create trigger partners_announce after update or delete on partners for each row execute function announce_partner_change();
--> statement-breakpoint
create function announce_webhook_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('portico_cache', 'partner:' || new.partner_id);
  return null;
end $$;
--> statement-breakpoint
create trigger webhooks_announce_insert after insert on webhooks for each row execute function announce_webhook_change();
--> statement-breakpoint
create trigger webhooks_announce_update after update on webhooks for each row
  when (row(old.url, old.is_active, old.deleted_at) is distinct from row(new.url, new.is_active, new.deleted_at))
  execute function announce_webhook_change();
--> statement-breakpoint
create function announce_user_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('portico_cache', 'user:' || old.id);
  return null;
end $$;
--> statement-breakpoint
create trigger portal_users_announce after update or delete on portal_users for each row
  execute function announce_user_change();
