-- AlterTable
ALTER TABLE "Client" ADD COLUMN     "endedAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Request_openedAt_idx" ON "Request"("openedAt");

-- CreateIndex
CREATE INDEX "SlaClock_kind_startedAt_idx" ON "SlaClock"("kind", "startedAt");

-- Of those that had ended before anybody noted when: the last that was said.
update "Client" c set "endedAt" = (select max(at) from "Interaction" i where i."clientId" = c.id) where not c.active;
