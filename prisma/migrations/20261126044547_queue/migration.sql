-- CreateIndex
CREATE INDEX "Relay_status_openedAt_idx" ON "Relay"("status", "openedAt");

-- CreateIndex
CREATE INDEX "Relay_answersId_idx" ON "Relay"("answersId");

-- Prisma hands statuses over as casts of parameters, which no partial index serves: the one above takes its place.
drop index "Relay_waiting";
