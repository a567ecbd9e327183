-- AlterTable
ALTER TABLE "Staff" ADD COLUMN     "remoteTelegram" TEXT;

-- CreateTable
CREATE TABLE "StaffLink" (
    "id" UUID NOT NULL,
    "wordHash" TEXT NOT NULL,
    "staffId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StaffLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "StaffLink_wordHash_key" ON "StaffLink"("wordHash");

-- CreateIndex
CREATE INDEX "StaffLink_staffId_idx" ON "StaffLink"("staffId");

-- CreateIndex
CREATE UNIQUE INDEX "Staff_remoteTelegram_key" ON "Staff"("remoteTelegram");

-- AddForeignKey
ALTER TABLE "StaffLink" ADD CONSTRAINT "StaffLink_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Staff are told in the clients' bot what became of the contacts that they enter there.
alter table "OutboxItem" drop constraint "approved_or_notice";
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
          ('received', 'welcome', 'greeting', 'invitation_refused', 'help', 'language_choose', 'language_set', 'group_linked',
           'file_not_taken')
        when 'team' then template in
          ('state', 'returned', 'rejected', 'trouble', 'file_not_taken', 'reacted', 'asked', 'chased')
        when 'manager' then template in
          ('card', 'card_files', 'trouble', 'assigned', 'unassigned', 'snooze_over', 'sla', 'digest', 'alert', 'contact_told')
      end
  end
);
