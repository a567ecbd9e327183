-- CreateIndex
CREATE INDEX "Relay_status_openedAt_idx" ON "Relay"("status", "openedAt");
