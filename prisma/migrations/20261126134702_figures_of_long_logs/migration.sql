-- CreateIndex
CREATE INDEX "Interaction_at_idx" ON "Interaction"("at");

-- Whether a contact was taken back is asked for each of a whole period: only what took something back is looked through.
create index "Interaction_removals" on "Interaction" ("previousId") where kind = 'removal';
