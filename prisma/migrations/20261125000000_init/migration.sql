-- CreateEnum
CREATE TYPE "Locale" AS ENUM ('ru', 'en');

-- CreateEnum
CREATE TYPE "Platform" AS ENUM ('telegram', 'slack');

-- CreateEnum
CREATE TYPE "StaffRole" AS ENUM ('admin', 'lead', 'manager', 'finance', 'specialist');

-- CreateEnum
CREATE TYPE "Grade" AS ENUM ('junior', 'middle', 'senior');

-- CreateEnum
CREATE TYPE "Employment" AS ENUM ('in_house', 'contractor');

-- CreateEnum
CREATE TYPE "ClientStage" AS ENUM ('lead', 'client');

-- CreateEnum
CREATE TYPE "Replies" AS ENUM ('all', 'marked');

-- CreateEnum
CREATE TYPE "ChatKind" AS ENUM ('private', 'group');

-- CreateEnum
CREATE TYPE "EventStatus" AS ENUM ('pending', 'handled', 'set_aside');

-- CreateEnum
CREATE TYPE "InteractionKind" AS ENUM ('message', 'edit', 'removal', 'delivery');

-- CreateEnum
CREATE TYPE "InteractionDirection" AS ENUM ('in', 'out');

-- CreateEnum
CREATE TYPE "RelayDirection" AS ENUM ('to_team', 'to_client');

-- CreateEnum
CREATE TYPE "RelayStatus" AS ENUM ('gathering', 'waiting', 'returned', 'approved', 'rejected', 'answered', 'withdrawn', 'expired');

-- CreateEnum
CREATE TYPE "VersionKind" AS ENUM ('original', 'draft', 'final');

-- CreateEnum
CREATE TYPE "ActivityKind" AS ENUM ('opened', 'extended', 'edited', 'part_withdrawn', 'waiting', 'approved', 'approved_edited', 'returned', 'rejected', 'answered', 'withdrawn', 'resubmitted', 'project_chosen', 'delivered', 'refused', 'unsure', 'settled_by_hand');

-- CreateEnum
CREATE TYPE "ItemKind" AS ENUM ('final', 'notice');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('client', 'team', 'manager');

-- CreateEnum
CREATE TYPE "ItemStatus" AS ENUM ('pending', 'leased', 'sent', 'refused', 'unsure', 'cancelled');

-- CreateTable
CREATE TABLE "Agency" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'Europe/Moscow',
    "locale" "Locale" NOT NULL DEFAULT 'ru',
    "opensAt" TEXT NOT NULL DEFAULT '10:00',
    "closesAt" TEXT NOT NULL DEFAULT '19:00',
    "holidays" TEXT[],
    "burstQuietSeconds" INTEGER NOT NULL DEFAULT 20,
    "burstMaxSeconds" INTEGER NOT NULL DEFAULT 120,
    "requestGapHours" INTEGER NOT NULL DEFAULT 12,

    CONSTRAINT "Agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Staff" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "StaffRole" NOT NULL,
    "grade" "Grade",
    "employment" "Employment" NOT NULL DEFAULT 'in_house',
    "craft" TEXT,
    "locale" "Locale",
    "remoteUser" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Client" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "stage" "ClientStage" NOT NULL DEFAULT 'client',
    "tier" TEXT NOT NULL DEFAULT 'standard',
    "managerId" UUID,
    "deputyId" UUID,
    "locale" "Locale",
    "timeZone" TEXT,
    "cadence" JSONB NOT NULL DEFAULT '[]',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "chainHead" TEXT NOT NULL DEFAULT '',
    "chainLength" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "key" TEXT,
    "name" TEXT NOT NULL,
    "handle" TEXT,
    "locale" "Locale",
    "remoteUser" TEXT,
    "introduced" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "teamConversation" TEXT,
    "replies" "Replies" NOT NULL DEFAULT 'all',
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Specialist" (
    "projectId" UUID NOT NULL,
    "staffId" UUID NOT NULL,

    CONSTRAINT "Specialist_pkey" PRIMARY KEY ("projectId","staffId")
);

-- CreateTable
CREATE TABLE "Chat" (
    "conversation" TEXT NOT NULL,
    "kind" "ChatKind" NOT NULL,
    "clientId" UUID NOT NULL,
    "projectId" UUID,
    "title" TEXT,
    "reachable" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Chat_pkey" PRIMARY KEY ("conversation")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "wordHash" TEXT NOT NULL,
    "kind" "ChatKind" NOT NULL,
    "clientId" UUID NOT NULL,
    "contactId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "usedBy" TEXT,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboundEvent" (
    "seq" BIGSERIAL NOT NULL,
    "platform" "Platform" NOT NULL,
    "eventId" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "status" "EventStatus" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "leaseOwner" TEXT,
    "leasedUntil" TIMESTAMPTZ(3),
    "handledAt" TIMESTAMPTZ(3),
    "error" TEXT,
    "waitsFor" TEXT,

    CONSTRAINT "InboundEvent_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Request" (
    "id" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "projectId" UUID,
    "platform" "Platform" NOT NULL,
    "conversation" TEXT NOT NULL,
    "thread" TEXT,
    "teamThread" TEXT,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Interaction" (
    "id" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "chainSeq" INTEGER NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "kind" "InteractionKind" NOT NULL,
    "direction" "InteractionDirection" NOT NULL,
    "channel" TEXT NOT NULL,
    "reason" TEXT,
    "contactId" UUID,
    "staffId" UUID,
    "requestId" UUID,
    "relayId" UUID,
    "previousId" UUID,
    "source" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "body" JSONB NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "Interaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RemoteMessage" (
    "message" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "thread" TEXT,
    "requestId" UUID,
    "relayId" UUID,
    "itemId" UUID,
    "slot" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RemoteMessage_pkey" PRIMARY KEY ("message")
);

-- CreateTable
CREATE TABLE "Relay" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "direction" "RelayDirection" NOT NULL,
    "status" "RelayStatus" NOT NULL,
    "clientId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "contactId" UUID,
    "authorId" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "round" INTEGER NOT NULL DEFAULT 1,
    "answersId" UUID,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "gatherUntil" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,

    CONSTRAINT "Relay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RelayPart" (
    "id" UUID NOT NULL,
    "relayId" UUID NOT NULL,
    "interactionId" UUID NOT NULL,
    "message" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "body" JSONB NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "open" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "RelayPart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RelayVersion" (
    "id" UUID NOT NULL,
    "relayId" UUID NOT NULL,
    "kind" "VersionKind" NOT NULL,
    "revision" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "staffId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RelayVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RelayActivity" (
    "id" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "chainSeq" INTEGER NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "relayId" UUID NOT NULL,
    "kind" "ActivityKind" NOT NULL,
    "staffId" UUID,
    "versionId" UUID,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RelayActivity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxItem" (
    "seq" BIGSERIAL NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "kind" "ItemKind" NOT NULL,
    "audience" "Audience" NOT NULL,
    "platform" "Platform" NOT NULL,
    "conversation" TEXT NOT NULL,
    "thread" TEXT,
    "requestId" UUID,
    "relayId" UUID,
    "versionId" UUID,
    "versionKind" "VersionKind",
    "bodyHash" TEXT,
    "template" TEXT,
    "slot" TEXT,
    "replyTo" TEXT,
    "speaker" TEXT,
    "payload" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "status" "ItemStatus" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leaseOwner" TEXT,
    "leasedUntil" TIMESTAMPTZ(3),
    "calledAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "detail" TEXT,

    CONSTRAINT "OutboxItem_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "Staff_key_key" ON "Staff"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Staff_remoteUser_key" ON "Staff"("remoteUser");

-- CreateIndex
CREATE UNIQUE INDEX "Client_key_key" ON "Client"("key");

-- CreateIndex
CREATE INDEX "Client_managerId_idx" ON "Client"("managerId");

-- CreateIndex
CREATE INDEX "Client_deputyId_idx" ON "Client"("deputyId");

-- CreateIndex
CREATE UNIQUE INDEX "Contact_remoteUser_key" ON "Contact"("remoteUser");

-- CreateIndex
CREATE UNIQUE INDEX "Contact_clientId_key_key" ON "Contact"("clientId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Project_clientId_key_key" ON "Project"("clientId", "key");

-- CreateIndex
CREATE INDEX "Specialist_staffId_idx" ON "Specialist"("staffId");

-- CreateIndex
CREATE INDEX "Chat_clientId_idx" ON "Chat"("clientId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_wordHash_key" ON "Invitation"("wordHash");

-- CreateIndex
CREATE INDEX "Invitation_clientId_idx" ON "Invitation"("clientId");

-- CreateIndex
CREATE INDEX "Invitation_contactId_idx" ON "Invitation"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "InboundEvent_platform_eventId_key" ON "InboundEvent"("platform", "eventId");

-- CreateIndex
CREATE UNIQUE INDEX "Request_teamThread_key" ON "Request"("teamThread");

-- CreateIndex
CREATE INDEX "Request_clientId_lastAt_idx" ON "Request"("clientId", "lastAt");

-- CreateIndex
CREATE INDEX "Request_conversation_lastAt_idx" ON "Request"("conversation", "lastAt");

-- CreateIndex
CREATE UNIQUE INDEX "Interaction_source_key" ON "Interaction"("source");

-- CreateIndex
CREATE INDEX "Interaction_requestId_at_idx" ON "Interaction"("requestId", "at");

-- CreateIndex
CREATE INDEX "Interaction_previousId_idx" ON "Interaction"("previousId");

-- CreateIndex
CREATE UNIQUE INDEX "Interaction_clientId_chainSeq_key" ON "Interaction"("clientId", "chainSeq");

-- CreateIndex
CREATE UNIQUE INDEX "RemoteMessage_slot_key" ON "RemoteMessage"("slot");

-- CreateIndex
CREATE INDEX "RemoteMessage_relayId_idx" ON "RemoteMessage"("relayId");

-- CreateIndex
CREATE UNIQUE INDEX "Relay_number_key" ON "Relay"("number");

-- CreateIndex
CREATE INDEX "Relay_clientId_status_idx" ON "Relay"("clientId", "status");

-- CreateIndex
CREATE INDEX "Relay_requestId_openedAt_idx" ON "Relay"("requestId", "openedAt");

-- CreateIndex
CREATE INDEX "RelayPart_relayId_idx" ON "RelayPart"("relayId");

-- CreateIndex
CREATE INDEX "RelayPart_message_idx" ON "RelayPart"("message");

-- CreateIndex
CREATE INDEX "RelayPart_interactionId_idx" ON "RelayPart"("interactionId");

-- CreateIndex
CREATE INDEX "RelayVersion_relayId_at_idx" ON "RelayVersion"("relayId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "RelayVersion_id_kind_key" ON "RelayVersion"("id", "kind");

-- CreateIndex
CREATE INDEX "RelayActivity_relayId_at_idx" ON "RelayActivity"("relayId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "RelayActivity_clientId_chainSeq_key" ON "RelayActivity"("clientId", "chainSeq");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxItem_id_key" ON "OutboxItem"("id");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxItem_key_key" ON "OutboxItem"("key");

-- CreateIndex
CREATE INDEX "OutboxItem_relayId_idx" ON "OutboxItem"("relayId");

-- AddForeignKey
ALTER TABLE "Client" ADD CONSTRAINT "Client_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Client" ADD CONSTRAINT "Client_deputyId_fkey" FOREIGN KEY ("deputyId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Specialist" ADD CONSTRAINT "Specialist_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Specialist" ADD CONSTRAINT "Specialist_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Chat" ADD CONSTRAINT "Chat_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Chat" ADD CONSTRAINT "Chat_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interaction" ADD CONSTRAINT "Interaction_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interaction" ADD CONSTRAINT "Interaction_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interaction" ADD CONSTRAINT "Interaction_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interaction" ADD CONSTRAINT "Interaction_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interaction" ADD CONSTRAINT "Interaction_previousId_fkey" FOREIGN KEY ("previousId") REFERENCES "Interaction"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemoteMessage" ADD CONSTRAINT "RemoteMessage_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relay" ADD CONSTRAINT "Relay_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relay" ADD CONSTRAINT "Relay_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relay" ADD CONSTRAINT "Relay_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relay" ADD CONSTRAINT "Relay_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relay" ADD CONSTRAINT "Relay_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relay" ADD CONSTRAINT "Relay_answersId_fkey" FOREIGN KEY ("answersId") REFERENCES "Relay"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelayPart" ADD CONSTRAINT "RelayPart_relayId_fkey" FOREIGN KEY ("relayId") REFERENCES "Relay"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelayPart" ADD CONSTRAINT "RelayPart_interactionId_fkey" FOREIGN KEY ("interactionId") REFERENCES "Interaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelayVersion" ADD CONSTRAINT "RelayVersion_relayId_fkey" FOREIGN KEY ("relayId") REFERENCES "Relay"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelayActivity" ADD CONSTRAINT "RelayActivity_relayId_fkey" FOREIGN KEY ("relayId") REFERENCES "Relay"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelayActivity" ADD CONSTRAINT "RelayActivity_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelayActivity" ADD CONSTRAINT "RelayActivity_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxItem" ADD CONSTRAINT "OutboxItem_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxItem" ADD CONSTRAINT "OutboxItem_relayId_fkey" FOREIGN KEY ("relayId") REFERENCES "Relay"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxItem" ADD CONSTRAINT "OutboxItem_versionId_versionKind_fkey" FOREIGN KEY ("versionId", "versionKind") REFERENCES "RelayVersion"("id", "kind") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's language cannot say. ------------------------------------------------------------------------------------

-- There is one agency.
alter table "Agency" add constraint "one_agency" check (id = 1);

-- What the claims look for, however long the history: only what is not done yet.
create index "InboundEvent_pending" on "InboundEvent" (platform, lane, seq) where status = 'pending';
create index "OutboxItem_unfinished" on "OutboxItem" (lane, seq) where status in ('pending', 'leased', 'unsure');
create index "Relay_gathering" on "Relay" ("gatherUntil") where status = 'gathering';
create index "Relay_waiting" on "Relay" ("openedAt") where status in ('gathering', 'waiting');

-- One item of a lane is in flight, and of a message that is kept up to date only the newest state waits to leave.
create unique index "OutboxItem_one_in_flight" on "OutboxItem" (lane) where status in ('leased', 'unsure');
create unique index "OutboxItem_one_pending_of_slot" on "OutboxItem" (slot) where status = 'pending' and slot is not null;

-- Nothing unapproved leaves: an item is the final of a relay, or a notice from a template of its reader's.
alter table "OutboxItem" add constraint "approved_or_notice" check (
  case kind
    when 'final' then
      audience in ('client', 'team') and "relayId" is not null and "versionId" is not null and "versionKind" is not null
      and "versionKind" = 'final' and "bodyHash" is not null and template is null and payload is null
    when 'notice' then
      "versionId" is null and "versionKind" is null and "bodyHash" is null and template is not null and payload is not null
      and payload ->> 'template' = template
      and case audience
        when 'client' then template in
          ('received', 'welcome', 'greeting', 'invitation_refused', 'help', 'language_choose', 'language_set', 'group_linked')
        when 'team' then template in ('state', 'returned', 'rejected', 'trouble')
        when 'manager' then template in ('card', 'trouble')
      end
  end
);

-- The final must be that relay's own, the relay approved, and its hash the one that was approved.
create function outbox_final_is_approved() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from "RelayVersion" v join "Relay" r on r.id = v."relayId"
    where v.id = new."versionId" and v.kind = 'final' and v.hash = new."bodyHash" and r.id = new."relayId" and r.status = 'approved'
  ) then
    raise exception 'outbox item %: its relay is not approved, or the version is not its final', new.key using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger "final_is_approved" before insert or update of kind, "relayId", "versionId", "bodyHash" on "OutboxItem"
  for each row when (new.kind = 'final') execute function outbox_final_is_approved();

-- What was put out to leave stays what it is, but for the contents of a notice that has not left yet.
create function outbox_item_is_fixed() returns trigger language plpgsql as $$
begin
  raise exception 'outbox item %: what it carries cannot be changed', old.key using errcode = 'check_violation';
end $$;
create trigger "item_is_fixed" before update on "OutboxItem" for each row
  when (old.kind is distinct from new.kind or old.audience is distinct from new.audience
    or old."versionId" is distinct from new."versionId" or old."bodyHash" is distinct from new."bodyHash"
    or old."relayId" is distinct from new."relayId" or old.template is distinct from new.template
    or (old.payload is distinct from new.payload and old.status <> 'pending'))
  execute function outbox_item_is_fixed();

-- A message waits in one relay only. `open` follows the relay's status.
create unique index "RelayPart_waits_once" on "RelayPart" (message) where open;
create function relay_parts_follow() returns trigger language plpgsql as $$
begin
  update "RelayPart" set open = (new.status in ('gathering', 'waiting', 'returned')) and "withdrawnAt" is null
    where "relayId" = new.id;
  return new;
end $$;
create trigger "parts_follow" after update of status on "Relay" for each row
  when (old.status is distinct from new.status) execute function relay_parts_follow();

-- A decision stands: what has ended does not begin again.
create function relay_stays_ended() returns trigger language plpgsql as $$
begin
  raise exception 'relay %: it has ended (%)', old.id, old.status using errcode = 'check_violation';
end $$;
create trigger "stays_ended" before update of status on "Relay" for each row
  when (old.status in ('approved', 'rejected', 'answered', 'withdrawn', 'expired') and old.status is distinct from new.status)
  execute function relay_stays_ended();

-- The log only grows.
create function only_grows() returns trigger language plpgsql as $$
begin
  raise exception '% only grows: nothing in it is changed or removed', tg_table_name using errcode = 'check_violation';
end $$;
create trigger "only_grows" before update or delete on "Interaction" for each row execute function only_grows();
create trigger "only_grows" before update or delete on "RelayActivity" for each row execute function only_grows();
create trigger "only_grows" before update or delete on "RelayVersion" for each row execute function only_grows();
create trigger "only_grows_whole" before truncate on "Interaction" execute function only_grows();
create trigger "only_grows_whole" before truncate on "RelayActivity" execute function only_grows();
create trigger "only_grows_whole" before truncate on "RelayVersion" execute function only_grows();
