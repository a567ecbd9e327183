-- AlterEnum
ALTER TYPE "ActivityKind" ADD VALUE 'undone';
ALTER TYPE "ActivityKind" ADD VALUE 'snoozed';
ALTER TYPE "ActivityKind" ADD VALUE 'snooze_over';
ALTER TYPE "ActivityKind" ADD VALUE 'scheduled';
ALTER TYPE "ActivityKind" ADD VALUE 'scheduled_edited';
ALTER TYPE "ActivityKind" ADD VALUE 'unscheduled';
ALTER TYPE "ActivityKind" ADD VALUE 'split';
ALTER TYPE "ActivityKind" ADD VALUE 'merged';
ALTER TYPE "ActivityKind" ADD VALUE 'recalled';
ALTER TYPE "ActivityKind" ADD VALUE 'drafted';
ALTER TYPE "ActivityKind" ADD VALUE 'asked';
ALTER TYPE "ActivityKind" ADD VALUE 'author_agreed';
ALTER TYPE "ActivityKind" ADD VALUE 'author_disagreed';

-- AlterEnum
ALTER TYPE "RelayStatus" ADD VALUE 'scheduled';
ALTER TYPE "RelayStatus" ADD VALUE 'merged';

-- AlterTable
ALTER TABLE "Agency" ADD COLUMN     "undoSeconds" INTEGER NOT NULL DEFAULT 5;

-- AlterTable
ALTER TABLE "Relay" ADD COLUMN     "askedAt" TIMESTAMPTZ(3),
ADD COLUMN     "sendAt" TIMESTAMPTZ(3),
ADD COLUMN     "snoozedUntil" TIMESTAMPTZ(3);

-- The new statuses are compared as text: a value added to an enum cannot be used in the transaction that adds it.

-- Found by sweeps, at a cost that does not grow with what is done.
create index "Relay_snoozed" on "Relay" ("snoozedUntil") where "snoozedUntil" is not null;
create index "Relay_scheduled" on "Relay" ("sendAt") where "sendAt" is not null;
alter table "Relay" add constraint "scheduled_for_a_time" check ((status::text = 'scheduled') = ("sendAt" is not null));
alter table "Agency" add constraint "undo_is_short" check ("undoSeconds" between 0 and 600);

-- What waits for its time still waits: none of its messages may wait in another relay.
create or replace function relay_parts_follow() returns trigger language plpgsql as $$
begin
  update "RelayPart" set open = (new.status::text in ('gathering', 'waiting', 'returned', 'scheduled')) and "withdrawnAt" is null
    where "relayId" = new.id;
  return new;
end $$;

-- What has ended stays so; but a decision of which nothing has left, because all that it put into the outbox was cancelled
-- there, may be taken back.
drop trigger "stays_ended" on "Relay";
create or replace function relay_stays_ended() returns trigger language plpgsql as $$
begin
  if old.status::text in ('approved', 'rejected', 'answered') and new.status::text in ('waiting', 'withdrawn') and not exists (
    select 1 from "OutboxItem" i join "Relay" r on r.id = i."relayId"
    where (r.id = old.id or (r."answersId" = old.id and r.kind = 'message'))
      and (i.kind = 'final' or i.template in ('returned', 'rejected'))
      and i."createdAt" >= coalesce(old."decidedAt", '-infinity') and (i.status <> 'cancelled' or i."sentPieces" > 0)
  ) then
    return new;
  end if;
  raise exception 'relay %: it has ended (%)', old.id, old.status using errcode = 'check_violation';
end $$;
create trigger "stays_ended" before update of status on "Relay" for each row
  when (old.status::text in ('approved', 'rejected', 'answered', 'withdrawn', 'expired', 'merged')
    and old.status is distinct from new.status)
  execute function relay_stays_ended();

-- A specialist is asked whether the manager's wording still says what they meant; a manager hears that what they held is back.
-- Both join those that are allowed by now.
do $$
declare
  definition text;
begin
  select pg_get_constraintdef(oid) into strict definition from pg_constraint where conname = 'approved_or_notice';
  if position('''returned''::text' in definition) = 0 or position('''card_files''::text' in definition) = 0 then
    raise exception 'approved_or_notice reads otherwise than expected: %', definition;
  end if;
  definition := replace(definition, '''returned''::text', '''returned''::text, ''asked''::text');
  definition := replace(definition, '''card_files''::text', '''card_files''::text, ''snooze_over''::text');
  alter table "OutboxItem" drop constraint "approved_or_notice";
  execute 'alter table "OutboxItem" add constraint "approved_or_notice" ' || definition;
end $$;
