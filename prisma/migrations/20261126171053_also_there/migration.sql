-- CreateTable
CREATE TABLE "InteractionContact" (
    "interactionId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "knownAt" TIMESTAMPTZ(3),

    CONSTRAINT "InteractionContact_pkey" PRIMARY KEY ("interactionId","contactId")
);

-- CreateIndex
CREATE INDEX "InteractionContact_contactId_idx" ON "InteractionContact"("contactId");

-- AddForeignKey
ALTER TABLE "InteractionContact" ADD CONSTRAINT "InteractionContact_interactionId_fkey" FOREIGN KEY ("interactionId") REFERENCES "Interaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InteractionContact" ADD CONSTRAINT "InteractionContact_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- It belongs to the log, which only grows.
create trigger "only_grows" before update or delete on "InteractionContact" for each row execute function only_grows();
create trigger "only_grows_whole" before truncate on "InteractionContact" execute function only_grows();
