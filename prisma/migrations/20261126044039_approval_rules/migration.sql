-- CreateEnum
CREATE TYPE "RuleScope" AS ENUM ('agency', 'client', 'project');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "ActivityKind" ADD VALUE 'endorsed';
ALTER TYPE "ActivityKind" ADD VALUE 'proposed';
ALTER TYPE "ActivityKind" ADD VALUE 'stopped';

-- AlterTable
ALTER TABLE "Relay" ADD COLUMN     "autoAt" TIMESTAMPTZ(3),
ADD COLUMN     "proposalId" UUID,
ADD COLUMN     "ruleKey" TEXT,
ADD COLUMN     "ruledAt" TIMESTAMPTZ(3),
ADD COLUMN     "ruledLook" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "ruledRevision" INTEGER,
ADD COLUMN     "ruling" JSONB,
ADD COLUMN     "stoppedAt" TIMESTAMPTZ(3),
ADD COLUMN     "stoppedById" UUID;

-- CreateTable
CREATE TABLE "Rule" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "scope" "RuleScope" NOT NULL,
    "clientId" UUID,
    "projectId" UUID,
    "conditions" JSONB NOT NULL,
    "action" JSONB NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Endorsement" (
    "id" UUID NOT NULL,
    "relayId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "staffId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Endorsement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Rule_key_key" ON "Rule"("key");

-- CreateIndex
CREATE INDEX "Rule_clientId_idx" ON "Rule"("clientId");

-- CreateIndex
CREATE INDEX "Rule_projectId_idx" ON "Rule"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "Endorsement_relayId_revision_staffId_key" ON "Endorsement"("relayId", "revision", "staffId");

-- AddForeignKey
ALTER TABLE "Relay" ADD CONSTRAINT "Relay_stoppedById_fkey" FOREIGN KEY ("stoppedById") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rule" ADD CONSTRAINT "Rule_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rule" ADD CONSTRAINT "Rule_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Endorsement" ADD CONSTRAINT "Endorsement_relayId_fkey" FOREIGN KEY ("relayId") REFERENCES "Relay"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Endorsement" ADD CONSTRAINT "Endorsement_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma's language cannot say. ------------------------------------------------------------------------------------

alter table "Rule" add constraint "scope_and_ids" check (
  case scope
    when 'agency' then "clientId" is null and "projectId" is null
    when 'client' then "clientId" is not null and "projectId" is null
    when 'project' then "clientId" is not null and "projectId" is not null
  end
);
-- What a person has stopped is never due again.
alter table "Relay" add constraint "stopped_is_not_due" check ("stoppedAt" is null or "autoAt" is null);

-- What the sweeps look for, however long the history.
create index "Relay_due" on "Relay" ("autoAt") where status = 'waiting' and "autoAt" is not null;
create index "Relay_unruled" on "Relay" ("openedAt") where status in ('gathering', 'waiting') and "ruledRevision" is null;
-- Whether somebody has been heard before: of an author by a client, and of a contact by the team.
create index "Relay_author_heard" on "Relay" ("authorId", "clientId", "decidedAt") where status in ('approved', 'answered');
create index "Relay_contact_heard" on "Relay" ("contactId", "decidedAt") where status in ('approved', 'answered');
